import { sameJson, type JsonObject } from '../json';
import { when, type Check } from './finding';
import { kindOf } from './buttons';
import { keptComponents, listOf } from './other-components';
import { lengthOf } from './text';

/** Carousels of media or products. Source: Meta, "Media card carousel templates". */
export const checkCarousel: Check = (definition) => {
	const carousel = keptComponents(definition, 'CAROUSEL')[0];
	if (!carousel) return [];
	const cards = listOf(carousel.cards).map((card) => listOf(card.components));
	const part = (card: JsonObject[], type: string) => card.find((one) => one.type === type);
	const shape = (card: JsonObject[]) =>
		card.map(({ type, format, buttons }) => [
			type,
			format ?? null,
			listOf(buttons).map((button) => button.type),
		]);
	return [
		...when(
			cards.length < 2 || cards.length > 10,
			'carousel-cards',
			'other.components',
			`There are ${cards.length} cards, 2 to 10 are possible`,
			'Add or remove cards.',
		),
		...when(
			cards.some((card) => !sameJson(shape(card), shape(cards[0] ?? []))),
			'carousel-same',
			'other.components',
			'The cards differ in their parts or buttons',
			'Give every card the same header, body and buttons.',
		),
		...cards.flatMap((card, at) => {
			const place = `cards[${at}]`;
			const text = part(card, 'BODY')?.text;
			const length = typeof text === 'string' ? lengthOf(text) : 0;
			const buttons = listOf(part(card, 'BUTTONS')?.buttons).length;
			return [
				...when(
					!['IMAGE', 'VIDEO', 'PRODUCT'].includes(String(part(card, 'HEADER')?.format)),
					'carousel-header',
					`${place}.header`,
					'The card has no image, video or product',
					'Give every card one.',
				),
				...when(
					length > 160,
					'carousel-body-length',
					`${place}.body`,
					`The text of the card has ${length} characters, 160 are possible`,
					'Shorten it.',
				),
				...when(
					buttons < 1 || buttons > 2,
					'carousel-buttons',
					`${place}.buttons`,
					`The card has ${buttons} buttons, 1 or 2 are possible`,
					'Add or remove buttons.',
				),
			];
		}),
	];
};

/** One product of the catalog. Source: Meta, "Single-product message templates". */
export const checkProduct: Check = ({ body = '', buttons = [] }) =>
	when(
		buttons.some((button) => kindOf(button) === 'SPM') && lengthOf(body) > 160,
		'product-body-length',
		'body',
		`The body has ${lengthOf(body)} characters, 160 are possible beside one product`,
		'Shorten the body.',
	);
