import type { IWebhookFunctions } from 'n8n-workflow';
import { RecentKeys } from '../../core/webhooks/recent-keys';

const everByNode = new Map<string, RecentKeys>();
const lateByNode = new Map<string, RecentKeys>();

/** How long copies of one call may follow each other. */
const BURST_MS = 10_000;

/**
 * Leaves out what this process has already answered for this node. Keys count only once the call was
 * answered 200: a platform repeats a call that failed, and that repeat must not be dropped.
 */
export const dropRepeats = <T extends { key: string }>(
	context: IWebhookFunctions,
	entries: T[],
): T[] => drop(context, entries, everByNode, () => new RecentKeys());

/**
 * Leaves out the copies of one call that come at once, and nothing later. The run that follows may fail,
 * and only the platform can start it over: what was told before is then found by its ledger.
 */
export const dropBurst = <T extends { key: string }>(
	context: IWebhookFunctions,
	entries: T[],
): T[] => drop(context, entries, lateByNode, () => new RecentKeys(undefined, BURST_MS));

function drop<T extends { key: string }>(
	context: IWebhookFunctions,
	entries: T[],
	byNode: Map<string, RecentKeys>,
	make: () => RecentKeys,
): T[] {
	const node = `${context.getWorkflow().id}/${context.getNode().id}/${context.getMode()}`;
	const recent = byNode.get(node) ?? make();
	byNode.set(node, recent);
	const now = Date.now();
	const fresh: T[] = [];
	for (const entry of entries) {
		if (recent.has(entry.key, now)) continue;
		recent.add(entry.key, now);
		fresh.push(entry);
	}
	const response = context.getResponseObject();
	const forgetUnlessAnswered = () => {
		if (response.statusCode >= 300 || !response.writableEnded) {
			for (const entry of fresh) recent.delete(entry.key);
		}
	};
	if (fresh.length > 0) response.once('close', forgetUnlessAnswered);
	return fresh;
}
