import type { GraphError } from '../graph/error';
import type { OptOutRecord } from '../opt-outs/opt-out';

/** What became of one delivery; the table in docs/outcomes.md says what each means. */
export const outcomeKinds = [
	'accepted',
	'unsent',
	'duplicate',
	'skipped',
	'rejected',
	'unknown',
] as const;

export type OutcomeKind = (typeof outcomeKinds)[number];

/** Stable codes a flow can branch on: docs/outcomes.md. */
export const outcomeReasons = [
	'phone_missing',
	'phone_no_country',
	'phone_invalid',
	'variable_missing',
	'variable_invalid',
	'header_media_missing',
	'header_media_failed',
	'template_missing',
	'template_unknown',
	'template_language',
	'template_not_approved',
	'template_paused',
	'template_category',
	'template_unsupported',
	'template_unreadable',
	'input_invalid',
	'opted_out',
	'no_consent',
	'account_blocked',
	'no_credit',
	'already_sent',
	'same_batch',
	'unsettled_before',
	'ledger_unavailable',
	'not_reached',
	'token_refused',
	'stopped',
	'batch_halted',
	'template_refused',
	'refused',
	'rate_limited',
	'no_answer',
	'unclear_answer',
] as const;

export type OutcomeReason = (typeof outcomeReasons)[number];

export interface DeliveryOutcome {
	outcome: OutcomeKind;
	reason?: OutcomeReason;
	/** A sentence for the organiser. */
	message: string;
	whatToDo?: string;
	/** Recipient, at most the last four digits: `…5678`. */
	recipient?: string;
	/** WhatsApp's id of the recipient, from the answer. */
	waId?: string;
	/** `wamid.…`, the id every status of this message carries. */
	messageId?: string;
	/** `accepted`, `held_for_quality_assessment` or `paused`. */
	messageStatus?: string;
	template?: string;
	language?: string;
	deliveryKey?: string;
	/** Meta's refusal. */
	error?: GraphError;
	/** WhatsApp refused it because this person stopped marketing messages: to be kept. */
	optOut?: OptOutRecord;
	/** ISO time before which trying again makes no sense. */
	retryAfter?: string;
}

/** Only these left the house for good; everything else goes to Not Sent. */
export const isSent = (outcome: DeliveryOutcome): boolean => outcome.outcome === 'accepted';
