import type { Account } from '../../account/account';
import { FakeClock } from '../../testing/fake-clock';
import { refusal, scriptedTransport } from '../../testing/scripted-transport';
import { CreditDesk } from './credit-desk';
import { guardAnswer } from './guard-answer';

const account = {
	...{ apiUrl: 'https://graph.facebook.com', apiVersion: 'v26.0' },
	...{ businessAccountId: '102290129340398', phoneNumberId: '1' },
} as Account;
const NOW = Date.parse('2026-11-26T06:00:00Z');
const DAY = 24 * 3_600;

/** Ten messages of 0.7 a day, at midnight UTC; each call gives the days it asks for. */
function deskOfDays({ refuses = false } = {}) {
	const { transport, requests } = scriptedTransport(({ query }) => {
		const asked = /start\((\d+)\)\.end\((\d+)\)/.exec(query?.fields ?? '');
		if (!asked) return { body: { id: '102290129340398', currency: 'USD', timezone_id: '0' } };
		if (refuses) return refusal(10);
		const [start, end] = [Number(asked[1]), Number(asked[2])];
		const points = [];
		for (let day = Math.ceil(start / DAY) * DAY; day < end; day += DAY) {
			const kind = { pricing_category: 'UTILITY', pricing_type: 'REGULAR', country: 'JP' };
			points.push({ start: day, end: day + DAY, ...kind, volume: 10, cost: 0.7 });
		}
		return { body: { pricing_analytics: { data: [{ data_points: points }] }, id: '1' } };
	});
	const desk = new CreditDesk({ clock: new FakeClock({ start: NOW }), account, transport });
	const reads = () =>
		requests.filter(({ query }) => query?.fields?.includes('pricing_analytics')).length;
	return { desk, reads };
}

test('the pace is worked out from the days that were read already', async () => {
	const alone = deskOfDays();
	const { points } = await alone.desk.spendOfDays(30);
	expect(points.length).toBeGreaterThan(28);
	const { desk, reads } = deskOfDays();
	await Promise.all([desk.spendOfDays(30), guardAnswer(desk, { days: 7 })]);
	expect(await desk.perDay()).toBe(0.7);
	expect(reads()).toBe(alone.reads());
	// The same as where nothing else was read.
	expect(await deskOfDays().desk.perDay()).toBe(0.7);
});

test('days that are too few for a pace are read anew', async () => {
	const { desk, reads } = deskOfDays();
	await desk.spendOfDays(3);
	const once = reads();
	expect(await desk.perDay()).toBe(0.7);
	expect(reads()).toBeGreaterThan(once);
});

test('days that could not be read give no pace', async () => {
	const { desk } = deskOfDays({ refuses: true });
	await expect(desk.spendOfDays(30)).rejects.toThrow();
	expect(await desk.perDay()).toBeUndefined();
});
