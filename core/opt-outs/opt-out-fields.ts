import type { WebhookNotification } from '../webhooks/notification';
import { readOptOut, type OptOut, type OptOutOptions, type OptOutRecord } from './opt-out';
import { personKey } from './person-key';

/** An update's opt-out as the trigger hands it out: a row of a table, and a sentence. */
export interface OptOutFields extends OptOutRecord {
	/** ISO 8601: when they said it. */
	since: string;
	note: string;
}

/**
 * What an update says about somebody's wish for marketing messages, without their number.
 *
 * @param hashKeyOf key of the hashes of an account: that of Send Template, or nobody is found again
 * @param now milliseconds, for updates Meta gives no time for
 */
export function optOutFields(
	notification: WebhookNotification,
	hashKeyOf: (businessAccountId: string) => string,
	now: number,
	options?: OptOutOptions,
): OptOutFields | undefined {
	const read = readOptOut(notification, options);
	if (read === undefined) return undefined;
	const person = personKey(read.person, hashKeyOf(notification.businessAccountId));
	if (person === undefined) return undefined;
	const { choice, by } = read;
	return {
		choice,
		by,
		person,
		since: notification.occurredAt ?? new Date(now).toISOString(),
		note: noteOf(read),
	};
}

const WAYS: Record<OptOut['by'], string> = {
	preference: 'in WhatsApp’s own settings',
	word: 'with a word',
	button: 'with a button',
	refusal: 'before: WhatsApp refused a message for it',
	hand: 'to the team',
};

const noteOf = ({ choice, by }: OptOut): string =>
	choice === 'stop'
		? `This person stopped marketing messages ${WAYS[by]}. Utility messages still reach them.`
		: `This person wants marketing messages again, and said so ${WAYS[by]}.`;
