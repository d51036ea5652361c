import { NO_MONEY } from '../../account/unpaid';
import type { DeliveryOutcome } from '../../messages/outcome';
import { concernsRun } from '../../messages/retry';
import { attemptOf, notificationOf, withAttempt } from '../notification-id';
import { stateOf, type ResultRow, type ResultState } from './result-row';

/** What changes in a row: written where `key` is the same and `step` is no higher than `stepBefore`. */
export type RowChange = Pick<
	ResultRow,
	'key' | 'state' | 'step' | 'reason' | 'code' | 'message' | 'whatToDo' | 'messageId' | 'at'
> & {
	stepBefore: number;
	/** The row's key from now on, where it is another one; the same key otherwise. */
	newKey: string;
};

/** What has not left yet may change without getting any further: from waiting to unsent. */
const changeTo = (state: ResultState) => ({
	...stateOf(state),
	stepBefore: Math.max(0, stateOf(state).step - 1),
});

/** An outcome of Send Template → what changes in the row it came from. */
export function changeByOutcome(
	key: string,
	outcome: DeliveryOutcome & { meta?: { code?: unknown } },
	at: string,
): RowChange {
	const { reason = '', message, whatToDo = '', messageId = '' } = outcome;
	const code = String(outcome.error?.code ?? outcome.meta?.code ?? '');
	const state = stateAfter(outcome);
	return { key, newKey: key, ...changeTo(state), reason, code, message, whatToDo, messageId, at };
}

function stateAfter(outcome: DeliveryOutcome): ResultState {
	switch (outcome.outcome) {
		case 'accepted':
			return 'accepted';
		// A run that was cut short sent it; what became of the answer went with it.
		case 'duplicate':
			return 'accepted';
		case 'unknown':
			return 'unknown';
		case 'unsent':
			return 'unsent';
		default:
			// They stopped marketing after the check: nothing has failed.
			if (outcome.reason === 'opted_out' || outcome.reason === 'no_consent') return 'left_out';
			// What lies in the account or the template and not in the person can be sent once it is mended.
			return concernsRun(outcome) || outcome.reason === 'rate_limited' ? 'unsent' : 'failed';
	}
}

/** A status of WhatsApp Business Trigger, as far as it is needed here. */
export interface StatusUpdate {
	status?: unknown;
	deliveryKey?: unknown;
	messageId?: unknown;
	occurredAt?: unknown;
	errors?: Array<{
		code?: unknown;
		title?: string;
		details?: string;
		message?: string;
		whatToDo?: string;
	}>;
}

const BY_STATUS: Record<string, ResultState> = {
	sent: 'sent',
	delivered: 'delivered',
	read: 'read',
	played: 'read',
	failed: 'failed',
};

/**
 * A status → what changes in the row of its delivery: the first change that fits the row counts. None where it belongs to no
 * notification.
 */
export function changesByStatus(update: StatusUpdate, at: string): RowChange[] {
	const change = changeByStatus(update, at);
	if (!change) return [];
	const unpaid = change.state === 'failed' && change.code === String(NO_MONEY);
	return unpaid ? [sendableAgain(change), change] : [change];
}

/** It never left, and its key is used up: the row waits for somebody to resume, under the key of the next attempt. */
const sendableAgain = (change: RowChange): RowChange => ({
	...change,
	...stateOf('unsent'),
	stepBefore: stateOf('accepted').step,
	newKey: withAttempt(change.key, attemptOf(change.key) + 1),
	reason: 'no_credit',
	messageId: '',
});

function changeByStatus(update: StatusUpdate, at: string): RowChange | undefined {
	const key = String(update.deliveryKey ?? '');
	const status = String(update.status ?? '');
	if (notificationOf(key) === undefined || !Object.hasOwn(BY_STATUS, status)) return undefined;
	const error = update.errors?.[0];
	return {
		key,
		newKey: key,
		...changeTo(BY_STATUS[status] as ResultState),
		reason: error ? 'not_delivered' : '',
		code: String(error?.code ?? ''),
		message: error ? (error.details ?? error.title ?? error.message ?? '') : '',
		whatToDo: error?.whatToDo ?? '',
		messageId: String(update.messageId ?? ''),
		at: typeof update.occurredAt === 'string' ? update.occurredAt : at,
	};
}

/** The row as it is after a change; itself where the change is old news. */
export function withChange(
	row: ResultRow,
	{ stepBefore, newKey, ...change }: RowChange,
): ResultRow {
	if (row.key !== change.key || row.step > stepBefore) return row;
	const after = { ...row, ...change, messageId: change.messageId || row.messageId };
	if (newKey === row.key) return after;
	const deliveryKey = withAttempt(row.deliveryKey, attemptOf(newKey));
	return { ...after, key: newKey, deliveryKey, messageId: '' };
}
