import type { IWebhookFunctions } from 'n8n-workflow';
import { RecentKeys } from '../../core/webhooks/recent-keys';

const byNode = new Map<string, RecentKeys>();

/**
 * Leaves out what this process has already answered for this node. Keys count only once the call was
 * answered 200: a platform repeats a call that failed, and that repeat must not be dropped.
 */
export function dropRepeats<T extends { key: string }>(
	context: IWebhookFunctions,
	entries: T[],
): T[] {
	const node = `${context.getWorkflow().id}/${context.getNode().id}/${context.getMode()}`;
	const recent = byNode.get(node) ?? new RecentKeys();
	byNode.set(node, recent);
	const fresh: T[] = [];
	for (const entry of entries) {
		if (recent.has(entry.key)) continue;
		recent.add(entry.key);
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
