import fc from 'fast-check';
import { transportErrorFrom } from '../graph/transport-failure';
import { fixture } from '../testing/fixture';
import { refusal, scriptedTransport, type ScriptedAnswer } from '../testing/scripted-transport';
import type { Billing } from './billing';
import { readSpend, type SpendPeriod } from './spend';
import { readPoints } from './spend-points';
import { spendBy, spendPerDay } from './spend-report';
import { spendWindows } from './spend-windows';

const account = { businessAccountId: '102290129340398', apiVersion: 'v26.0' };
const billing: Billing = {
	currency: 'USD',
	timeZone: 'Europe/Berlin',
	timeZoneKnown: true,
	primaryFunding: 'present',
	notes: [],
};
const at = (time: string) => Date.parse(time);
const wholeDays = { from: at('2026-11-02T00:00+01:00'), until: at('2026-11-04T00:00+01:00') };

async function read(answer: ScriptedAnswer, period: Partial<SpendPeriod> = {}) {
	const { transport, requests } = scriptedTransport(() => answer);
	const spend = await readSpend(transport, account, { ...wholeDays, billing, ...period });
	return { spend, fields: requests.map(({ query }) => query?.fields) };
}

const sample = { body: fixture(__dirname, 'pricing-analytics') };
const hidden = { body: fixture(__dirname, 'pricing-analytics-bsp') };

it('asks for whole days as days, by everything that is told apart', async () => {
	const { spend, fields } = await read(sample);
	expect(fields).toEqual([
		'id,pricing_analytics.start(1793574000).end(1793746800).granularity(DAILY).metric_types([COST,VOLUME]).dimensions([COUNTRY,PRICING_CATEGORY,PRICING_TYPE,PHONE,TIER])',
	]);
	expect(spend).toMatchObject({ currency: 'USD', costHidden: false, notes: [], ...wholeDays });
	expect(spend.points[0]).toEqual({
		from: wholeDays.from,
		until: wholeDays.from + 86_400_000,
		country: 'US',
		category: 'UTILITY',
		pricingType: 'REGULAR',
		phone: '15550783881',
		tier: '0:750000',
		volume: 2,
		cost: 0.0068,
	});
});

describe('a period', () => {
	const windows = (from: string, until: string, timeZone = 'Europe/Berlin', now?: string) =>
		spendWindows({ from: at(from), until: at(until), ...(now ? { now: at(now) } : {}) }, timeZone);
	const shape = ({ windows: all }: ReturnType<typeof spendWindows>) =>
		all.map(({ from, until, granularity }) => [
			granularity,
			new Date(from).toISOString().slice(0, 16),
			new Date(until).toISOString().slice(0, 16),
		]);

	it('has its pieces of days in half hours', () => {
		expect(shape(windows('2026-11-01T10:10Z', '2026-11-04T09:05Z'))).toEqual([
			['HALF_HOUR', '2026-11-01T10:00', '2026-11-01T23:00'],
			['DAILY', '2026-11-01T23:00', '2026-11-03T23:00'],
			['HALF_HOUR', '2026-11-03T23:00', '2026-11-04T09:30'],
		]);
	});

	it('within a day is in half hours', () => {
		expect(shape(windows('2026-11-04T08:10Z', '2026-11-04T09:00Z'))).toEqual([
			['HALF_HOUR', '2026-11-04T08:00', '2026-11-04T09:00'],
		]);
	});

	it('has no gap and no overlap, wherever the account is', () => {
		const moments = fc.integer({ min: at('2026-01-01'), max: at('2027-12-31') });
		const zones = fc.constantFrom(
			'Asia/Kathmandu',
			'America/Los_Angeles',
			'Australia/Lord_Howe',
			'UTC',
		);
		fc.assert(
			fc.property(
				moments,
				fc.integer({ min: 1, max: 90 * 86_400_000 }),
				zones,
				(from, length, zone) => {
					const { windows: all, ...whole } = spendWindows({ from, until: from + length }, zone);
					expect(all[0]?.from).toBe(whole.from);
					expect(all.at(-1)?.until).toBe(whole.until);
					all.slice(1).forEach((one, i) => expect(one.from).toBe(all[i]?.until));
					expect(whole.from).toBeLessThanOrEqual(from);
					expect(whole.until).toBeGreaterThanOrEqual(from + length);
				},
			),
		);
	});

	it('of more than a year is cut to it, and says so', () => {
		const { from, notes } = windows('2025-01-01T00:00Z', '2026-11-20T12:00Z');
		expect(new Date(from).toISOString()).toBe('2025-11-20T12:00:00.000Z');
		expect(notes).toEqual([
			'WhatsApp keeps what was spent for one year: counted from 2025-11-20 on.',
		]);
		expect(() =>
			windows('2024-01-01T00:00Z', '2025-01-01T00:00Z', 'UTC', '2026-11-20T12:00Z'),
		).toThrow(/keeps it for one year/);
	});

	it('has to end after it begins', () => {
		expect(() => windows('2026-11-04T08:00Z', '2026-11-04T08:00Z')).toThrow(/end after it begins/);
	});
});

