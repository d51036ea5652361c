import { needsAttention, type TemplateResult } from '../../engine';
import type { DraftResult } from './drafts';

export type AnyResult = TemplateResult | DraftResult;

/** Which of the two outputs a result goes to: Done, or Needs Attention. */
export const needsSomebody = (result: AnyResult): boolean =>
	needsAttention(result as TemplateResult);

/** Operations whose result is how a template stands, not what was done to it. */
const ASKING = ['getStatus', 'get', 'getMany', 'getDrafts'];

/** The word for a result, a key of `status.words`: what kept it, how it stands, what was done. */
export function wordOf(result: AnyResult): string {
	const { operation, outcome, reason, status } = result;
	if (reason && needsSomebody(result)) return reason;
	if (status && (ASKING.includes(operation) || needsSomebody(result))) return status;
	return operation === 'saveDraft' ? 'saved' : outcome;
}

export type WordOf = (result: AnyResult) => string;

/** The word for a result that was waited for: how it stands, unless WhatsApp has not decided. */
export const decisionWordOf: WordOf = (result) =>
	result.status && result.outcome !== 'waiting' && !result.reason ? result.status : wordOf(result);

/**
 * The same of many: what needs somebody by its outcome, not by each reason. What is grave first, then
 * the most frequent.
 */
export function countsOf(
	results: readonly AnyResult[],
	wordOfOne: WordOf = wordOf,
): Array<[word: string, count: number]> {
	const counts = new Map<string, number>();
	for (const result of results) {
		const one = result.reason && needsSomebody(result) ? result.outcome : wordOfOne(result);
		const word = one === 'draft' ? 'drafts' : one;
		counts.set(word, (counts.get(word) ?? 0) + 1);
	}
	return [...counts].sort(
		([word, count], [other, more]) =>
			Number(isGrave(other)) - Number(isGrave(word)) || more - count,
	);
}

/** Statuses one has to see even where there is room for one word only. */
const GRAVE: readonly string[] = ['rejected', 'disabled', 'paused', 'limitExceeded', 'failed'];

export const isGrave = (word: string): boolean => GRAVE.includes(word);

/** Of many, the one that must not be overlooked; otherwise the most frequent. */
export const mostTelling = (
	counts: ReadonlyArray<[word: string, count: number]>,
): [word: string, count: number] | undefined => counts.find(([word]) => isGrave(word)) ?? counts[0];
