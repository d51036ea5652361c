import { bodyParameters } from './body-parameters';
import { buttonParameters } from './button-parameters';
import { CATALOG_ID, headerFormatOf, headerParameters } from './header-parameters';
import type { TemplateParameter } from './parameters';
import { componentOf, type MessageTemplate, type TemplateComponent } from './template';

/** Most cards of a carousel. */
const MOST_CARDS = 10;

/** The cards of a carousel, each as if it were a template of its own; none where there is no carousel. */
export function cardsOf(template: MessageTemplate): MessageTemplate[] {
	const cards = componentOf(template, 'CAROUSEL')?.cards;
	if (!Array.isArray(cards)) return [];
	return cards.slice(0, MOST_CARDS).map((card: { components?: unknown } | null) => ({
		...template,
		components: Array.isArray(card?.components)
			? card.components.filter((one): one is TemplateComponent => typeof one?.type === 'string')
			: [],
	}));
}

/**
 * The cards a message may have. A template of product cards is approved with two, and sent with up to
 * ten like them; all others have exactly their own (Meta, "Product card carousel templates").
 */
export function sendableCards(template: MessageTemplate): MessageTemplate[] {
	const cards = cardsOf(template);
	const [first] = cards;
	if (!first || !hasProduct(first)) return cards;
	return Array.from({ length: MOST_CARDS }, (_, index) => cards[index] ?? first);
}

export function cardParameters(template: MessageTemplate): TemplateParameter[] {
	const own = cardsOf(template).length;
	const cards = sendableCards(template);
	return [
		...(cards.some(hasProduct) ? [{ ...CATALOG_ID, part: 'card' as const }] : []),
		...cards.flatMap((card, index) => parametersOf(card, index, index < own)),
	];
}

const hasProduct = (card: MessageTemplate): boolean => {
	const header = componentOf(card, 'HEADER');
	return header !== undefined && headerFormatOf(header) === 'PRODUCT';
};

function parametersOf(card: MessageTemplate, index: number, own: boolean): TemplateParameter[] {
	return [
		...headerParameters(componentOf(card, 'HEADER')),
		...bodyParameters(card),
		...buttonParameters(componentOf(card, 'BUTTONS')?.buttons, card),
	]
		.filter(({ kind }) => kind !== 'catalog')
		.map(({ id, part, label, required, ...rest }) => ({
			...rest,
			id: `card_${index}_${id === 'header_product' ? 'product' : id}`,
			part: 'card',
			label: `Card ${index + 1}: ${label.replace(/^Header /, '')}`,
			required: required && own,
			card: index,
			inCard: part as 'header' | 'body' | 'button',
		}));
}
