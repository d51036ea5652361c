import type { GraphError } from '../../graph/error';
import type { Finding } from '../check';
import type { TemplateDefinition } from '../definition';
import type { CategoryDrift } from './category-drift';
import type { TemplateOperation } from './operations';
import type { TemplateOutcome, TemplateReason } from './outcome';
import type { TemplateStatus } from './status';

/** What one template came to. Everything but the first three is left out where it says nothing. */
export interface TemplateResult {
	operation: TemplateOperation;
	outcome: TemplateOutcome;
	/** A sentence for the organiser. */
	message: string;
	reason?: TemplateReason;
	whatToDo?: string;
	name?: string;
	language?: string;
	/** Meta's id of the template. */
	id?: string;
	/** How the template stands, in our words: see status.ts. */
	status?: TemplateStatus;
	/** The same for people: “Approval pending”. */
	statusText?: string;
	/** Whether it can be sent now. */
	approved?: boolean;
	/** Whether Meta has decided: false while it is in review or being deleted. */
	settled?: boolean;
	/** Meta's category as it is now. */
	category?: string;
	/** Asked for one category, and another is what Meta says. */
	drift?: CategoryDrift;
	/** `GREEN`, `YELLOW`, `RED`. */
	quality?: string;
	/** Why Meta rejected it: its code, what that means, what to do. */
	rejection?: { reason: string; explanation: string; recommendation: string };
	/** ISO time of the last change Meta knows of. */
	lastUpdated?: string;
	/** What is, or would be, done to the account. */
	action?: 'create' | 'edit' | 'delete';
	/** Parts that differ: `header`, `body`, `footer`, `buttons`, … */
	changes?: string[];
	/** ISO time from which it will be possible. */
	possibleAt?: string;
	/** What the check found: errors keep it from being sent for approval, warnings do not. */
	findings?: Finding[];
	definition?: TemplateDefinition;
	/** A picture of the message: a piece of HTML that stands by itself. */
	html?: string;
	/** The same as plain text. */
	text?: string;
	/** True where nothing was changed on purpose. */
	dryRun?: true;
	/** Meta's refusal. */
	error?: GraphError;
}

/** Outcomes somebody has to do something about: the second output of the node. */
const ATTENTION: readonly TemplateOutcome[] = ['problems', 'waiting', 'refused', 'failed'];

/** Statuses in which a template that is as defined still cannot be sent. */
const UNFIT: readonly TemplateStatus[] = ['rejected', 'paused', 'disabled', 'limitExceeded'];

/** Which of the two outputs a result goes to: Done, or Needs Attention. */
export const needsAttention = ({ outcome, status, operation }: TemplateResult): boolean =>
	ATTENTION.includes(outcome) ||
	(outcome === 'unchanged' &&
		operation !== 'delete' &&
		status !== undefined &&
		UNFIT.includes(status));

/** Reasons that lie in the account, the connection or the node, and not in one template. */
const OF_THE_RUN: readonly TemplateReason[] = ['not_reached', 'app_missing', 'halted'];

/** Whether a result tells of something that somebody must mend before the other templates can go on. */
export const concernsWholeRun = ({ reason }: TemplateResult): boolean =>
	reason !== undefined && OF_THE_RUN.includes(reason);

/**
 * A result as the nodes hand it out, in the order in which one reads a row. Meta's refusal stands under
 * `meta` and not under `error`, which engines take for a failure of the node.
 *
 * @param input what the item brought, where the results carry it
 */
export function templateResultFields(
	{ error, ...told }: TemplateResult,
	input?: unknown,
): Record<string, unknown> {
	const { outcome, reason, name, language, statusText, message, whatToDo, ...rest } = told;
	const fields: Record<string, unknown> = {
		outcome,
		reason,
		name,
		language,
		statusText,
		message,
		whatToDo,
		...rest,
	};
	if (error) {
		const { whatToDo: _advice, waitMs: _wait, ...meta } = error;
		fields.meta = meta;
	}
	if (input !== undefined) fields.input = input;
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** `3 of 40 need attention: 2 refused (check_failed), 1 waiting (in_review)`; undefined when none does. */
export function templateSummary(results: readonly TemplateResult[]): string | undefined {
	const attention = results.filter(needsAttention);
	if (attention.length === 0) return undefined;
	const counts = new Map<string, number>();
	for (const { outcome, reason, status } of attention) {
		const key =
			outcome === 'unchanged' ? String(status) : reason ? `${outcome} (${reason})` : outcome;
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	const parts = [...counts].sort((one, other) => other[1] - one[1]);
	const told = parts.map(([key, count]) => `${count} ${key}`).join(', ');
	const need = attention.length === 1 ? 'needs' : 'need';
	return `${attention.length} of ${results.length} ${need} attention: ${told}`;
}
