import { fixture } from '../testing/fixture';
import { buildComponents, type Moment, type TemplateValues } from './build-components';
import { listParameters } from './parameters';
import { renderText } from './render-text';
import { readTemplate, type MessageTemplate } from './template';

const template = (name: string) =>
	readTemplate(fixture(__dirname, `families/${name}`)) as MessageTemplate;
const asked = (name: string) =>
	listParameters(template(name)).map(({ id, kind, required }) => [id, kind, required]);
const build = (name: string, values: TemplateValues, moment?: Moment) =>
	buildComponents(template(name), values, moment);
const problems = (name: string, values: TemplateValues, moment?: Moment) =>
	build(name, values, moment).problems.map(({ parameter, reason }) => [parameter, reason]);

const body = (...texts: string[]) => ({
	type: 'body',
	parameters: texts.map((text) => ({ type: 'text', text })),
});
const image = (id: string) => ({ type: 'header', parameters: [{ type: 'image', image: { id } }] });
const button = (sub_type: string, index: number, parameter?: object) => ({
	type: 'button',
	sub_type,
	index: String(index),
	...(parameter ? { parameters: [parameter] } : {}),
});

describe('a limited-time offer', () => {
	const offer = {
		header_media: { id: '1602186516975000' },
		1: 'Pablo',
		2: 'CARIBE25',
		button_0: 'CARIBE25',
		button_1: 'n3mtql',
	};

	it('asks for its end between body and buttons', () => {
		expect(asked('offer')).toEqual([
			['header_media', 'image', true],
			['1', 'text', true],
			['2', 'text', true],
			['offer_expires', 'expiration', true],
			['button_0', 'coupon_code', true],
			['button_1', 'url_suffix', true],
		]);
	});

	it('is sent as Meta’s example is', () => {
		expect(build('offer', { ...offer, offer_expires: 1698562800000 })).toEqual({
			problems: [],
			components: [
				image('1602186516975000'),
				body('Pablo', 'CARIBE25'),
				{
					type: 'limited_time_offer',
					parameters: [
						{
							type: 'limited_time_offer',
							limited_time_offer: { expiration_time_ms: 1698562800000 },
						},
					],
				},
				button('copy_code', 0, { type: 'coupon_code', coupon_code: 'CARIBE25' }),
				button('url', 1, { type: 'text', text: 'n3mtql' }),
			],
		});
	});

	it('without an end asks for none', () => {
		expect(asked('offer-without-end')).toEqual([]);
		expect(build('offer-without-end', { offer_expires: 1698562800000 }).components).toEqual([]);
	});

	it.each([
		['nothing', ''],
		['null', null],
	])('needs its end, not %s', (_what, offer_expires) => {
		expect(problems('offer', { ...offer, offer_expires })).toEqual([
			['offer_expires', 'variable_missing'],
		]);
	});

	it('must not be over when it is sent', () => {
		const at = (now: number) =>
			build('offer', { ...offer, offer_expires: '2026-12-24T23:59+09:00' }, { now }).problems;
		expect(at(Date.UTC(2026, 11, 24, 14, 58))).toEqual([]);
		expect(at(Date.UTC(2026, 11, 24, 14, 59))).toMatchObject([
			{ reason: 'variable_invalid', message: 'Offer Ends is over: 2026-12-24 14:59 UTC' },
		]);
	});

	it('takes no day alone and no other text', () => {
		for (const offer_expires of ['2026-12-24', 'tomorrow', { at: 1 }, [1], '2026-13-01T00:00Z']) {
			expect(problems('offer', { ...offer, offer_expires })).toEqual([
				['offer_expires', 'variable_invalid'],
			]);
		}
	});
});

