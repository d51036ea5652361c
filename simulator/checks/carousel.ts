import { GraphError } from '../graph/error.ts';
import { asArray, asObject, asText, type JsonObject } from '../json.ts';
import type { BubbleCard } from '../phones/message.ts';
import { componentOf, type Template, type TemplateComponent } from '../template.ts';
import { fillButtons } from './buttons.ts';
import { fillHeader } from './header.ts';
import { BODY, fillText } from './parameters.ts';
import type { TemplateSources } from './templateMessage.ts';

/** Most cards, and longest text of one. Source: Meta, "Media card carousel templates". */
const MOST = { cards: 10, body: 160 } as const;

/**
 * Checks the cards of a carousel: as many as the template has, each with its header, the values of
 * its text and its buttons. A template with two product cards sends up to ten. Source: Meta, "Media
 * card carousel templates", "Product card carousel templates".
 *
 * @throws {GraphError} 132000 number of cards · 131008 no card_index · 131009 a wrong one · what
 * headers, texts and buttons throw
 */
export function fillCarousel(
	template: Template,
	sent: JsonObject | undefined,
	sources: TemplateSources,
): BubbleCard[] {
	const cards = asArray(componentOf(template, 'CAROUSEL')?.['cards']).map(componentsOf);
	const given = asArray(sent?.['cards']).map((card) => asObject(card) ?? {});
	const grows = cards.length > 0 && cards.every(isProductCard);
	const fits = grows
		? given.length >= cards.length && given.length <= MOST.cards
		: given.length === cards.length;
	if (!fits) {
		throw new GraphError(132000, {
			details:
				`carousel: number of cards (${given.length}) does not match the expected number of ` +
				`cards (${cards.length}${grows ? ` to ${MOST.cards}` : ''})`,
		});
	}
	const byIndex = new Map<number, JsonObject>();
	for (const card of given) byIndex.set(readIndex(card, given.length, byIndex), card);
	return [...byIndex]
		.sort(([one], [other]) => one - other)
		.map(([index, card]) => {
			const components = cards[index] ?? cards.at(-1) ?? [];
			return fillCard(template, index, components, card, sources);
		});
}

function fillCard(
	template: Template,
	index: number,
	components: TemplateComponent[],
	card: JsonObject,
	sources: TemplateSources,
): BubbleCard {
	const where = `card ${index}: `;
	const given = asArray(card['components']).map((component) => asObject(component) ?? {});
	const ofType = (wanted: string) => given.filter((one) => typeOf(one['type']) === wanted);
	for (const { type } of given) {
		if (['HEADER', 'BODY', 'BUTTON'].includes(typeOf(type))) continue;
		throw new GraphError(131009, {
			details: `${where}components: type ${asText(type) ?? 'unknown'} is not valid`,
		});
	}
	const of = (wanted: string) => components.find(({ type }) => typeOf(type) === wanted);
	const [sentHeader] = ofType('HEADER');
	const header = fillHeader(of('HEADER'), template, sentHeader, sources.findMedia, where);
	const body = fillText(
		{ ...BODY, label: `${where}body`, longest: MOST.body },
		template,
		of('BODY')?.text ?? '',
		asArray(ofType('BODY')[0]?.['parameters']),
	);
	const buttons = fillButtons(of('BUTTONS')?.buttons ?? [], ofType('BUTTON'), {
		template,
		where,
		isFlowBlocked: sources.isFlowBlocked,
		...(header?.product === undefined ? {} : { product: header.product }),
	});
	return {
		index,
		...(header === undefined ? {} : { header }),
		...(body === '' ? {} : { body }),
		...(buttons.length === 0 ? {} : { buttons }),
	};
}

function readIndex(card: JsonObject, count: number, taken: ReadonlyMap<number, unknown>): number {
	const given = asText(card['card_index']);
	if (given === undefined) {
		throw new GraphError(131008, { details: 'carousel: card_index is required for each card' });
	}
	const index = Number(given);
	if (!Number.isInteger(index) || index < 0 || index >= count || taken.has(index)) {
		throw new GraphError(131009, {
			details: `carousel: card_index ${given} is not one of 0 to ${count - 1}, each once`,
		});
	}
	return index;
}

function componentsOf(card: unknown): TemplateComponent[] {
	return asArray(asObject(card)?.['components']).map(
		(one) => (asObject(one) ?? { type: '' }) as unknown as TemplateComponent,
	);
}

function isProductCard(card: TemplateComponent[]): boolean {
	return card.some(({ format }) => typeOf(format) === 'PRODUCT');
}

function typeOf(type: unknown): string {
	return asText(type)?.toUpperCase() ?? '';
}
