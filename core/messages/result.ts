import { canGoLater } from './can-go-later';
import { isSent, type DeliveryOutcome } from './outcome';

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
 * One result as the nodes hand it out, in the order in which one reads a row: what became of it, to
 * whom, why, what to do. Meta's refusal stands under `meta` and not under `error`, which engines take for
 * a failure of the node.
 *
 * @param input what the item brought, where the results carry it
 */
export function resultFields(result: Result, input?: unknown): Record<string, unknown> {
	const { error, ...told } = result as DeliveryOutcome;
	const { outcome, reason, recipient, message, whatToDo, ...rest } = told;
	const fields: Record<string, unknown> = { outcome, reason, recipient, message, whatToDo };
	Object.assign(fields, rest);
	// Never left because of the account, the money or the connection: worth keeping.
	if (canGoLater(result as DeliveryOutcome)) fields.canGoLater = true;
	if (error) {
		const { whatToDo: _advice, waitMs: _wait, ...meta } = error;
		fields.meta = { ...meta };
	}
	if (input !== undefined) fields.input = input;
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** `12 of 100 were not sent: 8 skipped (phone_invalid), 4 unknown (no_answer)`; undefined when all were. */
export function summary(results: readonly Result[]): string | undefined {
	const tally = new Tally();
	for (const result of results) tally.add(result);
	return tally.summary;
}

/** Counts results as they come, for runs that keep none of them. */
export class Tally {
	sent = 0;

	notSent = 0;

	private readonly counts = new Map<string, number>();

	add(result: Result): void {
		if (goesToSent(result)) {
			this.sent++;
			return;
		}
		this.notSent++;
		const { outcome, reason } = result as DeliveryOutcome;
		const key = `${outcome}${reason ? ` (${reason})` : ''}`;
		this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
	}

	get summary(): string | undefined {
		if (this.notSent === 0) return undefined;
		const parts = [...this.counts]
			.sort((a, b) => b[1] - a[1])
			.map(([key, count]) => `${count} ${key}`);
		return `${this.notSent} of ${this.sent + this.notSent} were not sent: ${parts.join(', ')}`;
	}
}
