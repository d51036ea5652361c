import { actionGroups } from './actionChoices.ts';
import { callOf, fits, nextPauseHours, usualActions } from './fits.ts';

const all = actionGroups.flatMap(({ choices }) => choices.map(({ action }) => action));
const fitting = (status: string) => all.filter((action) => fits(action, { status }));

describe('what can happen to a template', () => {
	it.each([
		['PENDING', ['approve', 'reject', 'recategorise', 'limit', 'delete']],
		['IN_APPEAL', ['approve', 'reject', 'delete']],
		['REJECTED', ['appeal', 'archive', 'delete']],
		['DISABLED', ['reinstate', 'appeal', 'archive', 'delete']],
		['ARCHIVED', ['unarchive', 'delete']],
		['LIMIT_EXCEEDED', ['reinstate', 'delete']],
		['PENDING_DELETION', ['delete']],
		['DELETED', []],
	])('in %s is %j', (status, actions) => {
		expect(fitting(status).sort()).toEqual([...actions].sort());
	});

	it('is more while it can be sent', () => {
		expect(fitting('APPROVED')).toEqual(expect.arrayContaining(['pause', 'disable', 'flag']));
		expect(fitting('PAUSED')).toEqual(expect.arrayContaining(['unpause', 'qualityRed']));
		expect(fitting('PAUSED')).not.toContain('pause');
	});

	it('is in front only where it fits, four at most', () => {
		for (const status of ['PENDING', 'IN_APPEAL', 'APPROVED', 'PAUSED', 'REJECTED', 'DISABLED']) {
			const usual = usualActions({ status });
			expect(usual.length).toBeGreaterThan(0);
			expect(usual.length).toBeLessThanOrEqual(4);
			expect(usual.filter((action) => !fits(action, { status }))).toEqual([]);
		}
	});

	it('has one button each', () => {
		expect(new Set(all).size).toBe(all.length);
	});
});

it('pauses for three hours, then six, and then disables', () => {
	expect([{}, { pauses: 1 }, { pauses: 2 }].map(nextPauseHours)).toEqual([3, 6, 0]);
});

it('asks the simulator in its own words', () => {
	expect(callOf('pauseRate')).toMatchObject({ action: 'pause', given: { cause: 'rate' } });
	expect(callOf('qualityRed')).toMatchObject({ action: 'quality', given: { score: 'RED' } });
	expect(callOf('recategorise').field).toBe('template_category_update');
});
