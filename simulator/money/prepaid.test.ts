import { startSimulator, type Simulator } from '../index.ts';
import { call, refusalOf } from '../testing/caller.ts';
import { putPlainTemplates, sendPlain, settled, sim, statuses } from '../testing/money.ts';

let simulator: Simulator;
/** Real time, moved by hand: each message is accepted a millisecond later. */
let now = Date.UTC(2026, 10, 22);
beforeEach(async () => {
	simulator = await startSimulator({
		clock: { now: () => (now += 1) },
		settings: { statuses: { sentMs: 1, deliveredMs: 2, autoRead: false } },
	});
	putPlainTemplates(simulator);
});
afterEach(() => simulator.close());

const phone = (index: number) => `+8190${10_000_000 + index}`;

describe('prepaid money', () => {
	it('runs out at exactly the message it does not cover, however fast they are sent', async () => {
		// Japan is in the rest of Asia Pacific: 0.0113 a utility message, so 30 cost 0.339.
		await sim(simulator, 'PATCH', '/money', { funding: 'prepaid', balance: 0.3399 });
		for (let index = 0; index < 40; index += 1) {
			expect((await sendPlain(simulator, phone(index))).status).toBe(200);
		}
		await settled(simulator);
		const seen = statuses(simulator);
		expect(seen.slice(0, 30)).toEqual(Array(30).fill('delivered'));
		expect(seen.slice(30)).toEqual(Array(10).fill('131042'));
		expect(await sim(simulator, 'GET', '/money')).toMatchObject({
			balance: 0.0009,
			held: 0,
			spent: 0.339,
			messages: 30,
		});
	});

	it('covers the last message to the last millionth', async () => {
		await sim(simulator, 'PATCH', '/money', { funding: 'prepaid', balance: 0.0226 });
		for (const index of [1, 2, 3]) await sendPlain(simulator, phone(index));
		await settled(simulator);
		expect(statuses(simulator)).toEqual(['delivered', 'delivered', '131042']);
		expect(await sim(simulator, 'GET', '/money')).toMatchObject({ balance: 0 });
	});

	it('pays again after a top-up, also over a message that costs less', async () => {
		await sim(simulator, 'PATCH', '/money', { funding: 'prepaid', balance: 0.005 });
		await sendPlain(simulator, phone(1));
		await sendPlain(simulator, '+14155550101');
		await sim(simulator, 'POST', '/money/topup', { amount: 0.01 });
		await sendPlain(simulator, phone(2));
		await settled(simulator);
		expect(statuses(simulator)).toEqual(['131042', 'delivered', 'delivered']);
		// 0.005 + 0.01 − 0.0034 (North America) − 0.0113
		expect(await sim(simulator, 'GET', '/money')).toMatchObject({ balance: 0.0003 });
	});

	it('is refused at once when told so', async () => {
		await sim(simulator, 'PATCH', '/money', { funding: 'prepaid', balance: 0, refuse: true });
		expect(refusalOf(await sendPlain(simulator, phone(1)))).toMatchObject({
			status: 400,
			code: 131042,
			message: '(#131042) Business eligibility payment issue',
		});
		expect(simulator.control.stats().messages.accepted).toBe(0);
	});

	it('is not charged for a message that fails for another reason', async () => {
		await sim(simulator, 'PATCH', '/money', { funding: 'prepaid', balance: 1 });
		simulator.control.change({ recipients: { '819010000001': { fail: 131026 } } });
		await sendPlain(simulator, '+819010000001');
		await settled(simulator);
		expect(await sim(simulator, 'GET', '/money')).toMatchObject({ balance: 1, held: 0 });
	});

	it('stays what it was when the messages are emptied, and is gone with everything', async () => {
		await sim(simulator, 'PATCH', '/money', { funding: 'prepaid', balance: 1 });
		await sendPlain(simulator, phone(1));
		await settled(simulator);
		simulator.control.reset();
		expect(await sim(simulator, 'GET', '/money')).toMatchObject({ balance: 0.9887, spent: 0 });
		simulator.control.reset({ all: true });
		expect(await sim(simulator, 'GET', '/money')).toMatchObject({ funding: 'card', balance: null });
	});

	it('can only be topped up where there is any', async () => {
		const answer = await call(simulator, 'POST', '/sim/money/topup', { amount: 5 });
		expect(answer).toMatchObject({
			status: 400,
			json: { error: 'Only a prepaid account can be topped up.' },
		});
	});
});

describe('an account without a payment method', () => {
	it('shows none, sends free messages, and fails those that cost', async () => {
		await sim(simulator, 'PATCH', '/money', { funding: 'none' });
		const account = await call(
			simulator,
			'GET',
			`/v26.0/${simulator.credentials.businessAccountId}?fields=primary_funding_id,health_status`,
		);
		expect(account.json['primary_funding_id']).toBeUndefined();
		expect(account.json['health_status']).toMatchObject({ can_send_message: 'BLOCKED' });
		await sim(simulator, 'POST', '/phones/819010000001/text', { text: 'Hello' });
		await call(simulator, 'POST', `/v26.0/${simulator.credentials.phoneNumberId}/messages`, {
			messaging_product: 'whatsapp',
			to: '+819010000001',
			text: { body: 'Hello' },
		});
		await sendPlain(simulator, '+819010000002');
		await settled(simulator);
		expect(statuses(simulator)).toEqual(['delivered', '131042']);
	});
});

describe('a credit line', () => {
	it('is listed with its amounts, and is full at some point', async () => {
		await sim(simulator, 'PATCH', '/money', {
			funding: 'creditLine',
			creditLine: { max: 10, used: 9.98 },
		});
		for (const index of [1, 2]) await sendPlain(simulator, phone(index));
		await settled(simulator);
		expect(statuses(simulator)).toEqual(['delivered', '131042']);
		const fields = 'id,balance,max_balance,credit_available,is_access_revoked';
		const { businessId } = simulator.credentials;
		const path = `/v26.0/${businessId}/extendedcredits?fields=${fields}`;
		const { json } = await call(simulator, 'GET', path);
		expect(json['data']).toEqual([
			{
				id: '1972385232742141',
				balance: {
					amount: '9.99',
					amount_in_hundredths: '999',
					currency: 'USD',
					offsetted_amount: '999',
				},
				max_balance: expect.objectContaining({ amount: '10.00' }) as unknown,
				credit_available: expect.objectContaining({ amount: '0.01' }) as unknown,
				is_access_revoked: false,
			},
		]);
		await sim(simulator, 'PATCH', '/money', { creditLine: { permitted: false } });
		expect(refusalOf(await call(simulator, 'GET', path))).toMatchObject({ code: 200, status: 403 });
	});
});
