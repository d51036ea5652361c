import type { GraphError } from '../graph/error';
import { factsOfCode } from '../graph/error-codes';
import { canGoLater, isTemplatePaused } from './can-go-later';
import type { OutcomeKind, OutcomeReason } from './outcome';

const refused = (code: number): GraphError => ({
	...{ class: factsOfCode(code).class, code, title: 'No', httpStatus: 400, whatToDo: 'Do.' },
});

describe('what can go later', () => {
	it.each<[OutcomeKind, OutcomeReason, boolean]>([
		['unsent', 'account_blocked', true],
		['unsent', 'batch_halted', true],
		['unsent', 'token_refused', true],
		['unsent', 'not_reached', true],
		['unsent', 'ledger_unavailable', true],
		['skipped', 'account_blocked', true],
		['skipped', 'no_credit', true],
		['rejected', 'rate_limited', true],
		// A pause ends by itself.
		['skipped', 'template_paused', true],
		// Somebody wanted it so.
		['unsent', 'stopped', false],
		['unsent', 'template_refused', false],
		['skipped', 'phone_invalid', false],
		['skipped', 'opted_out', false],
		['skipped', 'template_not_approved', false],
		['duplicate', 'already_sent', false],
		// It may have arrived.
		['unknown', 'no_answer', false],
		['unknown', 'unsettled_before', false],
	])('%s, %s: %s', (outcome, reason, later) => {
		expect(canGoLater({ outcome, reason })).toBe(later);
	});

	it.each([
		[131042, true],
		[131031, true],
		[131026, false],
		[132001, false],
		[132015, true],
		[132016, false],
	])('a refusal with %d: %s, also as the nodes hand it out', (code, later) => {
		const told = { outcome: 'rejected', reason: 'refused' } as const;
		expect(canGoLater({ ...told, error: refused(code) })).toBe(later);
		expect(canGoLater({ ...told, meta: refused(code) })).toBe(later);
	});

	it.each([
		[132015, true],
		[132016, false],
	])('what was not tried after a refusal with %d: %s', (code, later) => {
		const told = { outcome: 'unsent', reason: 'template_refused' } as const;
		expect(canGoLater({ ...told, error: refused(code) })).toBe(later);
		expect(isTemplatePaused({ ...told, meta: refused(code) })).toBe(later);
	});

	it('is not what was accepted', () => {
		expect(canGoLater({ outcome: 'accepted' })).toBe(false);
	});
});
