import { signAsStripe } from '../../../core/credits/purchases/stripe';
import { useCreditDesk } from './desk';

const SECRET = 'whsec_of_the_endpoint';
const desk = useCreditDesk();

beforeEach(() => {
	desk.engine.credentials.whatsAppCreditProviderApi = {
		provider: 'stripe',
		stripeWebhookSecret: `${SECRET}, whsec_the_one_before`,
	};
});

const event = (more: object = {}) => ({
	id: 'evt_1',
	type: 'checkout.session.completed',
	created: Math.floor(Date.now() / 1000),
	livemode: true,
	data: {
		object: {
			...{ id: 'cs_1', payment_intent: 'pi_1', payment_status: 'paid' },
			...{ currency: 'usd', amount_total: 8800 },
			metadata: {
				...{ credits: '40', credit_amount: '80', credit_currency: 'USD', credit_total: '8800' },
			},
			...more,
		},
	},
});

/** A webhook as n8n's Webhook step with Raw Body hands it on. */
function webhook(body: object, secret = SECRET, at = Date.now()) {
	const raw = JSON.stringify(body);
	return {
		json: { headers: { 'stripe-signature': signAsStripe(raw, secret, at) } },
		binary: { data: { data: Buffer.from(raw).toString('base64'), mimeType: 'application/json' } },
	};
}

const byStripe = {
	...{ operation: 'bookPurchase', paidBy: 'stripe', body: 'data' },
	signature: "={{ $json.headers['stripe-signature'] }}",
};

test('a payment becomes the row of the table', async () => {
	const row = { payment_id: 'pi_1', credits: 40, amount: 80, currency: 'USD', by: 'stripe' };
	expect(await desk.ask(byStripe, [webhook(event())])).toMatchObject({
		booked: true,
		status: 200,
		test: false,
		...row,
	});
	const rotated = webhook(event(), 'whsec_the_one_before');
	expect(await desk.ask(byStripe, [rotated])).toMatchObject({ booked: true, ...row });
});

test.each([
	['another secret', webhook(event(), 'whsec_forged')],
	['a signature of an hour ago', webhook(event(), SECRET, Date.now() - 3_600_000)],
	['no signature', { ...webhook(event()), json: { headers: {} } }],
	['other bytes', { ...webhook(event({ amount_total: 1 })), json: webhook(event()).json }],
])('%s books nothing and is answered 401', async (_, item) => {
	const answer = await desk.ask(byStripe, [item as never]);
	expect(answer).toMatchObject({ booked: false, status: 401, message: expect.any(String) });
	expect(answer).not.toHaveProperty('payment_id');
});

test('what does not fit is for somebody to look at, and what books nothing is passed over', async () => {
	expect(await desk.ask(byStripe, [webhook(event({ amount_total: 100 }))])).toMatchObject({
		...{ booked: false, status: 200, needsAttention: true, whatToDo: expect.any(String) },
	});
	const unpaid = webhook(event({ payment_status: 'unpaid' }));
	const answer = await desk.ask(byStripe, [unpaid]);
	expect(answer).toMatchObject({ booked: false, status: 200, reason: 'ignored' });
	expect(answer).not.toHaveProperty('needsAttention');
});

test('without the raw body the step says which option is missing', async () => {
	await expect(desk.ask(byStripe, [{ headers: {} }])).rejects.toMatchObject({
		description: expect.stringContaining('Raw Body'),
	});
});

test('a credential of a provider proves nothing', async () => {
	desk.engine.credentials.whatsAppCreditProviderApi = {
		provider: 'twilio',
		stripeWebhookSecret: SECRET,
	};
	expect(await desk.ask(byStripe, [webhook(event())])).toMatchObject({
		booked: false,
		reason: 'secret_missing',
	});
});

const byHand = {
	...{ operation: 'bookPurchase', paidBy: 'hand', paymentId: 'INV-7', creditsBought: 40 },
	...{ amountPaid: 80, currencyPaid: 'usd', paidAt: '2026-11-03', note: 'bank transfer' },
};

test('a bank transfer is booked by hand', async () => {
	expect(await desk.ask(byHand)).toMatchObject({
		...{ booked: true, payment_id: 'INV-7', credits: 40, amount: 80, currency: 'USD' },
		...{ paid_at: expect.stringMatching(/^2026-11-03/), by: 'hand', note: 'bank transfer' },
	});
	await expect(desk.ask({ ...byHand, amountPaid: 0 })).rejects.toMatchObject({
		message: expect.stringContaining('amount'),
	});
	await expect(desk.ask({ ...byHand, currencyPaid: 'dollars' })).rejects.toMatchObject({
		message: expect.stringContaining('USD'),
	});
});
