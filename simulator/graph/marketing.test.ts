import type { JsonObject } from '../json.ts';
import { startSimulator, type Simulator } from '../index.ts';
import { button, call, namedBody, refusalOf, subscribe } from '../testing/caller.ts';
import { picture } from '../testing/families.ts';
import { startReceiver, type Receiver } from '../testing/receiver.ts';
import { act, createTemplate } from '../testing/templates.ts';

let simulator: Simulator;
let receiver: Receiver;
let now = Date.UTC(2026, 10, 22);
beforeEach(async () => {
	receiver = await startReceiver();
	simulator = await startSimulator({
		clock: { now: () => now },
		settings: { statuses: { sentMs: 5, deliveredMs: 10, autoRead: false } },
	});
	await subscribe(simulator, receiver.url);
});
afterEach(async () => {
	await simulator.close();
	await receiver.close();
});

const offer = {
	name: 'early_bird_offer',
	language: { code: 'en' },
	components: [
		{ type: 'header', parameters: [picture] },
		namedBody({ first_name: 'Ann', event_name: 'Test Conf', discount: '25 percent' }),
		button('url', 1, { type: 'text', text: 'early' }),
		button('copy_code', 2, { type: 'coupon_code', coupon_code: '25OFF' }),
	],
};
const utility = {
	name: 'badge_pickup',
	language: { code: 'en' },
	components: [namedBody({ first_name: 'Ann' })],
};
const send = (template: object, more: JsonObject = {}, version = 'v26.0') =>
	call(simulator, 'POST', `/${version}/${simulator.credentials.phoneNumberId}/marketing_messages`, {
		messaging_product: 'whatsapp',
		recipient_type: 'individual',
		to: '+819012345678',
		type: 'template',
		template,
		...more,
	});

/** The category and the message of the first status that came with a price. */
async function priced() {
	const [first] = await receiver.received(1);
	const body = JSON.parse(first!.raw) as {
		entry: Array<{
			changes: Array<{ value: { statuses: Array<{ pricing?: { category: string } }> } }>;
		}>;
	};
	return body.entry[0]?.changes[0]?.value.statuses[0]?.pricing?.category;
}

describe('a message through the Marketing Messages API', () => {
	it('is accepted like any other, and priced as marketing_lite', async () => {
		const answer = await send(offer, { product_policy: 'STRICT', message_activity_sharing: false });
		expect(answer).toEqual({
			status: 200,
			json: {
				messaging_product: 'whatsapp',
				contacts: [{ input: '+819012345678', wa_id: '819012345678' }],
				messages: [{ id: expect.stringMatching(/^wamid\./), message_status: 'accepted' }],
			},
		});
		expect(await priced()).toBe('marketing_lite');
		expect(simulator.control.phones()[0]?.messages[0]).toMatchObject({
			marketingMessages: true,
			template: { name: 'early_bird_offer' },
		});
		expect(simulator.control.stats().messages.accepted).toBe(1);
	});

	it('is priced as marketing on the usual way', async () => {
		await call(simulator, 'POST', `/v26.0/${simulator.credentials.phoneNumberId}/messages`, {
			messaging_product: 'whatsapp',
			to: '+819012345678',
			type: 'template',
			template: offer,
		});
		expect(await priced()).toBe('marketing');
	});

	it('is checked like any other', async () => {
		expect(refusalOf(await send({ ...offer, components: [] })).code).toBe(132012);
		expect(simulator.control.stats().messages.refused).toBe(1);
	});

	it('is a template', async () => {
		const text = await send(offer, { type: 'text', text: { body: 'Hi' } });
		expect(refusalOf(text)).toMatchObject({
			code: 100,
			error_data: { details: 'Message must be a template message.' },
		});
	});

	it.each([
		['v26.0', 134100],
		['v23.0', 134100],
		['v22.0', 131055],
	])('is a marketing template: in %s else %i', async (version, code) => {
		expect(refusalOf(await send(utility, {}, version))).toMatchObject({ status: 400, code });
	});

	it.each([
		{ product_policy: 'strict' },
		{ product_policy: 1 },
		{ message_activity_sharing: 'yes' },
	])('is refused with %j', async (more) => {
		expect(refusalOf(await send(offer, more)).code).toBe(131009);
	});
});

describe('an account that has not accepted the terms', () => {
	beforeEach(() => simulator.control.change({ marketingMessages: { onboarded: false } }));

	it.each([{}, { product_policy: 'CLOUD_API_FALLBACK' }])(
		'sends the usual way with %j',
		async (more) => {
			expect((await send(offer, more)).status).toBe(200);
			expect(await priced()).toBe('marketing');
		},
	);

	it('sends nothing when told to be strict', async () => {
		expect(refusalOf(await send(offer, { product_policy: 'STRICT' }))).toMatchObject({
			status: 500,
			code: 134102,
			message: '(#134102) Template unavailable for use',
		});
		expect(simulator.control.phones()).toEqual([]);
	});

	it('says so', async () => {
		const read = () =>
			call(
				simulator,
				'GET',
				`/v26.0/${simulator.credentials.businessAccountId}?fields=marketing_messages_onboarding_status`,
			);
		expect((await read()).json['marketing_messages_onboarding_status']).toBe('ELIGIBLE');
		simulator.control.change({ marketingMessages: { onboarded: true } });
		expect((await read()).json['marketing_messages_onboarding_status']).toBe('ONBOARDED');
	});
});

describe('a template that was approved a moment ago', () => {
	const approve = async () => {
		await createTemplate(simulator, {
			name: 'doors_open',
			language: 'en',
			category: 'MARKETING',
			components: [{ type: 'BODY', text: 'The doors of the venue open at nine.' }],
		});
		await act(simulator, 'approve');
	};
	const fresh = { name: 'doors_open', language: { code: 'en' } };

	it('is not ready while it synchronises, when that is set', async () => {
		simulator.control.change({ marketingMessages: { syncMs: 600_000 } });
		await approve();
		expect(refusalOf(await send(fresh))).toMatchObject({ status: 400, code: 134101 });
		now += 599_000;
		expect(refusalOf(await send(fresh)).code).toBe(134101);
		now += 1000;
		expect((await send(fresh)).status).toBe(200);
	});

	it('is ready at once otherwise, and older ones always are', async () => {
		await approve();
		expect((await send(fresh)).status).toBe(200);
		simulator.control.change({ marketingMessages: { syncMs: 600_000 } });
		expect((await send(offer)).status).toBe(200);
	});
});
