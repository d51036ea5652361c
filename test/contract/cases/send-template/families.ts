import products from '../../../../simulator/seed/products.json';
import type { Match, SendCase } from '../../words/cases';
import { HeaderFile } from '../../words/sending';
import { inDays } from '../people';
import { button, filled, header, named, PNG } from './parameters';

const body = (...texts: string[]) => ({
	type: 'body',
	parameters: texts.map((text) => ({ type: 'text', text })),
});

const action = (sub_type: string, given: Match) =>
	button(sub_type, 0, { type: 'action', action: given });

const ends = inDays(3);

const { catalogId } = products;
const [shirt, mug] = products.products.map(({ retailerId }) => retailerId) as [string, string];

const product = (id: string) =>
	header({ type: 'product', product: { product_retailer_id: id, catalog_id: catalogId } });

/** A card of event_carousel: a picture, its text, the end of its second button. */
const card = (index: number, picture: unknown) => ({
	[`card_${index}_header_media`]: picture,
	[`card_${index}_1`]: `Guide ${index}`,
	[`card_${index}_button_1`]: `walk-${index}`,
});

const sentCard = (index: number, image: Match, ...more: Match[]) => ({
	card_index: index,
	components: [
		header({ type: 'image', image }),
		body(`Guide ${index}`),
		...more,
		button('url', 1, { type: 'text', text: `walk-${index}` }),
	],
});

const picture = new HeaderFile('guide.png', 'image/png', PNG);
const uploaded = { id: expect.stringMatching(/^\d+$/) as string };

/** Each family of templates Meta has, filled and taken. */
export const familyCases: SendCase[] = [
	filled(
		'the end of an offer, between its text and its buttons',
		'last_tickets_offer',
		{
			event_name: 'Test Conf',
			discount: '20 %',
			header_media: 'https://example.com/a.png',
			offer_expires: ends,
			button_0: 'LAST20',
			button_1: 'last',
		},
		[
			header({ type: 'image' }),
			{
				type: 'body',
				parameters: named({ first_name: 'Ann', event_name: 'Test Conf', discount: '20 %' }),
			},
			{
				type: 'limited_time_offer',
				parameters: [
					{
						type: 'limited_time_offer',
						limited_time_offer: { expiration_time_ms: Date.parse(ends) },
					},
				],
			},
			button('copy_code', 0, { coupon_code: 'LAST20' }),
			button('url', 1, { text: 'last' }),
		],
	),
	...['login_code', 'login_code_one_tap', 'login_code_zero_tap'].map((template) =>
		filled(`a code in text and button: ${template}`, template, { code: '493817' }, [
			body('493817'),
			button('url', 0, { type: 'text', text: '493817' }),
		]),
	),
	filled('a code by its older name', 'login_code', { 1: '493817' }, [
		body('493817'),
		button('url', 0, { text: '493817' }),
	]),
	filled(
		'the cards of a carousel, one picture for two of them uploaded once',
		'event_carousel',
		{
			1: 'Ann',
			...card(0, picture),
			...card(1, '2871834006348767'),
			...card(2, picture),
			card_1_button_0: 'more-1',
		},
		[
			body('Ann'),
			{
				type: 'carousel',
				cards: [
					sentCard(0, uploaded),
					sentCard(
						1,
						{ id: '2871834006348767' },
						button('quick_reply', 0, { type: 'payload', payload: 'more-1' }),
					),
					sentCard(2, uploaded),
				],
			},
		],
		1,
	),
	filled(
		'products on the cards of a carousel, more than it was approved with',
		'merch_cards',
		{
			1: 'Ann',
			catalog_id: catalogId,
			card_0_product: shirt,
			card_1_product: mug,
			card_2_product: shirt,
		},
		[
			body('Ann'),
			{
				type: 'carousel',
				cards: [shirt, mug, shirt].map((id, card_index) => ({
					card_index,
					components: [product(id)],
				})),
			},
		],
	),
	filled(
		'the product on the picture of a catalogue',
		'merch_catalog',
		{
			event_name: 'Test Conf',
			button_0: mug,
		},
		[{ type: 'body' }, action('catalog', { thumbnail_product_retailer_id: mug })],
	),
	filled('a catalogue without one', 'merch_catalog', { event_name: 'Test Conf' }, [
		{ type: 'body' },
		{ type: 'button', sub_type: 'catalog', index: '0' },
	]),
	filled(
		'products in sections',
		'merch_items',
		{ button_0: shirt, button_0_sections: { Shirts: [shirt], Cups: [mug] } },
		[
			{ type: 'body' },
			action('mpm', {
				thumbnail_product_retailer_id: shirt,
				sections: [
					{ title: 'Shirts', product_items: [{ product_retailer_id: shirt }] },
					{ title: 'Cups', product_items: [{ product_retailer_id: mug }] },
				],
			}),
		],
	),
	filled(
		'a product in the header',
		'merch_shirt',
		{ header_product: shirt, catalog_id: catalogId, discount: '10 %', code: 'SHIRT10' },
		[product(shirt), { type: 'body' }],
	),
	filled(
		'token and data of a flow',
		'feedback_flow',
		{
			event_name: 'Test Conf',
			button_0_flow_token: 'ticket-42',
			button_0_flow_data: { seat: 'A1' },
		},
		[
			{ type: 'body' },
			action('flow', { flow_token: 'ticket-42', flow_action_data: { seat: 'A1' } }),
		],
	),
	filled('a flow with neither', 'feedback_flow', { event_name: 'Test Conf' }, [
		{ type: 'body' },
		{ type: 'button', sub_type: 'flow', index: '0' },
	]),
	filled('a button to call, which asks for nothing', 'call_the_team', { event_name: 'Test Conf' }, [
		{ type: 'body' },
	]),
];
