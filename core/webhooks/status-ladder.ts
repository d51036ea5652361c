import type { KnownStatus } from './notification';

const RANK: Record<Exclude<KnownStatus, 'failed'>, number> = {
	sent: 1,
	delivered: 2,
	read: 3,
	played: 4,
};

const isKnown = (status: string): status is KnownStatus =>
	status === 'failed' || Object.hasOwn(RANK, status);

const rank = (status: KnownStatus): number => (status === 'failed' ? 1.5 : RANK[status]);

/**
 * The status a message has after one more webhook: sent < delivered < read < played. Webhooks come
 * out of order and more than once, so a lower status never replaces a higher one. `failed` ends a
 * message that was only sent, unless a delivered or read, earlier or later, proves that it arrived.
 * A status Meta adds later changes nothing.
 */
export function laterStatus(current: string | undefined, next: string): string {
	if (current === undefined || !isKnown(current)) return next;
	if (!isKnown(next)) return current;
	return rank(next) > rank(current) ? next : current;
}
