import type { TemplateResult } from '../../engine';
import { countsOf, decisionWordOf, mostTelling, wordOf } from './result-words';

const result = (more: Partial<TemplateResult>): TemplateResult => ({
	operation: 'apply',
	outcome: 'created',
	message: 'It was',
	...more,
});

test.each<[string, Partial<TemplateResult>]>([
	['created', { status: 'pending' }],
	['unchanged', { outcome: 'unchanged', status: 'approved' }],
	['rejected', { outcome: 'unchanged', status: 'rejected' }],
	['check_failed', { outcome: 'refused', reason: 'check_failed' }],
	['approved', { operation: 'getStatus', outcome: 'ok', status: 'approved' }],
	['template_unknown', { operation: 'get', outcome: 'refused', reason: 'template_unknown' }],
	['ok', { operation: 'check', outcome: 'ok' }],
])('the word is %s', (word, more) => expect(wordOf(result(more))).toBe(word));

test('many are counted by outcome, what is grave first, then the most frequent', () => {
	const asked = (status: TemplateResult['status']) =>
		result({ operation: 'getStatus', outcome: 'ok', status });
	const counts = countsOf([asked('approved'), asked('rejected'), asked('approved')]);

	expect(counts).toEqual([
		['rejected', 1],
		['approved', 2],
	]);
	expect(mostTelling(counts)).toEqual(['rejected', 1]);
	expect(
		countsOf([
			result({ outcome: 'refused', reason: 'check_failed' }),
			result({ outcome: 'refused', reason: 'same_batch' }),
		]),
	).toEqual([['refused', 2]]);
});

test.each<[string, Partial<TemplateResult>]>([
	['approved', { status: 'approved' }],
	['approved', { outcome: 'unchanged', status: 'approved' }],
	['rejected', { outcome: 'unchanged', status: 'rejected' }],
	['in_review', { outcome: 'waiting', reason: 'in_review', status: 'pending' }],
	['template_unknown', { outcome: 'refused', reason: 'template_unknown' }],
])('what was waited for is %s', (word, more) => expect(decisionWordOf(result(more))).toBe(word));
