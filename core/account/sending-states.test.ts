import type { SendingHalt } from './sending-halt';
import { LOOK_AGAIN_FOR_MONEY_MS, LOOK_AGAIN_MS, SendingStates } from './sending-states';

const NOW = Date.parse('2026-11-26T06:00:00Z');
const account = { account: 'https://graph.facebook.com/1' };
const number = { ...account, phoneNumberId: '11' };
const other = { ...account, phoneNumberId: '12' };

const halt = (more: Partial<SendingHalt> = {}): SendingHalt => ({
	cause: 'ban',
	message: 'Banned',
	whatToDo: 'Ask for a review.',
	since: NOW,
	...more,
});

describe('what is known of accounts that cannot send', () => {
	it('holds for every number of the account, and for no other account', () => {
		const states = new SendingStates();
		expect(states.halt(account, halt(), NOW)).toBe(true);
		expect(states.current(number, NOW)?.message).toBe('Banned');
		expect(
			states.current({ ...number, account: 'https://graph.facebook.com/12' }, NOW),
		).toBeUndefined();
	});

	it('of one number leaves the others alone', () => {
		const states = new SendingStates();
		states.halt(number, halt({ cause: 'spam' }), NOW);
		expect(states.current(number, NOW)?.cause).toBe('spam');
		expect(states.current(other, NOW)).toBeUndefined();
	});

	it('is told once', () => {
		const states = new SendingStates();
		expect(states.halt(account, halt(), NOW)).toBe(true);
		expect(states.halt(account, halt({ since: NOW + 1000 }), NOW + 1000)).toBe(false);
	});

	it('is over when it is lifted, also at the numbers', () => {
		const states = new SendingStates();
		states.halt(number, halt(), NOW);
		states.lift(account, NOW + 1);
		expect(states.current(number, NOW + 2)).toBeUndefined();
	});

	it('is over at its end', () => {
		const states = new SendingStates();
		states.halt(account, halt({ cause: 'restriction', until: NOW + 5000 }), NOW);
		expect(states.current(number, NOW + 4999)).toBeDefined();
		expect(states.current(number, NOW + 5000)).toBeUndefined();
		expect(states.halt(account, halt({ until: NOW + 5000 }), NOW + 6000)).toBe(false);
	});

	it('does not come back with a webhook that was late', () => {
		const states = new SendingStates();
		states.lift(account, NOW);
		expect(states.halt(account, halt({ since: NOW - 1000 }), NOW)).toBe(false);
		expect(states.current(number, NOW)).toBeUndefined();
		expect(states.halt(account, halt({ since: NOW + 1000 }), NOW + 1000)).toBe(true);
	});

	it('is not lifted by what was told of the time before', () => {
		const states = new SendingStates();
		states.halt(account, halt(), NOW);
		states.lift(account, NOW - 1);
		expect(states.current(number, NOW)).toBeDefined();
	});

	it('is lifted for its own cause only, where one is named', () => {
		const states = new SendingStates();
		states.halt(account, halt({ cause: 'money' }), NOW);
		states.lift(account, NOW + 1, 'ban');
		expect(states.current(number, NOW + 1)).toBeDefined();
		states.lift(account, NOW + 1, 'money');
		expect(states.current(number, NOW + 1)).toBeUndefined();
	});

	it.each([
		['ban', LOOK_AGAIN_MS],
		['money', LOOK_AGAIN_FOR_MONEY_MS],
	] as const)('of a %s is looked into after %d ms, and again after as many', (cause, wait) => {
		const states = new SendingStates();
		states.halt(account, halt({ cause }), NOW);
		expect(states.isDue(number, NOW + wait - 1)).toBe(false);
		expect(states.isDue(number, NOW + wait)).toBe(true);
		states.looked(number, NOW + wait);
		expect(states.isDue(number, NOW + wait + 1)).toBe(false);
		expect(states.isDue(number, NOW + 2 * wait)).toBe(true);
		states.over(number, NOW + 2 * wait);
		expect(states.current(number, NOW + 2 * wait)).toBeUndefined();
		expect(states.isDue(number, NOW + 2 * wait)).toBe(false);
	});

	it('of a webhook that comes a day late is looked into at once', () => {
		const states = new SendingStates();
		states.halt(account, halt({ since: NOW - 86_400_000 }), NOW);
		expect(states.isDue(number, NOW)).toBe(true);
	});

	it('is looked into at once where somebody has mended it', () => {
		const states = new SendingStates();
		states.halt(account, halt(), NOW);
		states.lookNow(number);
		expect(states.isDue(number, NOW)).toBe(true);
	});

	it('does not grow without end', () => {
		const states = new SendingStates();
		for (let i = 0; i < 3000; i++) states.halt({ account: `a${i}` }, halt(), NOW);
		expect(states.current({ account: 'a0' }, NOW)).toBeUndefined();
		expect(states.current({ account: 'a2999' }, NOW)).toBeDefined();
	});
});
