import { isObject, listAt, numberAt, objectAt, textAt } from '../webhooks/json';
import { isoTime } from '../webhooks/change';
import type { WebhookNotification } from '../webhooks/notification';
import type { AccountHealth } from './account-health';
import type { HealthAccount } from './health';

type Standing = Pick<AccountHealth, 'restrictions'> & Pick<AccountHealth, 'ban'>;

/**
 * What the last account notifications say about bans and restrictions: only webhooks tell them (Meta, "account_update").
 * In the order in which they happened, whatever the order in which they came.
 */
export function standingSeen(
	seen: readonly WebhookNotification[],
	account: HealthAccount,
	now: number,
): Standing {
	const standing: Standing = { restrictions: [] };
	const updates = seen
		.filter(
			({ field, businessAccountId }) =>
				field === 'account_update' && businessAccountId === account.businessAccountId,
		)
		.sort((one, other) => String(one.occurredAt).localeCompare(String(other.occurredAt)));
	for (const { raw } of updates) {
		if (!isObject(raw)) continue;
		const state = textAt(objectAt(raw, 'ban_info'), 'waba_ban_state');
		const date = textAt(objectAt(raw, 'ban_info'), 'waba_ban_date');
		if (state === 'REINSTATE') delete standing.ban;
		else if (state !== undefined) standing.ban = { state, ...(date ? { date } : {}) };
		if (textAt(raw, 'event') === 'ACCOUNT_RESTRICTION') standing.restrictions = restrictionsOf(raw);
	}
	const isOver = ({ until }: { until?: string }) => until !== undefined && Date.parse(until) <= now;
	return { ...standing, restrictions: standing.restrictions.filter((one) => !isOver(one)) };
}

/** `restriction_info[{restriction_type, expiration}]` of an account update. */
export function restrictionsOf(value: unknown): Array<{ type: string; until?: string }> {
	if (!isObject(value)) return [];
	return listAt(value, 'restriction_info')
		.filter(isObject)
		.map((one) => {
			const until = isoTime(numberAt(one, 'expiration'));
			return {
				type: textAt(one, 'restriction_type') ?? 'RESTRICTED',
				...(until === null ? {} : { until }),
			};
		});
}
