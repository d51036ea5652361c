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
]);

/** Paused for low quality: it ends by itself, after 3 or 6 hours. Meta, "Error codes" and "Template pausing". */
const PAUSED = 132015;

type Told = Pick<DeliveryOutcome, 'outcome' | 'reason' | 'error'> & { meta?: unknown };

const errorOf = ({ error, meta }: Told) => error ?? (meta as DeliveryOutcome['error']);

/** Whether a message did not leave because its template is paused, be it known before or learnt from a refusal. */
export const isTemplatePaused = (outcome: Told): boolean =>
	outcome.reason === 'template_paused' ||
	(isUnsent(outcome) && Number(errorOf(outcome)?.code) === PAUSED);

const isUnsent = ({ outcome }: Told) => ['unsent', 'skipped', 'rejected'].includes(outcome);

/**
 * Whether a message surely never left for a reason that lies in the account, the money, the token or the connection, or in
 * a pause of its template, and not in the recipient, the template itself or the item: worth keeping, and sent as soon as
 * it can be. What is `unknown` is not: it may have arrived. Nor is what somebody stopped on purpose.
 *
 * @param outcome as core tells it or as a node hands it out, with Meta's refusal under `meta`
 */
export function canGoLater(outcome: Told): boolean {
	const { reason } = outcome;
	if (!isUnsent(outcome)) return false;
	if ((reason !== undefined && OF_THE_ACCOUNT.has(reason)) || isTemplatePaused(outcome))
		return true;
	const error = errorOf(outcome);
	return outcome.outcome === 'rejected' && error !== undefined && haltsBatch(error);
}
