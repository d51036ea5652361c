import type { DeliveryOutcome, OutcomeReason } from './outcome';
import { haltsBatch } from './retry';

/** Of the account, the money, the token or the connection; the same message can leave once that is mended. */
const OF_THE_ACCOUNT: ReadonlySet<OutcomeReason> = new Set<OutcomeReason>([
	'batch_halted',
	'account_blocked',
	'no_credit',
	'token_refused',
	'not_reached',
	'ledger_unavailable',
	'template_unreadable',
	'rate_limited',
	// WhatsApp lifts a pause by itself, after three or six hours.
	'template_paused',
]);

/** Meta, "Error codes": the template is paused. */
const TEMPLATE_PAUSED = 132015;

/**
 * Whether a message surely never left for a reason that lies in the account, the money, the token, the connection or
 * a pause of the template, and not in the recipient or the item: worth keeping, and sent as soon as it can be. What is
 * `unknown` is not: it may have arrived. Nor is what somebody stopped on purpose.
 *
 * @param outcome as core tells it or as a node hands it out, with Meta's refusal under `meta`
 */
export function canGoLater(
	outcome: Pick<DeliveryOutcome, 'outcome' | 'reason' | 'error'> & { meta?: unknown },
): boolean {
	const { reason } = outcome;
	if (!['unsent', 'skipped', 'rejected'].includes(outcome.outcome)) return false;
	if (reason !== undefined && OF_THE_ACCOUNT.has(reason)) return true;
	const error = outcome.error ?? (outcome.meta as DeliveryOutcome['error']);
	if (outcome.outcome !== 'rejected' || error === undefined) return false;
	return haltsBatch(error) || error.code === TEMPLATE_PAUSED;
}
