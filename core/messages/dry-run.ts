import type { Clock } from '../ports';
import { renderText } from '../templates/render-text';
import { BatchState } from './batch-state';
import {
	aboutSafely,
	prepareItem,
	prepareSafely,
	type PreparedItem,
	type Preparing,
} from './prepare-item';
import { normaliseRecipient, maskPhone } from './recipient';
import type { DryRunResult, Result } from './result';
import { afterHalt, reportRest, sameBatch } from './send-many';

/** Checking is synchronous work: let the engine breathe once per this many items. */
const BREATHE_EVERY = 100;

/** Checks every item as a run would, and sends nothing: what would be sent, and what would not. */
export async function dryRun(
	count: number,
	run: Preparing,
	report: (index: number, result: Result) => void,
	{ clock, isStopped = () => false }: { clock: Clock; isStopped?: () => boolean },
): Promise<void> {
	const seen = new Set<string>();
	const state = new BatchState(isStopped);
	for (let index = 0; index < count; index++) {
		if (index % BREATHE_EVERY === BREATHE_EVERY - 1) await clock.sleep(0);
		if (state.halt) {
			const about = async (one: number) => await aboutSafely(one, run);
			return await reportRest({ count, about, report }, index, afterHalt(state.halt));
		}
		const prepared = await prepareSafely(async () => await prepareItem(index, run));
		if ('refused' in prepared) report(index, prepared.refused);
		else if (seen.has(prepared.ready.deliveryKey)) report(index, sameBatch(prepared.ready));
		else report(index, wouldSend(prepared));
		if ('ready' in prepared) seen.add(prepared.ready.deliveryKey);
	}
}

function wouldSend({ ready, values }: Extract<PreparedItem, { ready: unknown }>): DryRunResult {
	const recipient = normaliseRecipient(ready.to);
	return {
		outcome: 'would_send',
		dryRun: true,
		recipient: maskPhone(ready.to),
		...(recipient.ok && recipient.country ? { country: recipient.country } : {}),
		template: ready.template.name,
		language: ready.template.language,
		category: ready.template.category,
		deliveryKey: ready.deliveryKey,
		text: renderText(ready.template, values),
	};
}
