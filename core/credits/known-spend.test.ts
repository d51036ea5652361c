import { fixture } from '../testing/fixture';
import { scriptedTransport } from '../testing/scripted-transport';
import { readKnownSpend } from './known-spend';

const account = { businessAccountId: '102290129340398', apiVersion: 'v26.0' };
const facts = fixture<object>(__dirname, 'business-account');
const since = Date.parse('2026-11-02T00:00+01:00');
const now = Date.parse('2026-11-04T00:00+01:00');

const known = async (points: unknown, more = { since, now }) =>
	await readKnownSpend(
		scriptedTransport(({ query }) =>
			query?.fields?.includes('pricing_analytics')
				? { body: points }
				: { body: { ...facts, currency: 'USD' } },
		).transport,
		account,
		more,
	);

const points = (...data_points: unknown[]) => ({ pricing_analytics: { data: [{ data_points }] } });
const hidden = {
	start: since / 1000,
	end: since / 1000 + 86_400,
	country: 'JP',
	pricing_type: 'REGULAR',
	pricing_category: 'UTILITY',
	volume: 100,
};

it('is what Meta says, or the rate card where Meta hides it', async () => {
	expect(await known(fixture(__dirname, 'pricing-analytics'))).toEqual({
		currency: 'USD',
		amount: 0.8827,
	});
	expect(await known(points(hidden))).toEqual({ currency: 'USD', amount: 1.13, estimated: true });
	expect(await known(points())).toEqual({ currency: 'USD', amount: 0 });
});

it('says from when on it was counted, where that is before the time asked for', async () => {
	const within = since + 17 * 60_000;
	expect(await known(points(), { since: within, now })).toMatchObject({ amount: 0, from: since });
	expect(await known(points(hidden), { since: within, now })).toMatchObject({ from: since });
});

it('has no amount where one message has no price, or a part is longer ago than WhatsApp keeps', async () => {
	const { amount, why } = await known(fixture(__dirname, 'pricing-analytics-bsp'));
	expect(amount).toBeUndefined();
	expect(why).toMatch(/of 4 messages the rate card has no price/);
	const old = await known(points(), { since: Date.parse('2025-01-01'), now });
	expect(old).not.toHaveProperty('amount');
	expect(old.why).toMatch(/keeps what was spent for one year.* on$/);
});