describe('what is spent never reads as nothing', () => {
	const point = { start: 1793574000, end: 1793660400, volume: 2, cost: 0.1 };
	const withPoints = (...data_points: unknown[]) => ({
		body: { pricing_analytics: { data: [{ data_points }] } },
	});
	it.each<[string, ScriptedAnswer, RegExp]>([
		['where Meta refuses', refusal(200, { status: 403 }), /^Reading the spend: .*code 200/],
		['where a page answers', { status: 502, body: '<html>' }, /HTTP 502/],
		['where the field is not there', { body: { id: '1' } }, /no pricing_analytics/],
		['where it is something else', { body: { pricing_analytics: { data: 7 } } }, /no list of data/],
		[
			'where a part has no points',
			{ body: { pricing_analytics: { data: [{}] } } },
			/part 1.*no data_points/,
		],
		['where a point is none', withPoints(point, null), /point 2 is none/],
		[
			'where a point has no volume',
			withPoints({ ...point, volume: undefined }),
			/point 1 has no volume/,
		],
		['where a point has no time', withPoints({ ...point, end: null }), /point 1 has no time/],
		[
			'where a cost is no number',
			withPoints({ ...point, cost: 'much' }),
			/cost of point 1 is no number/,
		],
		[
			'where a cost is below nothing',
			withPoints({ ...point, cost: -1 }),
			/cost of point 1 is no number/,
		],
	])('%s', async (_when, answer, sentence) => {
		await expect(read(answer)).rejects.toThrow(sentence);
	});

	it('where no answer comes', async () => {
		const failure = transportErrorFrom(Object.assign(new Error(), { code: 'ETIMEDOUT' }));
		await expect(read(failure)).rejects.toBe(failure);
	});

	it('where the account does not say its currency', async () => {
		const { currency: _none, ...without } = billing;
		await expect(read(sample, { billing: without })).rejects.toThrow(/does not say its currency/);
	});

	it('whatever the answer is', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				const wrap = { pricing_analytics: { data: [{ data_points: [value] }] } };
				expect(() => readPoints(wrap)).toThrow(/^Reading the spend: /);
			}),
		);
	});
});

it('takes an account that has sent nothing for what it is', async () => {
	const { spend } = await read({ body: { pricing_analytics: { data: [{ data_points: [] }] } } });
	expect(spendBy(spend, 'day')).toMatchObject({ rows: [], messages: 0, total: 0, unknown: 0 });
});

describe('a report', () => {
	it('is by country, category, day of the account and number', async () => {
		const { spend } = await read(sample);
		const rows = (by: Parameters<typeof spendBy>[1]) =>
			spendBy(spend, by).rows.map(({ key, messages, cost }) => [key, messages, cost]);
		expect(rows('country')).toEqual([
			['JP', 53, 0.8759],
			['US', 2, 0.0068],
		]);
		expect(rows('category')).toEqual([
			['MARKETING', 10, 0.842],
			['AUTHENTICATION', 3, 0.0339],
			['UTILITY', 2, 0.0068],
			['SERVICE', 40, 0],
		]);
		expect(rows('day')).toEqual([
			['2026-11-02', 12, 0.8488],
			['2026-11-03', 43, 0.0339],
		]);
		expect(rows('number')).toEqual([
			['15550783881', 52, 0.8488],
			['15550783882', 3, 0.0339],
		]);
		expect(spendBy(spend, 'day')).toMatchObject({ total: 0.8827, messages: 55, unknown: 0 });
	});

	it('has estimates from the rate card where Meta hides the cost, and none where that has no price', async () => {
		const { spend } = await read(hidden);
		expect(spend.costHidden).toBe(true);
		const report = spendBy(spend, 'category');
		expect(report).not.toHaveProperty('total');
		// By hand: 10 × 0.0842 + 2 × 0.0304.
		expect(report).toMatchObject({ estimatedTotal: 0.9028, unknown: 4, messages: 21 });
		expect(report.rows).toEqual([
			{ key: 'MARKETING', messages: 10, estimatedCost: 0.842, unknown: 0 },
			{ key: 'AUTHENTICATION_INTERNATIONAL', messages: 2, estimatedCost: 0.0608, unknown: 0 },
			{ key: 'SERVICE', messages: 5, cost: 0, unknown: 0 },
			{ key: 'MARKETING_LITE', messages: 4, unknown: 4 },
		]);
	});
});

describe('the pace', () => {
	it('is over the full days that are known, seven at most', async () => {
		const { spend } = await read(sample);
		expect(spendPerDay(spend, at('2026-11-04T12:00+01:00'))).toBe(0.44135);
		const week = { ...spend, from: at('2026-10-01T00:00+02:00') };
		// By hand: 0.8827 / 7 = 0.1261.
		expect(spendPerDay(week, at('2026-11-04T12:00+01:00'))).toBe(0.1261);
	});

	it('is not known without a full day, or where a hidden cost has no price', async () => {
		const { spend } = await read(sample);
		expect(spendPerDay(spend, at('2026-11-02T12:00+01:00'))).toBeUndefined();
		const { spend: unsaid } = await read(hidden);
		expect(spendPerDay(unsaid, at('2026-11-04T12:00+01:00'))).toBeUndefined();
		expect(spendPerDay(unsaid, at('2026-11-03T12:00+01:00'))).toBe(0.9028);
	});
});