describe('an authentication template', () => {
	it.each(['login-copy-code', 'login-one-tap', 'login-zero-tap', 'login-as-created'])(
		'asks for one code, and sends it in text and button: %s',
		(name) => {
			expect(asked(name)).toEqual([['code', 'code', true]]);
			expect(build(name, { code: 'J$FpnYnP' })).toEqual({
				problems: [],
				components: [body('J$FpnYnP'), button('url', 0, { type: 'text', text: 'J$FpnYnP' })],
			});
		},
	);

	it('takes the code by its older name, and shows it', () => {
		expect(build('login-copy-code', { 1: 123456 }).components[0]).toEqual(body('123456'));
		for (const values of [{ 1: '123456' }, { code: '123456' }]) {
			expect(renderText(template('login-copy-code'), values).body).toMatch(/^\*123456\* is your/);
		}
	});

	it('takes up to 15 characters', () => {
		expect(problems('login-copy-code', { code: '123456789012345' })).toEqual([]);
		expect(problems('login-copy-code', { code: '1234567890123456' })).toEqual([
			['code', 'variable_invalid'],
		]);
		expect(problems('login-copy-code', { code: ' ' })).toEqual([['code', 'variable_missing']]);
	});

	it('of before, with a text of its own, is filled like any other', () => {
		const own = {
			...template('login-copy-code'),
			components: [{ type: 'BODY', text: 'Hi {{1}}, your code is {{2}}.' }],
		};
		expect(listParameters(own).map(({ id }) => id)).toEqual(['1', '2']);
	});
});

describe('a carousel', () => {
	const card = (index: number) => ({
		[`card_${index}_header_media`]: { id: `media${index}` },
		[`card_${index}_1`]: `${index} %`,
		[`card_${index}_button_1`]: `W${index}`,
	});
	const sent = (index: number) => ({
		card_index: index,
		components: [
			image(`media${index}`),
			body(`${index} %`),
			button('url', 1, { type: 'text', text: `W${index}` }),
		],
	});

	it('asks for the parts of each card, which people count from one', () => {
		const parameters = listParameters(template('media-cards'));
		expect(parameters.map(({ id }) => id)).toEqual([
			'1',
			...[0, 1].flatMap((index) =>
				['header_media', '1', 'button_0', 'button_1'].map((id) => `card_${index}_${id}`),
			),
		]);
		expect(parameters.find(({ id }) => id === 'card_1_button_1')).toEqual({
			id: 'card_1_button_1',
			part: 'card',
			inCard: 'button',
			card: 1,
			kind: 'url_suffix',
			label: 'Card 2: End of Link: Book',
			linkStart: 'https://tickets.example/w/',
			required: true,
			buttonIndex: 1,
			sample: 'POSTER',
		});
	});

	it('is sent card by card, in their order', () => {
		expect(build('media-cards', { 1: 'Ann', ...card(1), ...card(0) })).toEqual({
			problems: [],
			components: [body('Ann'), { type: 'carousel', cards: [sent(0), sent(1)] }],
		});
	});

	it('is not sent with half a card', () => {
		const found = build('media-cards', { 1: 'Ann', ...card(0) }).problems;
		expect(found.map(({ parameter, message }) => [parameter, message])).toEqual([
			['card_1_header_media', 'Card 2: Image is missing'],
			['card_1_1', 'Card 2: Variable 1 is empty'],
			['card_1_button_1', 'Card 2: End of Link: Book is empty'],
		]);
	});

	it('has no more cards than its template, unless they are products', () => {
		const { components } = build('media-cards', { 1: 'A', ...card(0), ...card(1), ...card(2) });
		expect(components[1]?.cards).toHaveLength(2);
	});

	const product = (id: string) => ({
		type: 'header',
		parameters: [{ type: 'product', product: { product_retailer_id: id, catalog_id: '194836' } }],
	});

	it('of products is sent with up to ten like the two it was approved with', () => {
		expect(asked('product-cards').slice(0, 5)).toEqual([
			['1', 'text', true],
			['catalog_id', 'catalog', true],
			['card_0_product', 'product', true],
			['card_1_product', 'product', true],
			['card_2_product', 'product', false],
		]);
		expect(asked('product-cards').at(-1)).toEqual(['card_9_product', 'product', false]);
		const values = { 1: 'Ann', catalog_id: 194836, card_0_product: 'a', card_1_product: 'b' };
		expect(build('product-cards', values).components[1]?.cards).toHaveLength(2);
		expect(build('product-cards', { ...values, card_4_product: 'c' })).toEqual({
			problems: [],
			components: [
				body('Ann'),
				{
					type: 'carousel',
					cards: ['a', 'b', 'c'].map((id, card_index) => ({
						card_index,
						components: [product(id)],
					})),
				},
			],
		});
	});

	it('of products needs the catalogue, and a whole card where there is one more', () => {
		expect(problems('product-cards', { 1: 'Ann', card_0_product: 'a' })).toEqual([
			['catalog_id', 'variable_missing'],
			['card_1_product', 'variable_missing'],
		]);
		const two = {
			catalog_id: '1',
			card_0_product: 'a',
			card_0_button_0: 'A',
			card_1_product: 'b',
			card_1_button_0: 'B',
		};
		expect(problems('product-cards-with-links', two)).toEqual([]);
		expect(problems('product-cards-with-links', { ...two, card_2_product: 'c' })).toEqual([
			['card_2_button_0', 'variable_missing'],
		]);
	});
});

