import { useNodeRedDesk } from '../desk';
import { control, creditsNode, providerNode } from './desk';

const desk = useNodeRedDesk();

/** What one message makes of it, output by output. */
async function ask(node: object, msg: object = {}, ...more: object[]) {
	await desk.deploy(node, ...more);
	const error = await desk.nodeRed.input('credits', msg);
	const { sent, statuses } = await desk.nodeRed.take();
	const from = (port: number) =>
		sent.filter((one) => one.node === 'credits' && one.port === port).map((one) => one.msg);
	return { error, first: from(0), low: from(1), status: statuses.at(-1)?.status };
}

const sim = async (method: string, path: string, body?: object) =>
	await control(desk.simulator, method, path, body);

/** A purse with 42.50 in it. */
async function twilio() {
	await sim('PATCH', 'providers/twilio', { amount: 42.5 });
	const { providers } = (await sim('GET', 'providers')) as {
		providers: Array<{ id: string; url: string; access: Record<string, string> }>;
	};
	const { access, url } = providers.find(({ id }) => id === 'twilio')!;
	return providerNode('twilio', { ...access, apiUrl: url });
}

test('Meta tells a payment method and no money: never an amount', async () => {
	const { first, status, error } = await ask(creditsNode('balance'));

	expect(error).toBeUndefined();
	expect(first[0]?.payload).toMatchObject({ source: 'meta', paymentMethod: 'attached' });
	expect(first[0]?.payload).not.toHaveProperty('amount');
	expect(status?.text).toBe('payment method attached');
});

test('a provider’s balance is asked with its own keys, and a refusal is no 0', async () => {
	const provider = await twilio();
	const node = creditsNode('balance', { balanceFrom: 'provider', provider: 'provider' });
	const { first } = await ask(node, {}, provider);
	expect(first[0]?.payload).toMatchObject({ kind: 'balance', amount: 42.5, currency: 'USD' });

	await sim('PATCH', 'providers/twilio', { fault: 'refused' });
	const refused = (await ask(node, {}, provider)).first[0]?.payload;
	expect(refused).toMatchObject({ kind: 'unavailable', message: expect.stringMatching(/\w/) });
	expect(refused).not.toHaveProperty('amount');
}, 30_000);

test('a price is worked out without an account, and says where one pays', async () => {
	const { first } = await ask(
		creditsNode('price', { account: '', balanceFrom: 'prepaid', taxPercent: 10 }),
		{ payload: 10_000, successUrl: 'https://flows.example.org/thanks' },
	);
	expect(first[0]?.payload).toMatchObject({
		...{ credits: 40, messages: 10_000, net: 80, tax: 8, total: 88, currency: 'USD' },
		buying: { by: 'stripe' },
		checkout: { mode: 'payment', 'line_items[0][quantity]': '40' },
	});

	const meta = await ask(creditsNode('price'), { payload: 10_000 });
	expect(meta.first[0]?.payload).toMatchObject({
		buying: { by: 'meta', url: expect.stringContaining('business.facebook.com') },
	});
	expect((await ask(creditsNode('price'), { payload: 'many' })).error?.message).toContain('many');
}, 30_000);

test('a list is estimated by country, and who has no number costs nothing', async () => {
	const { first, error } = await ask(
		creditsNode('estimate', { template: 'attendee_registration_confirmation:en' }),
		{ payload: [{ to: '+81 90 1234 5678' }, { to: '+1 202 555 0101' }, { to: '12' }] },
	);

	expect(error).toBeUndefined();
	expect(first[0]?.payload).toMatchObject({ messages: 2, leftOut: 1, total: 0.0113 + 0.0034 });
});

test('the guard lets the message through as it came, or says why not', async () => {
	const provider = await twilio();
	const guard = (more: object) =>
		creditsNode('guard', { balanceFrom: 'provider', provider: 'provider', ...more });
	const enough = await ask(guard({ amount: 20 }), { payload: ['+819012345678'] }, provider);
	expect(enough.first[0]).toMatchObject({
		payload: ['+819012345678'],
		credits: { enough: true, certain: true },
	});

	const low = await ask(guard({ amount: 50, tellOnce: true }), {}, provider);
	expect(low.low[0]).toMatchObject({ credits: { enough: false } });
	// Told once, until there is enough again.
	const again = await desk.nodeRed.input('credits', {});
	expect(again).toBeUndefined();
	expect((await desk.nodeRed.take()).sent).toEqual([]);
	await sim('PATCH', 'providers/twilio', { amount: 100 });
	await desk.nodeRed.input('credits', {});
	expect((await desk.nodeRed.take()).sent).toMatchObject([{ port: 0 }]);
	await desk.nodeRed.input('credits', {});
	expect((await desk.nodeRed.take()).sent).toEqual([]);
}, 30_000);

test('a ban is told once, by whichever comes first, and so is its end', async () => {
	const node = creditsNode('health', { tellOnce: true });
	expect((await ask(node)).first).toEqual([]);
	await sim('POST', 'account/ban', {});
	const look = async () => {
		expect(await desk.nodeRed.input('credits', { payload: 'look' })).toBeUndefined();
		return (await desk.nodeRed.take()).sent.map(({ msg }) => msg);
	};
	expect(await look()).toMatchObject([{ topic: 'alert', payload: { severity: 'blocked' } }]);
	expect(await look()).toEqual([]);
	await sim('POST', 'account/reinstate');
	expect(await look()).toMatchObject([{ topic: 'alert', payload: { severity: 'good' } }]);
	expect(await look()).toEqual([]);
}, 30_000);

test('the page is a document, and what cannot be known does not keep it back', async () => {
	const { first, error } = await ask(creditsNode('page', { title: 'Our credits' }));

	expect(error).toBeUndefined();
	expect(String(first[0]?.payload)).toMatch(/^<!doctype html>/i);
	expect(String(first[0]?.payload)).toContain('Our credits');
	expect(first[0]).toMatchObject({ headers: { 'content-type': expect.stringContaining('html') } });
});
