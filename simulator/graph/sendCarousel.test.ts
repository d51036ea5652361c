import { startSimulator, type Simulator } from '../index.ts';
import { namedBody } from '../testing/caller.ts';
import {
	body,
	card,
	carousel,
	header,
	picture,
	productCard,
	refusedBy,
	shownBy,
	suffix,
} from '../testing/families.ts';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ settings: { pairLimit: { enabled: false } } });
});
afterAll(() => simulator.close());

const shown = (name: string, components: unknown[]) => shownBy(simulator, name, components);
const refused = (name: string, components: unknown[]) => refusedBy(simulator, name, components);
const guest = namedBody({ first_name: 'Ann' });
const cards = [card(0), card(1), card(2)];
const withCards = (...given: unknown[]) => [body('Ann'), carousel(given)];

describe('a carousel', () => {
	it('shows each card with its picture, text and buttons', async () => {
		const message = await shown('event_carousel', withCards(...[...cards].reverse()));
		expect(message.body).toBe('Hi Ann, these workshops at Test Conf still have seats for you.');
		expect(message.cards?.map(({ index }) => index)).toEqual([0, 1, 2]);
		expect(message.cards?.[1]).toMatchObject({
			header: { type: 'image' },
			body: 'Print a poster with Aiko on the second morning.',
			buttons: [
				{ index: 0, type: 'QUICK_REPLY', text: 'Tell me more', payload: 'more-1' },
				{ index: 1, type: 'URL', url: 'https://tickets.example.com/workshops/w1' },
			],
		});
	});

	const of = (...components: unknown[]) => card(1, { components });
	const wrong: Array<[string, unknown[], number, string]> = [
		['a card too few', cards.slice(1), 132000, 'number of cards (2)'],
		['a card too many', [...cards, card(3)], 132000, 'number of cards (4)'],
		['no cards', [], 132000, 'number of cards (0)'],
		[
			'a card without index',
			[card(0, { card_index: undefined }), card(1), card(2)],
			131008,
			'card_index',
		],
		['a card twice', [card(0), card(1), card(1)], 131009, 'card_index 1'],
		['a card past the last', [card(0), card(1), card(3)], 131009, 'card_index 3'],
		[
			'a card without its picture',
			[card(0), of(body('Aiko'), suffix(1, 'a')), card(2)],
			132012,
			'card 1: header: Format mismatch, expected IMAGE, received UNKNOWN',
		],
		[
			'a card with an unknown picture',
			[card(0), of(header({ type: 'image', image: { id: '404' } }), body('Aiko')), card(2)],
			100,
			'attachment ID',
		],
		[
			'a card without its value',
			[card(0), of(header(picture), suffix(1, 'a')), card(2)],
			132000,
			'card 1: body: number of localizable_params (0)',
		],
		[
			'a card whose text is too long',
			[card(0), of(header(picture), body('x'.repeat(160)), suffix(1, 'a')), card(2)],
			132005,
			'card 1: body: translated text is longer than 160',
		],
		[
			'a card without the end of its link',
			[card(0), of(header(picture), body('Aiko')), card(2)],
			131008,
			'card 1: buttons: Button at index 1 of type Url requires a parameter',
		],
		[
			'a card with a button of another kind',
			[card(0), of(header(picture), body('Aiko'), suffix(0, 'a')), card(2)],
			100,
			'card 1: buttons: Button at index 0 is of type QuickReply, not URL',
		],
		[
			'a carousel in a card',
			[card(0), of(header(picture), body('Aiko'), carousel([])), card(2)],
			131009,
			'card 1: components: type carousel',
		],
	];
	it.each(wrong)('is refused with %s', async (_, given, number, details) => {
		expect(await refused('event_carousel', withCards(...given))).toEqual([
			number,
			expect.stringContaining(details),
		]);
	});

	it('is refused when it is left out, or when the template has none', async () => {
		expect(await refused('event_carousel', [body('Ann')])).toEqual([
			132000,
			expect.stringContaining('number of cards (0)'),
		]);
		expect(await refused('badge_pickup', [guest, carousel([card(0)])])).toEqual([
			132000,
			expect.stringContaining('number of cards (1)'),
		]);
	});

	it('fails after it was accepted when a card has a file of another kind', async () => {
		const pdf = header({ type: 'image', image: { id: '2871834006348768' } });
		const broken = of(pdf, body('Aiko'), suffix(1, 'a'));
		const message = await shown('event_carousel', withCards(card(0), broken, card(2)));
		await new Promise((resolve) => setTimeout(resolve, 400));
		const phone = simulator.control.phones().find(({ messages }) => messages[0]?.id === message.id);
		expect(phone?.messages[0]?.error?.code).toBe(131053);
	});

	it('of products shows two to ten of them', async () => {
		const products = (count: number) =>
			withCards(...Array.from({ length: count }, (_, index) => productCard(index)));
		expect((await shown('merch_cards', products(2))).cards?.[0]).toEqual({
			index: 0,
			header: {
				type: 'product',
				product: { retailerId: 'shirt-blue', name: 'Test Conf shirt, blue', price: '$25.00' },
			},
			buttons: [
				expect.objectContaining({
					type: 'SPM',
					text: 'View',
					sections: [{ products: [expect.objectContaining({ retailerId: 'shirt-blue' })] }],
				}),
			],
		});
		expect((await shown('merch_cards', products(10))).cards).toHaveLength(10);
		expect((await refused('merch_cards', products(1)))[0]).toBe(132000);
		expect((await refused('merch_cards', products(11)))[0]).toBe(132000);
	});
});