describe('products', () => {
	it('one of them stands in the header', () => {
		const values = { header_product: 'nqryix03ez', catalog_id: '194836987003835' };
		expect(build('single-product', { ...values, code: '25OFF', percent: '25%' })).toEqual({
			problems: [],
			components: [
				{
					type: 'header',
					parameters: [
						{
							type: 'product',
							product: { product_retailer_id: 'nqryix03ez', catalog_id: '194836987003835' },
						},
					],
				},
				{
					type: 'body',
					parameters: [
						{ type: 'text', parameter_name: 'code', text: '25OFF' },
						{ type: 'text', parameter_name: 'percent', text: '25%' },
					],
				},
			],
		});
		expect(problems('single-product', { header_product: 'x', code: 'x', percent: 'x' })).toEqual([
			['catalog_id', 'variable_missing'],
		]);
	});

	const action = (sub_type: string, given: object) =>
		button(sub_type, 0, { type: 'action', action: given });

	it('a catalogue shows the one that is chosen, or its first', () => {
		const values = { 1: '100', 2: '400', 3: '3' };
		expect(build('catalog', { ...values, button_0: '2lc20305pt' })).toEqual({
			problems: [],
			components: [
				body('100', '400', '3'),
				action('catalog', { thumbnail_product_retailer_id: '2lc20305pt' }),
			],
		});
		expect(build('catalog', values).components[1]).toEqual(button('catalog', 0));
	});

	const cart = { header_1: 'Pablo', 1: '10OFF', button_0: '2lc20305pt' };
	const one = (id: string) => ({ product_retailer_id: id });
	const meta = [
		{ title: 'Popular Bundles', product_items: [one('2lc20305pt'), one('nseiw1x3ch')] },
		{ title: 'Premium', product_items: [one('n6k6x0y7oe')] },
	];

	it.each<[string, unknown, unknown]>([
		['Meta’s own', meta, meta],
		['Meta’s own as JSON', JSON.stringify(meta), meta],
		[
			'titles with ids',
			{ 'Popular Bundles': ['2lc20305pt', 'nseiw1x3ch'], Premium: ['n6k6x0y7oe'] },
			meta,
		],
		['ids', ['a', 7], [{ title: 'View items', product_items: [one('a'), one('7')] }]],
		['ids as text', 'a, b', [{ title: 'View items', product_items: [one('a'), one('b')] }]],
		[
			'a section without a title',
			[{ product_items: [one('a')] }],
			[{ title: 'View items', product_items: [one('a')] }],
		],
	])('many of them are %s', (_what, button_0_sections, sections) => {
		expect(build('multi-product', { ...cart, button_0_sections })).toEqual({
			problems: [],
			components: [
				{ type: 'header', parameters: [{ type: 'text', text: 'Pablo' }] },
				body('10OFF'),
				action('mpm', { thumbnail_product_retailer_id: '2lc20305pt', sections }),
			],
		});
	});

	const ids = (count: number) => Array.from({ length: count }, (_, index) => `p${index}`);
	const shelves = (count: number) =>
		Object.fromEntries(ids(count).map((id) => [`Shelf ${id}`, [id]]));

	it.each<[string, unknown, string]>([
		['nothing', '', 'is empty'],
		['an empty list', [], 'are not a list of products'],
		['an empty object', {}, 'are not a list of products'],
		['broken JSON', '[{"title":', 'are not a list of products'],
		['a number', 7, 'are not a list of products'],
		['products without ids', [{ product_items: [{}] }], 'are not a list of products'],
		['an empty section', { Shirts: [] }, 'have no product in the section “Shirts”'],
		['a long title', { [`${'x'.repeat(25)}`]: ['a'] }, 'more than 24 characters'],
		['eleven sections', shelves(11), 'more than 10 sections'],
		['31 products', ids(31), 'are more than 30'],
	])('are refused where they are %s', (_what, button_0_sections, why) => {
		const [problem] = build('multi-product', { ...cart, button_0_sections }).problems;
		expect(problem?.parameter).toBe('button_0_sections');
		expect(problem?.message).toContain(why);
	});

	it('fit up to ten sections and thirty products', () => {
		expect(problems('multi-product', { ...cart, button_0_sections: shelves(10) })).toEqual([]);
		expect(problems('multi-product', { ...cart, button_0_sections: ids(30) })).toEqual([]);
		expect(problems('multi-product', { ...cart, button_0: '', button_0_sections: 'a' })).toEqual([
			['button_0', 'variable_missing'],
		]);
	});
});

