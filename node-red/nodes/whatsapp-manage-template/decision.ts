import {
	rejectionOf,
	type TemplateResult,
	type TemplateStatus,
	type ToldDecision,
	type WaitingTemplate,
} from '../../engine';

/** Statuses WhatsApp leaves by deciding. A deletion is none: it takes up to 30 days. */
const UNDECIDED: readonly TemplateStatus[] = ['pending', 'inAppeal'];

/** Whether a result is one to wait for: sent for approval, and nothing to do for anybody meanwhile. */
export const isUndecided = ({ status, outcome, dryRun }: TemplateResult): boolean =>
	!dryRun &&
	status !== undefined &&
	UNDECIDED.includes(status) &&
	['ok', 'unchanged', 'created', 'edited'].includes(outcome);

/**
 * What came of a template that was waited for: what was done to it, and how it stands now. Undefined
 * while WhatsApp has not decided.
 */
export function decisionOf(
	entry: WaitingTemplate,
	now: TemplateResult,
): TemplateResult | undefined {
	const before = entry.result as unknown as TemplateResult;
	// Not even asked: no answer, no token. That says nothing about the template.
	if (now.outcome === 'failed' || isUndecided(now)) return undefined;
	const { operation, outcome, action, changes } = before;
	const rejection = now.rejection && withTold(now.rejection, entry.told);
	return {
		...before,
		...now,
		operation,
		...(now.outcome === 'refused' ? {} : { outcome }),
		...(action ? { action } : {}),
		...(changes ? { changes } : {}),
		...(rejection ? { rejection, whatToDo: rejection.recommendation } : {}),
	};
}

const withTold = (rejection: NonNullable<TemplateResult['rejection']>, told: ToldDecision = {}) =>
	rejectionOf(rejection.reason, told) ?? rejection;

/** After so long, or because somebody stopped it: it comes out as undecided as it is. */
export function givenUp(entry: WaitingTemplate, why: 'late' | 'stopped'): TemplateResult {
	const hours = Math.round((Date.now() - entry.since) / 3_600_000);
	const title = `“${entry.name}” (${entry.language})`;
	return {
		...(entry.result as unknown as TemplateResult),
		outcome: 'waiting',
		reason: why === 'stopped' ? 'stopped' : 'in_review',
		message:
			why === 'stopped'
				? `Nobody waits for ${title} any more; WhatsApp had not decided`
				: `WhatsApp has not decided on ${title} within ${hours} hours`,
		whatToDo: 'Ask with Get Status later, or look at it in WhatsApp Manager.',
	};
}

/** Approved comes out of Done; everything else somebody has to look at. */
export const isGood = ({ status, outcome }: TemplateResult): boolean =>
	status === 'approved' && outcome !== 'waiting';
