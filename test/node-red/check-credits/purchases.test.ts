import { signAsStripe } from '../../../core/credits/purchases/stripe';
import { useNodeRedDesk } from '../desk';
import { creditsNode, providerNode } from './desk';

const desk = useNodeRedDesk();

const SECRET = 'whsec_a-secret-to-share';

const paid = (credits = 40, payment = 'pi_1') =>
	JSON.stringify({
		...{ id: `evt_${payment}`, type: 'checkout.session.completed', created: 1_790_931_600 },
		livemode: true,
		data: {
			object: {
				...{ id: `cs_${payment}`, object: 'checkout.session', payment_intent: payment },
				...{ payment_status: 'paid', currency: 'usd', amount_total: credits * 200 },
				metadata: {
					...{ credits: String(credits), credit_amount: String(credits * 2) },
					...{ credit_currency: 'USD', credit_total: String(credits * 200) },
				},
			},
		},
	});

/** A call as Stripe makes it. */
async function tell(body: string, signature = signAsStripe(body, SECRET, Date.now())) {
	const answer = await fetch(`${desk.nodeRed.url}/whatsapp-events/payment/pay`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', 'Stripe-Signature': signature },
		body,
	});
	return answer.status;
}

/** What the dialog asks. */
async function dialog(path: string, body: object = {}) {
	const answer = await fetch(`${desk.nodeRed.url}/whatsapp-events/credits/${path}`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ id: 'account', ...body }),
	});
	return (await answer.json()) as { purchases: Array<Record<string, unknown>>; error?: string };
}

beforeEach(async () => {
	await desk.deploy(
		creditsNode('bookPurchase', { path: 'pay', provider: 'provider', balanceFrom: 'prepaid' }),
		providerNode('stripe', { webhookSecret: SECRET }),
	);
	for (const { paymentId } of (await dialog('purchases')).purchases) {
		await dialog('purchases/remove', { paymentId });
	}
});

test('a payment is booked once, however often and however fast it is told', async () => {
	const body = paid(40, 'pi_once');
	const answers = await Promise.all([tell(body), tell(body), tell(body)]);
	expect(answers).toEqual([200, 200, 200]);
	expect(await tell(body)).toBe(200);

	const { sent } = await desk.nodeRed.take();
	expect(sent.map(({ msg }) => msg)).toMatchObject([
		{ topic: 'purchase', payload: { booked: true, credits: 40, amount: 80, paymentId: 'pi_once' } },
	]);
	expect((await dialog('purchases')).purchases).toMatchObject([{ credits: 40, by: 'stripe' }]);
});

test('a forged call is answered 401, books nothing and runs nothing', async () => {
	const body = paid(4000, 'pi_forged');
	expect(await tell(body, signAsStripe(body, 'whsec_another', Date.now()))).toBe(401);
	expect(await tell(body, signAsStripe(body, SECRET, Date.now() - 2 * 86_400_000))).toBe(401);
	expect(await tell(body, signAsStripe(paid(40, 'pi_forged'), SECRET, Date.now()))).toBe(401);
	expect(await tell(body, '')).toBe(401);

	expect((await desk.nodeRed.take()).sent).toEqual([]);
	expect((await dialog('purchases')).purchases).toEqual([]);
});

test('without the signing secret nothing is believed', async () => {
	await desk.deploy(creditsNode('bookPurchase', { path: 'pay', balanceFrom: 'prepaid' }));
	expect(await tell(paid())).toBe(401);
});

test('purchases are added by hand, in the dialog and by a flow, and removed', async () => {
	const typed = {
		credits: '10',
		amount: '20',
		currency: 'usd',
		paidAt: '2026-11-01',
		note: 'Cash',
	};
	expect((await dialog('purchases/add', { purchase: typed })).purchases).toMatchObject([
		{ credits: 10, amount: 20, currency: 'USD', by: 'hand', note: 'Cash' },
	]);
	const { error } = await dialog('purchases/add', { purchase: { ...typed, currency: 'dollars' } });
	expect(error).toMatch(/currency/);
	const payload = { paymentId: 'inv-7', credits: 5, amount: 10, currency: 'USD' };
	await desk.nodeRed.input('credits', { payload });
	await desk.nodeRed.input('credits', { payload });
	expect((await desk.nodeRed.take()).sent.map(({ msg }) => msg.payload.booked)).toEqual([
		true,
		false,
	]);
	const { purchases } = await dialog('purchases/remove', { paymentId: 'inv-7' });
	expect(purchases).toMatchObject([{ note: 'Cash' }]);
});

test('the balance of own credits is what was bought, minus what was spent', async () => {
	await dialog('purchases/add', {
		purchase: { credits: '10', amount: '20', currency: 'USD', paidAt: new Date().toISOString() },
	});
	const answer = await fetch(`${desk.nodeRed.url}/whatsapp-events/credits/look/balance`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ account: accountDraft(), fields: { balanceFrom: 'prepaid' } }),
	});
	expect(await answer.json()).toMatchObject({
		balance: { kind: 'prepaid', amount: 20, currency: 'USD' },
	});
});

/** The account as the editor sends it: stored secrets are not among it. */
function accountDraft() {
	const { accessToken: _t, appSecret: _s, verifyToken: _v, ...fields } = desk.simulator.credentials;
	return { id: 'account', ...fields };
}