describe('a flow', () => {
	const flow = (action?: object) => [button('flow', 0, action && { type: 'action', action })];

	it.each<[string, TemplateValues, object | undefined]>([
		['nothing', {}, undefined],
		['its token', { button_0_flow_token: 't-1' }, { flow_token: 't-1' }],
		['its data', { button_0_flow_data: { seat: 7 } }, { flow_action_data: { seat: 7 } }],
		['its data as JSON', { button_0_flow_data: '{"seat":7}' }, { flow_action_data: { seat: 7 } }],
		['empty data', { button_0_flow_data: {} }, undefined],
		[
			'both',
			{ button_0_flow_token: 't', button_0_flow_data: { a: 1 } },
			{ flow_token: 't', flow_action_data: { a: 1 } },
		],
	])('is named with %s', (_what, values, action) => {
		expect(build('flow', values)).toEqual({ problems: [], components: flow(action) });
	});

	it('takes an object only', () => {
		for (const button_0_flow_data of ['seat 7', [1], '[1]', 'null']) {
			expect(problems('flow', { button_0_flow_data })).toEqual([
				['button_0_flow_data', 'variable_invalid'],
			]);
		}
	});
});

describe('other parts', () => {
	it('that need no value get none', () => {
		expect(asked('voice-call')).toEqual([
			['1', 'text', true],
			['button_2', 'payload', false],
		]);
		expect(build('voice-call', { 1: 'Ann' }).components).toEqual([body('Ann')]);
		expect(build('call-permission', { 1: 'A-12' }).components).toEqual([body('A-12')]);
	});

	it('a GIF is a video file that is sent as one', () => {
		expect(listParameters(template('gif'))).toMatchObject([
			{ id: 'header_media', kind: 'video', label: 'Header GIF' },
		]);
		expect(build('gif', { header_media: { id: '1' } }).components).toEqual([
			{ type: 'header', parameters: [{ type: 'gif', gif: { id: '1' } }] },
		]);
	});
});
