import type { INodeExecutionData, INodeParameters, ResourceMapperFields } from 'n8n-workflow';
import { named, outcomes, phone, useDesk } from './desk';

const desk = useDesk();

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk', 'base64');

const fieldsOf = async (value: string) =>
	(
		await desk.engine.loadOptions<ResourceMapperFields>(
			'whatsAppSendTemplate',
			'resourceMapping',
			'getTemplateVariables',
			{ template: { __rl: true, mode: 'list', value } as never, options: {} },
		)
	).fields;

/** The node with its fields filled in, as n8n keeps them. */
const filledIn = async (template: string, value: INodeParameters): Promise<INodeParameters> => ({
	...named(template),
	variablesFrom: 'fields',
	variables: {
		mappingMode: 'defineBelow',
		value,
		schema: (await fieldsOf(`${template}:en`)) as never,
	},
});

const components = () =>
	desk.requests().map(({ body }) => body.template.components as Array<Record<string, never>>);

const offer = {
	first_name: 'Ann',
	event_name: 'Test Conf',
	discount: '20 %',
	header_media: 'https://example.com/a.png',
	button_0: 'LAST20',
	button_1: 'last',
};

const endOf = (index: number) =>
	(components()[index]?.[2] as never as { parameters: Array<Record<string, never>> }).parameters[0]
		?.limited_time_offer;

describe('the fields of a family', () => {
	test.each<[string, Array<[id: string, label: string, type: string, required: boolean]>]>([
		[
			'last_tickets_offer:en',
			[
				['header_media', 'Header Image (link, ID, file)', 'string', true],
				['first_name', 'First Name (e.g. Ann)', 'string', true],
				['event_name', 'Event Name', 'string', true],
				['discount', 'Discount (e.g. 20 percent)', 'string', true],
				['offer_expires', 'Offer Ends', 'dateTime', true],
				['button_0', 'Code: Copy offer code', 'string', true],
				['button_1', 'End of Link: Get tickets', 'string', true],
			],
		],
		['login_code:en', [['code', 'Code (e.g. 123456)', 'string', true]]],
		[
			'merch_items:en',
			[
				['first_name', 'First Name (e.g. Ann)', 'string', true],
				['button_0', 'Product on Picture', 'string', true],
				['button_0_sections', 'Products: View items (IDs or JSON)', 'string', true],
			],
		],
		[
			'feedback_flow:en',
			[
				['first_name', 'First Name (e.g. Ann)', 'string', true],
				['event_name', 'Event Name', 'string', true],
				['button_0_flow_token', 'Flow Token: Give feedback', 'string', false],
				['button_0_flow_data', 'Flow Data: Give feedback (JSON)', 'object', false],
			],
		],
	])('are those of %s', async (template, expected) => {
		expect(
			(await fieldsOf(template)).map(({ id, displayName, type, required }) => [
				id,
				displayName,
				type,
				required,
			]),
		).toEqual(expected);
	});

	test('of a carousel are named by their card', async () => {
		const labels = (await fieldsOf('event_carousel:en')).map(({ displayName }) => displayName);
		expect(labels.slice(0, 4)).toEqual([
			'Variable 1 (e.g. Ann)',
			'Card 1: Image (link, ID, file)',
			'Card 1: Variable 1',
			'Card 1: Reply ID: Tell me more',
		]);
		expect(labels).toHaveLength(1 + 3 * 4);
	});

	test('of more product cards than there are wait until somebody adds them', async () => {
		const fields = await fieldsOf('merch_cards:en');
		expect(fields.filter(({ removed }) => removed).map(({ id }) => id)).toEqual(
			[2, 3, 4, 5, 6, 7, 8, 9].map((index) => `card_${index}_product`),
		);
	});
});

