import { asArray, asObject } from '../json.ts';
import type { TemplateComponent } from '../template.ts';
import { checkBody } from './checkBody.ts';
import { checkButtons } from './checkButtons.ts';
import { checkHeader, type FindUpload } from './checkHeader.ts';
import { plainRefusal, refusal } from './refusal.ts';

/** Source: Meta, "Media card carousel templates", reference §2. */
const CARDS = { fewest: 2, most: 10, body: 160, buttons: 2 } as const;

/**
 * Checks the cards of a carousel: each by itself, and that all are made alike.
 *
 * @throws {GraphError} for the number of cards, a card, a card unlike the first
 */
export function checkCarousel(
	carousel: TemplateComponent,
	context: { category: string; format: string; findUpload: FindUpload },
): void {
	const cards = asArray((carousel as { cards?: unknown }).cards).map((card) =>
		asArray(asObject(card)?.['components']).map(
			(one) => (asObject(one) ?? {}) as unknown as TemplateComponent,
		),
	);
	if (cards.length < CARDS.fewest || cards.length > CARDS.most) {
		throw plainRefusal(`A carousel has ${CARDS.fewest} to ${CARDS.most} cards.`);
	}
	const shapes = cards.map((card) => {
		if (card.length === 0) throw plainRefusal('A card of a carousel has components.');
		for (const component of card) checkCard(component, context);
		return JSON.stringify(card.map(shapeOf));
	});
	if (new Set(shapes).size > 1) {
		throw plainRefusal('All cards of a carousel must have the same components and buttons.');
	}
}

function checkCard(
	component: TemplateComponent,
	context: { category: string; format: string; findUpload: FindUpload },
): void {
	const type = String(component.type ?? '').toUpperCase();
	if (type === 'HEADER') checkHeader(component, context);
	else if (type === 'BODY') checkBody(component, context, CARDS.body);
	else if (type === 'BUTTONS') {
		checkButtons(component.buttons, context.category, CARDS.buttons);
	} else {
		throw refusal('missing', `component of type CAROUSEL has an unexpected component (${type})`);
	}
}

function shapeOf(component: TemplateComponent): unknown[] {
	const buttons = (component.buttons ?? []).map((button) => String(button.type).toUpperCase());
	return [component.type, component.format, buttons];
}
