import type { TemplateDefinition } from '../definition';
import type { AccountTemplate } from './account-template';
import { aboutTemplate, statusSentence, titleOf } from './describe-template';
import { differences, formatDiffers } from './differences';
import type { TemplateResult } from './result';
import { statusOf } from './status';

/** What is to be done for one definition, or why nothing is. */
export type Step =
	| { do: 'create' }
	| { do: 'edit'; template: AccountTemplate; changes: string[] }
	| { do: 'nothing'; result: Omit<TemplateResult, 'operation'> };

export interface PlanContext {
	/** The account's template of this name and language. */
	present?: AccountTemplate;
	/** Submit: a rejected template is sent in again, though nothing about it changed. */
	resubmit: boolean;
	priceCountry?: string;
}

/** Meta edits these only. Source: Meta, "Edit templates". */
const EDITABLE = ['approved', 'rejected', 'paused'];

/** Longest time a deletion takes. Source: Meta, "Delete templates". */
const DELETION_MS = 30 * 24 * 3_600_000;

/** What brings the account in line with one definition. Reads nothing, changes nothing. */
export function planTemplate(definition: TemplateDefinition, context: PlanContext): Step {
	const { present } = context;
	if (!present) return { do: 'create' };
	const status = statusOf(present.status);
	const { priceCountry } = context;
	const about = aboutTemplate(present, { asked: definition.category, priceCountry });
	const nothing = (
		result: Pick<TemplateResult, 'outcome' | 'message'> & Partial<TemplateResult>,
	) => ({
		do: 'nothing' as const,
		result: { ...about, ...result },
	});
	const title = titleOf(definition);
	if (status === 'deletionInProgress' || status === 'deleted') {
		const possibleAt = after(present.lastUpdated, DELETION_MS);
		return nothing({
			outcome: 'waiting',
			reason: 'being_deleted',
			message: `${title} is being deleted`,
			whatToDo: 'Wait until the deletion is over, at most 30 days, or choose another name.',
			...(possibleAt ? { possibleAt } : {}),
		});
	}
	const changes = changesOf(definition, present);
	const again = context.resubmit && status === 'rejected';
	if (changes.length === 0 && !again) {
		return nothing({ outcome: 'unchanged', ...unchangedSentence(present) });
	}
	if (formatDiffers(definition, present)) {
		return nothing({
			outcome: 'refused',
			reason: 'format_fixed',
			message: `${title} was made with ${present.parameterFormat === 'NAMED' ? 'named' : 'numbered'} variables, which cannot be changed`,
			whatToDo: 'Give the new text another name, or keep the kind of its variables.',
			changes,
		});
	}
	if (status === 'pending' || status === 'inAppeal') {
		return nothing({
			outcome: 'waiting',
			reason: 'in_review',
			message: `${title} is in review, and cannot be edited meanwhile`,
			whatToDo: 'Wait for the decision, at most 24 hours, and run this again.',
			changes,
		});
	}
	if (!EDITABLE.includes(status)) {
		const { message } = statusSentence(present);
		return nothing({
			outcome: 'refused',
			reason: 'status_fixed',
			message: `${message} WhatsApp edits approved, rejected and paused templates only`,
			whatToDo: 'Give the new text another name.',
			changes,
		});
	}
	return { do: 'edit', template: present, changes };
}

function changesOf(definition: TemplateDefinition, present: AccountTemplate): string[] {
	const parts = differences(definition, present);
	// Of an approved one the category cannot be changed; that is drift, told by `drift`.
	const mayMove = present.status === 'REJECTED' || present.status === 'PAUSED';
	return mayMove && definition.category !== present.category ? ['category', ...parts] : parts;
}

function unchangedSentence(present: AccountTemplate): { message: string; whatToDo?: string } {
	const status = statusOf(present.status);
	const title = titleOf(present);
	if (status === 'approved') {
		return { message: `${title} is in the account as it is defined, and approved` };
	}
	const { message, whatToDo } = statusSentence(present);
	return {
		message: `${message}${message.endsWith('.') ? '' : '.'} Its definition has not changed since`,
		...(whatToDo ? { whatToDo } : {}),
	};
}

/** An ISO time some milliseconds after another. */
export function after(time: string | undefined, ms: number): string | undefined {
	return time === undefined ? undefined : new Date(Date.parse(time) + ms).toISOString();
}
