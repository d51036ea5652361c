import { startSimulator, type Simulator } from '../index.ts';
import { call, refusalOf } from '../testing/caller.ts';
import { putPlainTemplates, sendPlain, settled, sim } from '../testing/money.ts';

let simulator: Simulator;
let now: number;
beforeEach(async () => {
	now = Date.UTC(2026, 10, 22, 12);
	simulator = await startSimulator({
		clock: { now: () => now },
		settings: {
			statuses: { sentMs: 1, deliveredMs: 2, autoRead: false },
			pairLimit: { enabled: false },
			throughput: { '106540352242922': 5000 },
		},
	});
	putPlainTemplates(simulator);
});
afterEach(() => simulator.close());

interface Point {
	start: number;
	end: number;
	country?: string;
	pricing_category?: string;
	pricing_type?: string;
	phone_number?: string;
	tier?: string;
	volume?: number;
	cost?: number;
}

const ask = (parameters: string) =>
	call(
		simulator,
		'GET',
		`/v26.0/${simulator.credentials.businessAccountId}?fields=${encodeURIComponent(parameters)}`,
	);

async function points(more = '', from = now - 86_400_000 * 40, until = now + 86_400_000) {
	const { json } = await ask(
		`id,pricing_analytics.start(${Math.floor(from / 1000)}).end(${Math.floor(until / 1000)})${more}`,
	);
	const found = json['pricing_analytics'] as { data: [{ data_points: Point[] }] } | undefined;
	if (found === undefined) throw new Error(JSON.stringify(json));
	return found.data[0].data_points;
}

const text = (to: string) =>
	call(simulator, 'POST', `/v26.0/${simulator.credentials.phoneNumberId}/messages`, {
		messaging_product: 'whatsapp',
		to,
		text: { body: 'Hello' },
	});

const ALL = '.granularity(DAILY).dimensions(["COUNTRY","PRICING_CATEGORY","PRICING_TYPE","TIER"])';

describe('pricing_analytics', () => {
	it('says what was charged, by hand: three categories, six countries', async () => {
		const prices: Record<string, [string, number, number]> = {
			JP: ['+819012345678', 0.0842, 0.0113],
			BR: ['+5511987654321', 0.0625, 0.0068],
			US: ['+14155550101', 0.025, 0.0034],
			DO: ['+18095550101', 0.074, 0.0113],
			DE: ['+491701234567', 0.1365, 0.055],
			KZ: ['+77012345678', 0.0604, 0.018],
		};
		let byHand = 0;
		for (const [to, marketing, utility] of Object.values(prices)) {
			await sendPlain(simulator, to, 'MARKETING');
			await sendPlain(simulator, to, 'UTILITY');
			await sendPlain(simulator, to, 'AUTHENTICATION');
			byHand += marketing + utility + utility;
		}
		await settled(simulator);
		const found = await points(ALL);
		expect(found).toHaveLength(18);
		for (const [country, [, marketing, utility]] of Object.entries(prices)) {
			const cost = (category: string) =>
				found.find((one) => one.country === country && one.pricing_category === category)?.cost;
			expect([country, cost('MARKETING')]).toEqual([country, marketing]);
			expect([country, cost('UTILITY')]).toEqual([country, utility]);
			expect([country, cost('AUTHENTICATION')]).toEqual([country, utility]);
		}
		const [whole] = await points('.granularity(MONTHLY)');
		expect(whole).toEqual({
			start: Date.UTC(2026, 10, 1, 7) / 1000, // Los Angeles is still in summer time
			end: Date.UTC(2026, 11, 1, 8) / 1000,
			volume: 18,
			cost: Math.round(byHand * 1e6) / 1e6,
		});
		const money = await sim(simulator, 'GET', '/money');
		expect(money['spent']).toBe(whole?.cost);
	});

	it('is cut, filtered and dated as asked', async () => {
		await sendPlain(simulator, '+5511987654321', 'UTILITY');
		await sendPlain(simulator, '+14155550101', 'MARKETING');
		await settled(simulator);
		expect(await points(`${ALL}.country_codes(BR).metric_types([VOLUME])`)).toEqual([
			{
				start: Date.UTC(2026, 10, 22, 8) / 1000,
				end: Date.UTC(2026, 10, 23, 8) / 1000,
				country: 'BR',
				tier: '0:250000',
				pricing_type: 'REGULAR',
				pricing_category: 'UTILITY',
				volume: 1,
			},
		]);
		const halfHours = await points(
			'.granularity(HALF_HOUR).pricing_categories(["MARKETING"]).dimensions(PHONE,TIER)',
		);
		expect(halfHours).toEqual([
			{
				start: now / 1000,
				end: now / 1000 + 1800,
				phone_number: '15550783881',
				tier: '0:MAX',
				volume: 1,
				cost: 0.025,
			},
		]);
		expect(await points('.granularity(DAILY).phone_numbers(["15550783882"])')).toEqual([]);
		expect(await points(ALL, now - 86_400_000, now - 3_600_000)).toEqual([]);
	});

	it('hides the cost of a partner’s credit line', async () => {
		await sim(simulator, 'PATCH', '/money', { funding: 'creditLine' });
		await sendPlain(simulator, '+14155550101');
		await settled(simulator);
		const [point] = await points('.granularity(DAILY)');
		expect(point).not.toHaveProperty('cost');
		expect(point).toMatchObject({ volume: 1 });
		const only = `pricing_analytics.start(1).end(9999999999).granularity(DAILY).metric_types([COST])`;
		expect(refusalOf(await ask(only))).toMatchObject({ error_user_title: 'Cost not available' });
		await sim(simulator, 'PATCH', '/money', { creditLine: { partner: false } });
		expect(await points('.granularity(DAILY)')).toEqual([
			expect.objectContaining({ cost: 0.0034 }),
		]);
	});

	it('refuses what Meta would not understand', async () => {
		const code = async (parameters: string) => refusalOf(await ask(parameters)).message;
		expect(await code('pricing_analytics')).toBe('(#100) The parameter start is required.');
		expect(await code('pricing_analytics.start(1).end(2)')).toBe(
			'(#100) The parameter granularity is required.',
		);
		expect(await code('pricing_analytics.start(1).end(2).granularity(DAY)')).toBe(
			'(#100) Param granularity must be one of {HALF_HOUR, DAILY, MONTHLY}',
		);
		expect(await code('pricing_analytics.start(2).end(1).granularity(DAILY)')).toBe(
			'(#100) Param end must be after start',
		);
	});

	it('looks back one year', async () => {
		await sendPlain(simulator, '+14155550101');
		await settled(simulator);
		now += 366 * 86_400_000;
		expect(await points(ALL, 1000, now)).toEqual([]);
	});
});

