import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { isSent, type DeliveryOutcome } from '../../core/messages/outcome';

/** A result besides the six outcomes: a dry run that would have been sent. */
export interface DryRunResult {
	outcome: 'would_send';
	dryRun: true;
	recipient: string;
	country?: string;
	template: string;
	language: string;
	category: string;
	deliveryKey: string;
	text: { header?: string; body: string; footer?: string };
}

export type Result = DeliveryOutcome | DryRunResult;

/** Which of the two outputs a result goes to. */
export const goesToSent = (result: Result): boolean =>
	result.outcome === 'would_send' || isSent(result as DeliveryOutcome);

/**
 * One result as an item paired with its input. Meta's refusal stands under `meta` and not under `error`:
 * n8n reruns the whole node when the first item has an `error` and Retry On Fail is on.
 */
export function resultItem(
	result: Result,
	index: number,
	input: INodeExecutionData | undefined,
	includeInput: boolean,
): INodeExecutionData {
	const { error, ...told } = result as DeliveryOutcome;
	const { outcome, reason, recipient, message, whatToDo, ...rest } = told;
	// In the order in which one reads a row: what became of it, to whom, why, what to do.
	const json: IDataObject = { outcome, reason, recipient, message, whatToDo, ...rest };
	if (error) {
		const { whatToDo: _advice, waitMs: _wait, ...meta } = error;
		json.meta = { ...meta };
	}
	if (includeInput && input) json.input = input.json;
	return { json: withoutUndefined(json), pairedItem: { item: index } };
}

function withoutUndefined(json: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(json).filter(([, value]) => value !== undefined));
}

/** `12 of 100 were not sent: 8 phone_invalid, 4 variable_missing`; undefined when all were. */
export function summary(results: Result[]): string | undefined {
	const notSent = results.filter((result) => !goesToSent(result)) as DeliveryOutcome[];
	if (notSent.length === 0) return undefined;
	const counts = new Map<string, number>();
	for (const { reason, outcome } of notSent) {
		const key = `${outcome}${reason ? ` (${reason})` : ''}`;
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	const parts = [...counts].sort((a, b) => b[1] - a[1]).map(([key, count]) => `${count} ${key}`);
	return `${notSent.length} of ${results.length} were not sent: ${parts.join(', ')}`;
}
