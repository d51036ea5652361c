import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProviderTransport } from '../../core/credits/balance/balance';
import { balanceSources } from '../../core/credits/balance/index';
import { readBalance } from '../../core/credits/balance/read-balance';
import { bookPurchase } from '../../core/credits/purchases/book-purchase';
import type { Purchase } from '../../core/credits/purchases/purchase';
import { checkoutForm, readStripeEvent, verifyStripe } from '../../core/credits/purchases/stripe';
import { startSimulator, type Simulator } from '../../simulator/index';
import { fetchTransport } from '../reconcile/fetch-transport';

/** The client and the simulator were each built from the documentation: here they meet. */
let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.close());

const clock = { now: () => Date.now() };
const provider: ProviderTransport = async ({ method, url, headers, timeoutMs }) => {
	const signal = AbortSignal.timeout(Math.min(timeoutMs, 500));
	const response = await fetch(url, { method, headers, signal, redirect: 'manual' });
	const text = await response.text();
	let body: unknown = text;
	try {
		body = JSON.parse(text);
	} catch {
		// The text is the answer then.
	}
	return { status: response.status, headers: {}, body };
};

const sim = async (
	method: string,
	path: string,
	body?: unknown,
): Promise<Record<string, unknown>> => {
	const response = await fetch(`${simulator.url}/sim${path}`, {
		method,
		headers: { 'content-type': 'application/json' },
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
	expect(response.ok).toBe(true);
	return (await response.json()) as Record<string, unknown>;
};

interface Desk {
	id: string;
	url: string;
	access: Record<string, string>;
}
const providers = balanceSources
	.map(({ id }) => id)
	.filter((id) => id !== 'meta' && id !== 'prepaid');

describe.each(providers)('%s', (id) => {
	const ask = async (change: Record<string, unknown>) => {
		await sim('PATCH', `/providers/${id}`, change);
		const desks = (await sim('GET', '/providers'))['providers'] as Desk[];
		const { url, access } = desks.find((desk) => desk.id === id)!;
		return await readBalance(id, { ...access, apiUrl: url }, { clock, provider });
	};

	test('what the simulator has is what is read', async () => {
		expect(await ask({ amount: 12.34, fault: null })).toMatchObject({
			kind: 'balance',
			amount: 12.34,
		});
		expect(await ask({ amount: 0 })).toMatchObject({ kind: 'balance', amount: 0 });
	});

	test.each([
		['refused', /refused/],
		['timeout', /could not be reached/],
		['malformed', /answered/],
		['html', /out of order/],
		['down', /could not be reached/],
	])('%s is unavailable, not zero', async (fault, words) => {
		const balance = await ask({ amount: 12.34, fault });
		expect(balance).toMatchObject({ kind: 'unavailable', message: expect.stringMatching(words) });
		expect(balance).not.toHaveProperty('amount');
		await ask({ fault: null });
	});
});

test('Meta: card, none, a line of credit, and one that may not be read', async () => {
	const { accessToken, businessAccountId, phoneNumberId } = (await sim(
		'GET',
		'/credentials',
	)) as Record<string, string>;
	const ask = async (money: unknown) => {
		await sim('PATCH', '/money', money);
		return await readBalance(
			'meta',
			{},
			{
				clock,
				graph: fetchTransport(simulator.url, accessToken!),
				account: {
					businessAccountId: businessAccountId!,
					phoneNumberId: phoneNumberId!,
					apiVersion: 'v26.0',
				},
			},
		);
	};
	expect(await ask({ funding: 'card' })).toMatchObject({
		kind: 'spendOnly',
		paymentMethod: 'attached',
	});
	expect(await ask({ funding: 'none' })).toMatchObject({
		kind: 'spendOnly',
		paymentMethod: 'none',
	});
	expect(
		await ask({ funding: 'creditLine', creditLine: { max: 1000, permitted: true } }),
	).toMatchObject({
		kind: 'creditLine',
		amount: 1000,
		currency: 'USD',
	});
	const hidden = await ask({ creditLine: { permitted: false } });
	expect(hidden.kind).toBe('spendOnly');
	expect(hidden).not.toHaveProperty('amount');
	await sim('POST', '/control/reset', { all: true });
});

describe('Stripe', () => {
	let shop: Server;
	const books: Purchase[] = [];
	const answers: string[] = [];

	beforeAll(async () => {
		const { endpoint } = (await sim('GET', '/stripe')) as { endpoint: { secret: string } };
		shop = createServer((request, response) => {
			const chunks: Buffer[] = [];
			request.on('data', (chunk: Buffer) => chunks.push(chunk));
			request.on('end', () => {
				const rawBody = Buffer.concat(chunks);
				const header = request.headers['stripe-signature'] as string | undefined;
				const verified = verifyStripe(rawBody, header, [endpoint.secret], Date.now());
				if (!verified.ok) {
					answers.push(verified.reason);
					response.writeHead(401).end();
					return;
				}
				const reading = readStripeEvent(JSON.parse(rawBody.toString('utf8')));
				if ('purchase' in reading) {
					const booking = bookPurchase(books, reading.purchase);
					answers.push(booking.result);
					if (booking.result === 'book') books.push(booking.purchase);
				} else answers.push('ignored' in reading ? 'ignored' : 'refused');
				response.writeHead(200).end();
			});
		});
		await new Promise<void>((ready) => shop.listen(0, '127.0.0.1', ready));
		const { port } = shop.address() as AddressInfo;
		await sim('PUT', '/stripe/endpoint', { url: `http://127.0.0.1:${port}/` });
	});
	afterAll(async () => await new Promise((done) => shop.close(done)));
	beforeEach(() => {
		books.length = 0;
		answers.length = 0;
	});

	const open = async (): Promise<string> => {
		const { secretKey } = (await sim('GET', '/stripe')) as { secretKey: string };
		const form = checkoutForm({
			...{ credits: 40, creditPrice: 2, currency: 'USD' },
			tax: { name: 'VAT', amount: 8 },
			...{ successUrl: 'https://example.org/done', cancelUrl: 'https://example.org/buy' },
		});
		const response = await fetch(`${simulator.url}/v1/checkout/sessions`, {
			method: 'POST',
			headers: { authorization: `Bearer ${secretKey}` },
			body: new URLSearchParams(form),
		});
		const session = (await response.json()) as { id: string; amount_total: number };
		expect(session.amount_total).toBe(8800);
		return session.id;
	};
	const act = async (session: string, action: string) =>
		(await sim('POST', `/stripe/sessions/${session}/${action}`)) as { event: string };

	test('a payment is booked once, repeated and forged webhooks book nothing', async () => {
		const { event } = await act(await open(), 'pay');
		const resend = async (body: unknown) =>
			await sim('POST', `/stripe/events/${event}/resend`, body);
		await resend({ repeat: 2 });
		for (const forge of ['signature', 'old', 'amount', 'unsigned']) await resend({ forge });
		expect(books).toMatchObject([{ credits: 40, amount: 80, currency: 'USD', by: 'stripe' }]);
		expect(answers.filter((answer) => answer === 'book')).toHaveLength(1);
		expect(answers.filter((answer) => answer === 'already booked').length).toBeGreaterThanOrEqual(
			1,
		);
		expect(answers.slice(-4).every((answer) => answer.startsWith('signature_'))).toBe(true);
	});

	test('a delayed payment is booked when the money is there, and not when it never comes', async () => {
		const paid = await open();
		await act(paid, 'pay-later');
		expect(books).toEqual([]);
		await act(paid, 'async-succeed');
		expect(books).toHaveLength(1);
		const failed = await open();
		await act(failed, 'pay-later');
		await act(failed, 'async-fail');
		expect(books).toHaveLength(1);
	});
});
