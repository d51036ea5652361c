import type { DeliveryOutcome } from '../../core/messages/outcome';
import { aboutDelivery } from '../../core/messages/prepare-delivery';
import { normaliseRecipient } from '../../core/messages/recipient';
import { renderText } from '../../core/templates/render-text';
import { prepareItem, type Prepared, type Preparing } from './prepare';
import type { DryRunResult, Result } from './result-items';

/** Checks every item as a run would, and sends nothing: what would be sent, and what would not. */
export async function dryRun(count: number, run: Preparing, results: Result[]): Promise<void> {
	const seen = new Set<string>();
	for (let index = 0; index < count; index++) {
		const prepared = await prepareSafely(index, run);
		if ('refused' in prepared) results[index] = prepared.refused;
		else if (seen.has(prepared.ready.deliveryKey)) results[index] = twice(prepared);
		else results[index] = wouldSend(prepared);
		if ('ready' in prepared) seen.add(prepared.ready.deliveryKey);
	}
}

async function prepareSafely(index: number, run: Preparing): Promise<Prepared> {
	try {
		return await prepareItem(index, run);
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		const whatToDo = 'Correct the input of this item and run it again.';
		return { refused: { outcome: 'skipped', reason: 'input_invalid', message, whatToDo } };
	}
}

type Ready = Extract<Prepared, { ready: unknown }>;

function twice({ ready }: Ready): DeliveryOutcome {
	return {
		outcome: 'duplicate',
		reason: 'same_batch',
		message: 'The same message to the same person is already in this batch',
		whatToDo: 'Nothing to do: the person gets it once.',
		...aboutDelivery(ready),
	};
}

function wouldSend({ ready, values }: Ready): DryRunResult {
	const recipient = normaliseRecipient(ready.to);
	return {
		outcome: 'would_send',
		dryRun: true,
		recipient: `…${ready.to.slice(-4)}`,
		...(recipient.ok && recipient.country ? { country: recipient.country } : {}),
		template: ready.template.name,
		language: ready.template.language,
		category: ready.template.category,
		deliveryKey: ready.deliveryKey,
		text: renderText(ready.template, values),
	};
}
