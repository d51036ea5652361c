import type { GraphError } from '../graph/error';
import type { DeliveryOutcome, OutcomeReason } from './outcome';

/**
 * Codes that state a refusal and ask to wait; only these are tried again on `/messages`. Everything
 * else either will not get better by waiting or may already have left.
 */
const WAIT_CODES = new Set([4, 80007, 130429, 131056]);

/** Tries in all, per code: a pair limit is waited for less often because its waits grow by four. */
const MAX_TRIES: Record<number, number> = { 131056: 4 };
const DEFAULT_MAX_TRIES = 8;

/** A longer wait than this is told to the organiser instead of being sat out. */
export const LONGEST_WAIT_MS = 120_000;

/**
 * How long to wait before try `tries + 1`; undefined when it must not, or need not, be tried again.
 * Waits follow Meta's advice: 4^n seconds for a pair (131056), the usage header where it names a
 * time, else doubling from one second to thirty.
 *
 * @param tries how often it has been tried, from 1
 */
export function waitBeforeRetry(error: GraphError, tries: number): number | undefined {
	const code = error.code;
	if (code === undefined || !WAIT_CODES.has(code)) return undefined;
	if (tries >= (MAX_TRIES[code] ?? DEFAULT_MAX_TRIES)) return undefined;
	const wait =
		code === 131056 ? 4 ** tries * 1000 : (error.waitMs ?? Math.min(30, 2 ** (tries - 1)) * 1000);
	return wait <= LONGEST_WAIT_MS ? wait : undefined;
}

/**
 * Whether a refusal concerns the whole account or number, so that every further message of the batch
 * would be refused too: token, permission, money, blocked account, unfinished set-up, spam limit.
 */
export function haltsBatch(error: GraphError): boolean {
	if (error.class === 'auth' || error.class === 'permission' || error.class === 'money')
		return true;
	if (error.class === 'setup') return true;
	if (error.code === 368 || error.code === 131031 || error.code === 131048 || error.code === 131064)
		return true;
	return isAppThrottle(error) && (error.waitMs ?? 0) > LONGEST_WAIT_MS;
}

/** Of the template itself, and of the Marketing Messages API: its category, or that it is not ready there. */
const TEMPLATE_CODES = [
	...[132001, 132007, 132015, 132016, 132068],
	...[131055, 131061, 134100, 134101, 134102],
];

/** A refusal of the template itself: the same template would be refused for everybody. */
export function refusesTemplate(error: GraphError): boolean {
	return TEMPLATE_CODES.includes(error.code ?? 0);
}

const isAppThrottle = (error: GraphError) => error.code === 4 || error.code === 80007;

/** Reasons that lie in the account, the template, the connection or the node, not in the recipient. */
const OF_THE_RUN: ReadonlySet<OutcomeReason> = new Set<OutcomeReason>([
	'template_missing',
	'template_unknown',
	'template_language',
	'template_not_approved',
	'template_paused',
	'template_category',
	'template_unsupported',
	'template_unreadable',
	'template_refused',
	'token_refused',
	'batch_halted',
	'account_blocked',
	'no_credit',
	'ledger_unavailable',
	'not_reached',
	'input_invalid',
]);

/** Whether an outcome tells of something that somebody must mend before others are sent. */
export const concernsRun = ({ reason, error }: DeliveryOutcome): boolean =>
	(reason !== undefined && OF_THE_RUN.has(reason)) ||
	(error !== undefined && (haltsBatch(error) || refusesTemplate(error)));
