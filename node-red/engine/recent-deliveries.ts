import { RecentKeys } from '../../core/webhooks/recent-keys';

/** Of the process: a platform repeats its calls across a deployment, too. */
const byNode = new Map<string, RecentKeys>();

/**
 * Leaves out what this node has already passed on. Call `remember` once the call is answered 200: a
 * platform repeats a call that failed, and that repeat must not be dropped.
 */
export function withoutRepeats<T extends { key: string }>(
	nodeId: string,
	entries: readonly T[],
): { fresh: T[]; remember: () => void } {
	const recent = byNode.get(nodeId) ?? new RecentKeys();
	byNode.set(nodeId, recent);
	const seen = new Set<string>();
	const fresh = entries.filter(({ key }) => {
		if (recent.has(key) || seen.has(key)) return false;
		seen.add(key);
		return true;
	});
	return { fresh, remember: () => fresh.forEach(({ key }) => recent.add(key)) };
}
