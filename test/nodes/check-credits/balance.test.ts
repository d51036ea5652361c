import { purchase, useCreditDesk } from './desk';

const desk = useCreditDesk();
const meta = { operation: 'balance', source: 'meta' };
const prepaid = (...rows: object[]) => ({
	operation: 'balance',
	source: 'prepaid',
	purchases: JSON.stringify(rows),
});

test('Meta tells no amount: how it is paid, and where one pays', async () => {
	const answer = await desk.ask(meta);
	expect(answer).toMatchObject({ kind: 'spendOnly', paymentMethod: 'attached', source: 'meta' });
	expect(answer).not.toHaveProperty('amount');
	expect(answer.buy).toMatchObject({
		by: 'meta',
		url: expect.stringMatching(/^https:\/\/business\.facebook\.com\/.*asset_id=102290129340398/),
	});
	await desk.sim('PATCH', '/sim/money', { funding: 'none' });
	expect(await desk.ask(meta)).toMatchObject({
		paymentMethod: 'none',
		whatToDo: expect.stringContaining('payment method'),
	});
});

test('own credits are what was bought less what was charged', async () => {
	await desk.send(10);
	const answer = await desk.ask(prepaid(purchase(), purchase({ payment_id: 'pi_2', amount: 2 })));
	// 80 + 2 − 10 × 0.0113, by Meta's rate card for Japan.
	expect(answer).toMatchObject({ kind: 'prepaid', amount: 81.887, currency: 'USD' });
	expect(answer.buy).toMatchObject({ by: 'stripe' });
});

test('a payment that stands there twice counts once, and an empty table is not 0', async () => {
	expect(await desk.ask(prepaid(purchase(), purchase({ id: 2 })))).toMatchObject({ amount: 80 });
	const empty = await desk.ask(prepaid({}));
	expect(empty).toMatchObject({ kind: 'unavailable', whatToDo: expect.any(String) });
	expect(empty).not.toHaveProperty('amount');
});

test('a row nobody can read is said, and not counted as nothing', async () => {
	await expect(desk.ask(prepaid(purchase({ amount: 'eighty' })))).rejects.toMatchObject({
		message: expect.stringContaining('pi_1'),
	});
});

test('Meta that does not answer is unavailable', async () => {
	desk.engine.credentials.whatsAppBusinessApi = {
		...desk.simulator.credentials,
		accessToken: 'wrong',
	};
	expect(await desk.ask(meta)).toMatchObject({ kind: 'unavailable' });
	expect(await desk.ask(prepaid(purchase()))).toMatchObject({
		kind: 'unavailable',
		message: expect.stringContaining('access token'),
	});
});
