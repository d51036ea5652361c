import { createHmac } from 'node:crypto';
import { startSimulator, type Simulator } from '../index.ts';
import type { JsonObject } from '../json.ts';
import { call } from '../testing/caller.ts';
import { sim } from '../testing/money.ts';
import { startReceiver, type ReceivedCall, type Receiver } from '../testing/receiver.ts';
import { stripeSignature } from './stripeSignature.ts';

let simulator: Simulator;
let receiver: Receiver;
const KEY = 'sk_test_demo_of_the_simulator';
const SECRET = 'whsec_test';
beforeEach(async () => {
	receiver = await startReceiver();
	simulator = await startSimulator({ settings: { webhooks: { retryMs: [5] } } });
	await sim(simulator, 'PUT', '/stripe/endpoint', { url: receiver.url, secret: SECRET });
});
afterEach(async () => {
	await simulator.close();
	await receiver.close();
});

const FORM: Record<string, string> = {
	mode: 'payment',
	'line_items[0][price_data][currency]': 'usd',
	'line_items[0][price_data][unit_amount]': '200',
	'line_items[0][price_data][product_data][name]': 'WhatsApp credits',
	'line_items[0][quantity]': '40',
	success_url: 'https://example.com/done?session={CHECKOUT_SESSION_ID}',
	cancel_url: 'https://example.com/back',
	client_reference_id: 'order-1',
	'metadata[credits]': '40',
};

async function stripe(
	form: Record<string, string> = FORM,
	headers: Record<string, string> = { Authorization: `Bearer ${KEY}` },
) {
	const answer = await fetch(`${simulator.url}/v1/checkout/sessions`, {
		method: 'POST',
		headers,
		body: new URLSearchParams(form),
	});
	return { status: answer.status, json: (await answer.json()) as JsonObject };
}

const open = async () => String((await stripe()).json['id']);
const act = (id: string, action: string) =>
	sim(simulator, 'POST', `/stripe/sessions/${id}/${action}`);
const body = ({ raw }: ReceivedCall) =>
	JSON.parse(raw) as { id: string; type: string; data: { object: JsonObject } };