describe('what is typed into the fields', () => {
	test.each<[string, unknown, string]>([
		// n8n's own time zone in these tests.
		['a time as the calendar writes it', '2030-12-24T23:59:00', '2030-12-24T23:59:00-05:00'],
		['a time with its zone', '2030-12-24T23:59:00+09:00', '2030-12-24T23:59:00+09:00'],
		['a field of the item', '={{ $json.ends }}', '2030-01-01T00:00:00Z'],
		[
			'a time somebody calculates',
			"={{ DateTime.fromISO('2030-01-01T09:00:00+09:00') }}",
			'2030-01-01T00:00:00Z',
		],
	])('is the end of an offer: %s', async (_what, offer_expires, time) => {
		const parameters = await filledIn('last_tickets_offer', {
			...offer,
			offer_expires: offer_expires as string,
		});
		const { sent, notSent } = await desk.send(
			[{ to: phone(1), ends: '2030-01-01T00:00:00Z' }],
			parameters,
		);

		expect(outcomes([...sent, ...notSent])).toEqual([['accepted', undefined]]);
		expect(endOf(0)).toEqual({ expiration_time_ms: Date.parse(time) });
	});

	test.each<[string, string]>([
		['a list', "={{ ['shirt-blue', 'mug-white'] }}"],
		['sections', "={{ { 'View items': ['shirt-blue', 'mug-white'] } }}"],
		['text', 'shirt-blue, mug-white'],
		['JSON', '["shirt-blue", "mug-white"]'],
	])('are products: %s', async (_what, button_0_sections) => {
		const { sent } = await desk.send(
			[{ to: phone(1) }],
			await filledIn('merch_items', {
				first_name: 'Ann',
				button_0: 'shirt-blue',
				button_0_sections,
			}),
		);

		expect(sent).toHaveLength(1);
		expect(components()[0]?.at(-1)).toMatchObject({
			parameters: [
				{
					action: {
						sections: [
							{
								title: 'View items',
								product_items: [
									{ product_retailer_id: 'shirt-blue' },
									{ product_retailer_id: 'mug-white' },
								],
							},
						],
					},
				},
			],
		});
	});

	test('are the data of a flow', async () => {
		await desk.send(
			[{ to: phone(1), seat: 'A1' }],
			await filledIn('feedback_flow', {
				first_name: 'Ann',
				event_name: 'Test Conf',
				button_0_flow_data: '={{ { seat: $json.seat } }}',
			}),
		);

		expect(components()[0]?.at(-1)).toMatchObject({
			parameters: [{ type: 'action', action: { flow_action_data: { seat: 'A1' } } }],
		});
	});
});

test('the files of a carousel are uploaded once each, for all cards and twenty people', async () => {
	const card = (index: number) => ({
		[`card_${index}_header_media`]: index === 1 ? 'other' : 'guide',
		[`card_${index}_1`]: 'Aiko',
		[`card_${index}_button_1`]: 'walk',
	});
	const variables = { 1: 'Ann', ...card(0), ...card(1), ...card(2) };
	const png = (data: Buffer) => ({ data: data.toString('base64'), mimeType: 'image/png' });
	const items = Array.from({ length: 20 }, (_, index) => ({
		json: { to: phone(index), variables },
		binary: { guide: png(PNG), other: png(Buffer.concat([PNG, Buffer.from('x')])) },
	})) as INodeExecutionData[];

	const { sent } = await desk.send(items, named('event_carousel'));

	expect(sent).toHaveLength(20);
	expect(desk.requests('/media')).toHaveLength(2);
});

test('a dry run of a code shows its text', async () => {
	const { sent } = await desk.send([{ to: phone(1), variables: { code: '493817' } }], {
		...named('login_code'),
		options: { dryRun: true },
	});

	expect(sent[0]?.json.text).toMatchObject({
		body: '*493817* is your verification code. For your security, do not share this code.',
	});
});

describe('a template that became marketing', () => {
	const guest = () => [{ to: phone(1), variables: { first_name: 'Ann' } }];
	const send = async () => {
		const { sent, notSent } = await desk.send(guest(), named('category_moved'));
		return outcomes([...sent, ...notSent])[0]?.[1] ?? 'sent';
	};

	test('is asked for again by the next run after it was refused', async () => {
		expect(await send()).toBe('template_category');
		desk.simulator.control.changeTemplate('category_moved', 'en', {
			category: 'UTILITY',
			previous_category: null,
		});
		expect(await send()).toBe('sent');
	});

	test('is read once for a whole run, however many are refused', async () => {
		const items = Array.from({ length: 30 }, (_, index) => ({ ...guest()[0], to: phone(index) }));
		const { notSent } = await desk.send(items, named('category_moved'));

		expect(notSent).toHaveLength(30);
		expect(desk.requests('/message_templates')).toHaveLength(1);
	});
});