describe('a newer rate card', () => {
	it('counts from 0 o’clock in the account’s time zone, at delivery', async () => {
		await sim(simulator, 'PATCH', '/money', { timeZone: 'Asia/Tokyo' });
		await sim(simulator, 'PUT', '/money/cards', [
			{
				currency: 'USD',
				validFrom: '2027-01-01',
				markets: [{ market: 'Everywhere', countries: '*', marketing: 0.5, utility: 0.25 }],
			},
		]);
		const midnight = Date.UTC(2026, 11, 31, 15);
		for (const at of [midnight - 1, midnight]) {
			now = at;
			await sendPlain(simulator, '+14155550101');
			await settled(simulator);
		}
		const { charges } = (await sim(simulator, 'GET', '/money/charges')) as {
			charges: object[];
		};
		expect(charges).toMatchObject([
			{ price: 0.25, card: '2027-01-01', market: 'Everywhere' },
			{ price: 0.0034, card: '2026-10-01', market: 'North America' },
		]);
	});
});

describe('free messages', () => {
	it('are the first thousand service messages of a number and month, then the utility rate', async () => {
		await sim(simulator, 'PATCH', '/money', { freeServiceMessages: 2 });
		await sim(simulator, 'POST', '/phones/819012345678/text', { text: 'Hello' });
		for (let index = 0; index < 3; index += 1) await text('+819012345678');
		await settled(simulator);
		expect(await points(ALL)).toMatchObject([
			{ pricing_category: 'SERVICE', pricing_type: 'FREE_CUSTOMER_SERVICE', volume: 2, cost: 0 },
			{ pricing_category: 'SERVICE', pricing_type: 'REGULAR', volume: 1, cost: 0.0113 },
		]);
		// A new month begins in Los Angeles.
		now = Date.UTC(2026, 11, 1, 8, 1);
		await sim(simulator, 'POST', '/phones/819012345678/text', { text: 'Hello' });
		await text('+819012345678');
		await settled(simulator);
		const december = await points(ALL, Date.UTC(2026, 11, 1));
		expect(december).toMatchObject([{ pricing_type: 'FREE_CUSTOMER_SERVICE', volume: 1 }]);
	});

	it('are those to somebody who came by an advertisement, for 72 hours', async () => {
		await sim(simulator, 'POST', '/money/entry-points', { waId: '819012345678' });
		await sendPlain(simulator, '+819012345678', 'MARKETING');
		await settled(simulator);
		now += 72 * 3_600_000;
		await sendPlain(simulator, '+819012345678', 'MARKETING');
		await settled(simulator);
		expect(await points(ALL)).toMatchObject([
			{ pricing_type: 'FREE_ENTRY_POINT', volume: 1, cost: 0 },
			{ pricing_type: 'REGULAR', pricing_category: 'MARKETING', volume: 1, cost: 0.0842 },
		]);
	});
});

describe('analytics', () => {
	it('counts what was sent and delivered', async () => {
		simulator.control.change({ recipients: { '819012345678': { fail: 131026 } } });
		await sendPlain(simulator, '+819012345678');
		await sendPlain(simulator, '+14155550101');
		await settled(simulator);
		const from = Math.floor(now / 1000) - 3600;
		const { json } = await ask(`analytics.start(${from}).end(${from + 7200}).granularity(DAY)`);
		expect(json['analytics']).toMatchObject({
			granularity: 'DAY',
			data_points: [{ sent: 1, delivered: 1 }],
		});
	});
});
