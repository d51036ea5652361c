import { TicketingDesk } from './ticketingDesk.ts';

const { fetch } = globalThis;
let answer: unknown;
let asked: number;
let drawn: number;
beforeEach(() => {
	answer = { event: { name: 'Test Conf' } };
	asked = drawn = 0;
	globalThis.fetch = (() => {
		asked += 1;
		return Promise.resolve(Response.json(answer));
	}) as never;
});
afterEach(() => {
	globalThis.fetch = fetch;
});

const desk = () => new TicketingDesk(() => (drawn += 1));

describe('the ticketing desk', () => {
	it('draws only what has changed', async () => {
		const one = desk();
		await one.refresh();
		await one.refresh();
		expect([asked, drawn]).toEqual([2, 1]);
		answer = { event: { name: 'Other Conf' } };
		await one.refresh();
		expect([drawn, one.state?.event.name]).toEqual([2, 'Other Conf']);
	});

	it('asks once more for many calls at a time, so that the last one sees what it did', async () => {
		const one = desk();
		const before = one.refresh();
		answer = { event: { name: 'Changed meanwhile' } };
		await Promise.all([before, one.refresh(), one.refresh()]);
		expect([asked, one.state?.event.name]).toEqual([2, 'Changed meanwhile']);
	});

	it('outlives a simulator that does not answer, and asks again', async () => {
		const one = desk();
		const working = globalThis.fetch;
		globalThis.fetch = () => Promise.reject(new Error('away'));
		await expect(one.refresh()).resolves.toBeUndefined();
		globalThis.fetch = working;
		await one.refresh();
		expect(one.state?.event.name).toBe('Test Conf');
	});
});