/** Checked the way Stripe's page says, apart from the code that signs. */
function isSigned({ raw, headers }: ReceivedCall): boolean {
	const header = String(headers['stripe-signature']);
	const [, at = '', v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(header) ?? [];
	const fresh = Math.abs(Date.now() / 1000 - Number(at)) < 300;
	return fresh && createHmac('sha256', SECRET).update(`${at}.${raw}`).digest('hex') === v1;
}

describe('a Checkout session', () => {
	it('is made of a form, with the key as Bearer or as Basic', async () => {
		const { status, json } = await stripe();
		expect(status).toBe(200);
		expect(json).toMatchObject({
			object: 'checkout.session',
			amount_total: 8000,
			currency: 'usd',
			client_reference_id: 'order-1',
			metadata: { credits: '40' },
			payment_status: 'unpaid',
			status: 'open',
			url: `${simulator.url}/sim/stripe/pay/${String(json['id'])}`,
		});
		const basic = `Basic ${Buffer.from(`${KEY}:`).toString('base64')}`;
		expect((await stripe(FORM, { Authorization: basic })).status).toBe(200);
		const again = await fetch(`${simulator.url}/v1/checkout/sessions/${String(json['id'])}`, {
			headers: { Authorization: `Bearer ${KEY}` },
		});
		expect(await again.json()).toEqual(json);
	});

	it('is the same one for the same Idempotency-Key', async () => {
		const headers = { Authorization: `Bearer ${KEY}`, 'Idempotency-Key': 'one' };
		const [first, second] = [await stripe(FORM, headers), await stripe(FORM, headers)];
		expect(second.json['id']).toBe(first.json['id']);
	});

	it.each<[string, number, object, Record<string, string>, Record<string, string>]>([
		['another key', 401, { type: 'invalid_request_error' }, FORM, { Authorization: 'Bearer sk_x' }],
		['no key', 401, {}, FORM, {}],
		['nothing to buy', 400, { param: 'line_items' }, { mode: 'payment', success_url: 'x' }, {}],
		['an unknown parameter', 400, { code: 'parameter_unknown' }, { ...FORM, colour: 'red' }, {}],
		[
			'a broken amount',
			400,
			{ code: 'parameter_invalid_integer' },
			{ ...FORM, 'line_items[0][price_data][unit_amount]': '2.5' },
			{},
		],
		[
			'too little',
			400,
			{ code: 'amount_too_small' },
			{ ...FORM, 'line_items[0][quantity]': '0' },
			{},
		],
	])('is refused for %s', async (_, status, error, form, headers) => {
		const signed = status === 401 ? headers : { Authorization: `Bearer ${KEY}` };
		const answer = await stripe(form, signed);
		expect(answer).toMatchObject({ status, json: { error } });
	});
});

describe('its events', () => {
	it('tell of a payment, signed', async () => {
		const id = await open();
		expect(await act(id, 'pay')).toMatchObject({
			session: { status: 'complete', payment_status: 'paid', url: null },
			calls: [{ status: 200, attempt: 1 }],
		});
		const [got] = receiver.calls;
		expect(isSigned(got!)).toBe(true);
		expect(body(got!)).toMatchObject({
			type: 'checkout.session.completed',
			data: {
				object: { id, amount_total: 8000, payment_status: 'paid', metadata: { credits: '40' } },
			},
		});
		await expect(act(id, 'pay')).rejects.toThrow('The session is complete already.');
	});

	it('come twice for money that comes later, or tell that it does not come', async () => {
		const [paid, failed] = [await open(), await open()];
		await act(paid, 'pay-later');
		await act(paid, 'async-succeed');
		await act(failed, 'pay-later');
		await act(failed, 'async-fail');
		await act(await open(), 'expire');
		await act(await open(), 'cancel');
		const seen = receiver.calls.map(body);
		expect(seen.map(({ type, data }) => [type, data.object['payment_status']])).toEqual([
			['checkout.session.completed', 'unpaid'],
			['checkout.session.async_payment_succeeded', 'paid'],
			['checkout.session.completed', 'unpaid'],
			['checkout.session.async_payment_failed', 'unpaid'],
			['checkout.session.expired', 'unpaid'],
		]);
	});

	it('are sent again with the same bytes, repeated when refused, and forged', async () => {
		receiver.statuses.push(500);
		const { event } = (await act(await open(), 'pay')) as { event: string };
		await receiver.received(2);
		const resend = (given: object) =>
			sim(simulator, 'POST', `/stripe/events/${event}/resend`, given);
		await resend({ repeat: 2 });
		expect(new Set(receiver.calls.map(({ raw }) => raw)).size).toBe(1);
		expect(receiver.calls.every(isSigned)).toBe(true);
		receiver.calls.length = 0;
		for (const forge of ['signature', 'old', 'amount', 'unsigned']) await resend({ forge });
		expect(receiver.calls.map(isSigned)).toEqual([false, false, false, false]);
		expect(body(receiver.calls[2]!).data.object['amount_total']).toBe(80_000);
		const state = (await sim(simulator, 'GET', '/stripe')) as { events: [{ calls: unknown[] }] };
		expect(state.events[0].calls).toHaveLength(8);
	});

	it('are kept for later where there is no address yet', async () => {
		await sim(simulator, 'PUT', '/stripe/endpoint', { url: null });
		const { event, calls } = (await act(await open(), 'pay')) as { event: string; calls: object[] };
		expect(calls).toEqual([]);
		await sim(simulator, 'PUT', '/stripe/endpoint', { url: receiver.url });
		await sim(simulator, 'POST', `/stripe/events/${event}/resend`, {});
		expect(receiver.calls).toHaveLength(1);
	});
});

describe('its page', () => {
	const press = (id: string, action: string) =>
		fetch(`${simulator.url}/sim/stripe/pay/${id}/${action}`, {
			method: 'POST',
			redirect: 'manual',
		});

	it('shows what is bought, takes the money, and leads back', async () => {
		const id = await open();
		const page = await (await fetch(`${simulator.url}/sim/stripe/pay/${id}`)).text();
		expect(page).toContain('WhatsApp credits × 40');
		expect(page).toContain('Pay $80.00');
		const back = await press(id, 'cancel');
		expect(back.headers.get('location')).toBe('https://example.com/back');
		expect(receiver.calls).toHaveLength(0);
		const done = await press(id, 'pay');
		expect(done.status).toBe(303);
		expect(done.headers.get('location')).toBe(`https://example.com/done?session=${id}`);
		expect(receiver.calls).toHaveLength(1);
		expect(await (await fetch(`${simulator.url}/sim/stripe/pay/${id}`)).text()).toContain(
			'This has been paid.',
		);
	});

	it('shows yen without a fraction, in Japanese, and no markup of a name', async () => {
		const { json } = await stripe({
			...FORM,
			'line_items[0][price_data][currency]': 'jpy',
			'line_items[0][price_data][product_data][name]': '<b>クレジット</b>',
		});
		const url = String(json['url']);
		const page = await (await fetch(url, { headers: { 'Accept-Language': 'ja' } })).text();
		expect(page).toContain('8,000 を支払う');
		expect(page).not.toContain('<b>');
	});
});

describe('the signature', () => {
	it('is Stripe’s', () => {
		// By `openssl dgst -sha256 -hmac whsec_test` of `1614265330.{"id":"evt_1"}`.
		expect(stripeSignature('{"id":"evt_1"}', 'whsec_test', 1_614_265_330)).toBe(
			't=1614265330,v1=347e9afe3d74ec4c5cbefd270edc9246513ae3da7b375223e302560fbd4146eb',
		);
	});
});

describe('the rest of the simulator', () => {
	it('still takes versions of the Graph API for what they are', async () => {
		const answer = await call(simulator, 'GET', '/v1.0/checkout', undefined);
		expect(answer.json).toHaveProperty('error.code');
	});
});
