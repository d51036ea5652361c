import { progressOf, ticksOf } from './ticks.ts';

const at = '2026-11-22T10:00:00.000Z';
const sent = '2026-11-22T10:00:01.000Z';

describe('ticks', () => {
	it('shows a clock, one tick, two ticks, two blue ticks, a warning', () => {
		const shown = (['accepted', 'sent', 'delivered', 'read', 'failed'] as const).map((status) => {
			const { icon, blue, arrived } = ticksOf({ status, at });
			return [icon, blue, arrived];
		});
		expect(shown).toEqual([
			['clock', false, false],
			['single', false, false],
			['double', false, true],
			['double', true, true],
			['failed', false, false],
		]);
	});

	it('lists the steps in order with their times, the present one even without a time', () => {
		expect(ticksOf({ status: 'read', at, statusAt: { sent } }).steps).toEqual([
			{ status: 'accepted', at },
			{ status: 'sent', at: sent },
			{ status: 'read', at: undefined },
		]);
	});

	it('takes a message without a status as accepted', () => {
		expect(ticksOf({ at }).status).toBe('accepted');
	});

	it('knows which of two pictures of a message is the newer', () => {
		const early = { status: 'sent' as const, statusAt: { sent } };
		const late = { status: 'delivered' as const, statusAt: { sent, delivered: sent } };
		expect(progressOf(late)).toBeGreaterThan(progressOf(early));
		const failed = { status: 'failed' as const, error: { code: 1, title: 'x' } };
		expect(progressOf(failed)).toBeGreaterThan(progressOf({ status: 'accepted' }));
	});
});
