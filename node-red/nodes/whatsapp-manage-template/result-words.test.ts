import type { TemplateResult } from '../../engine';
import { countsOf, mostTelling, wordOf } from './result-words';

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

test('many are counted by outcome, the most frequent first, and what is grave is not overlooked', () => {
	const asked = (status: TemplateResult['status']) =>
		result({ operation: 'getStatus', outcome: 'ok', status });
	const counts = countsOf([asked('approved'), asked('rejected'), asked('approved')]);

	expect(counts).toEqual([
		['approved', 2],
		['rejected', 1],
	]);
	expect(mostTelling(counts)).toEqual(['rejected', 1]);
	expect(
		countsOf([
			result({ outcome: 'refused', reason: 'check_failed' }),
			result({ outcome: 'refused', reason: 'same_batch' }),
		]),
	).toEqual([['refused', 2]]);
});
