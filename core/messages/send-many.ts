import { MemoryLedger } from '../ledger/memory-ledger';
import type { ClaimResult, DeliveryLedger } from '../ledger/ledger';
import type { Clock, Logger } from '../ports';
import { BatchState, type Halt, type HaltFromOutside } from './batch-state';
import { deliverOne } from './deliver-one';
import { LedgerWindow } from './ledger-window';
import type { DeliveryOutcome } from './outcome';
import type { Pace } from './pace';
import { PairPace } from './pair-pace';
import { aboutDelivery, type PreparedDelivery } from './prepare-delivery';
import { prepareSafely } from './prepare-item';
import type { Sender } from './send-message';

export interface SendManyPorts {
	sender: Sender;
	clock: Clock;
	pace: Pace;
	logger: Logger;
	/** Left out: duplicates are found within this batch only. */
	ledger?: DeliveryLedger;
	/** True once the user has stopped the run: nothing new leaves. */
	isStopped?: () => boolean;
	/** What others learn of the account meanwhile. */
	outside?: HaltFromOutside;
}

export interface Batch {
	/** How many deliveries there are. */
	count: number;
	/** Checks and builds delivery `index`; called once each, in order, shortly before it is sent. */
	prepare(index: number): Promise<{ ready: PreparedDelivery } | { refused: DeliveryOutcome }>;
	/** To whom a delivery would have gone that is not looked at any more. Must not throw. */
	about?(index: number): Promise<Partial<DeliveryOutcome>>;
	/** Called exactly once per delivery. Must not throw. */
	report(index: number, outcome: DeliveryOutcome): void;
	/** Most requests under way at one moment; also the most claims a crash can leave unsettled. */
	concurrency: number;
}

interface Entry {
	index: number;
	delivery: PreparedDelivery;
}

/** Preparing is synchronous work: let the engine breathe once per this many deliveries. */
const BREATHE_EVERY = 100;

/**
 * Sends a batch: one or ten thousand. Each delivery ends in exactly one outcome, whatever happens
 * to the others.
 *
 * Deliveries are claimed in chunks, a chunk when there is room for it, so that no more than
 * `concurrency` claims are ever open; each waits for its turn, is sent, and its claim is
 * settled, released or left unsettled. A refusal that concerns the whole account halts the batch:
 * the rest is `unsent` and the next run sends it.
 */
export async function sendMany(batch: Batch, ports: SendManyPorts): Promise<void> {
	const ledger = ports.ledger ?? new MemoryLedger();
	const window = new LedgerWindow(
		ledger,
		Math.max(1, Math.floor(batch.concurrency) || 1),
		ports.logger,
	);
	const state = new BatchState(ports.isStopped ?? (() => false), ports.outside);
	const pairPace = new PairPace(ports.clock);
	const seen = new Set<string>();
	let next = 0;

	const deliver = async ({ index, delivery }: Entry) => {
		const { outcome, claim } = await deliverOne(delivery, { ...ports, pairPace, state });
		batch.report(index, outcome);
		window.close(delivery.deliveryKey, claim);
	};

	while (next < batch.count && !state.halt) {
		const room = await window.room();
		const chunk: Entry[] = [];
		while (chunk.length < room && next < batch.count && !state.halt) {
			const index = next++;
			if (index % BREATHE_EVERY === BREATHE_EVERY - 1) await ports.clock.sleep(0);
			const prepared = await prepareSafely(async () => await batch.prepare(index));
			if ('refused' in prepared) batch.report(index, prepared.refused);
			else if (seen.has(prepared.ready.deliveryKey)) batch.report(index, sameBatch(prepared.ready));
			else {
				seen.add(prepared.ready.deliveryKey);
				chunk.push({ index, delivery: prepared.ready });
			}
		}
		const claims = await claimSafely(ledger, chunk, ports.logger);
		chunk.forEach((entry, i) => {
			if (claims[i] === 'claimed') window.open(deliver(entry));
			else batch.report(entry.index, notClaimed(entry.delivery, claims[i]));
		});
	}
	await window.drain();
	if (state.halt) await reportRest(batch, next, afterHalt(state.halt));
}

/** Without its claim nothing is sent: a ledger that cannot be asked cannot promise "not twice". */
async function claimSafely(
	ledger: DeliveryLedger,
	chunk: Entry[],
	logger: Logger,
): Promise<Array<ClaimResult | undefined>> {
	if (chunk.length === 0) return [];
	try {
		return await ledger.claim(chunk.map((entry) => entry.delivery.deliveryKey));
	} catch (error) {
		logger.warn(`The delivery ledger did not answer; ${chunk.length} messages were not sent`, {
			error: error instanceof Error ? error.message : String(error),
		});
		return chunk.map(() => undefined);
	}
}

/** What is not looked at any more, and why: each with whom it would have gone to. */
export async function reportRest(
	batch: Pick<Batch, 'count' | 'about' | 'report'>,
	from: number,
	why: DeliveryOutcome,
): Promise<void> {
	for (let index = from; index < batch.count; index++) {
		batch.report(index, { ...why, ...(await batch.about?.(index)) });
	}
}

/** What is told of the rest when a batch ends: Meta's refusal belongs to the message it was given to. */
export const afterHalt = ({ reason, message, whatToDo }: Halt): DeliveryOutcome => ({
	...{ outcome: 'unsent', reason, message, whatToDo },
});

/** The same message to the same person stands earlier in this batch. */
export function sameBatch(delivery: PreparedDelivery): DeliveryOutcome {
	return {
		outcome: 'duplicate',
		reason: 'same_batch',
		message: 'The same message to the same person is already in this batch',
		whatToDo: 'Nothing to do: the person gets it once.',
		...aboutDelivery(delivery),
	};
}

function notClaimed(delivery: PreparedDelivery, claim: ClaimResult | undefined): DeliveryOutcome {
	if (claim === 'duplicate') {
		return {
			outcome: 'duplicate',
			reason: 'already_sent',
			message: 'This message was already sent to this person, or is being sent right now',
			whatToDo:
				'Nothing to do. To send it again on purpose: Send Again (in n8n an option, in runs by hand; in Node-RED msg.sendAgain).',
			...aboutDelivery(delivery),
		};
	}
	if (claim === 'unknown') {
		return {
			outcome: 'unknown',
			reason: 'unsettled_before',
			message: 'An earlier run was interrupted while sending this; whether it arrived is not known',
			whatToDo:
				'Look whether a status of this message came in. To send it again on purpose: Send Again (in n8n an option, in runs by hand; in Node-RED msg.sendAgain).',
			...aboutDelivery(delivery),
		};
	}
	return {
		outcome: 'unsent',
		reason: 'ledger_unavailable',
		message: 'What was sent before could not be looked up, so nothing was sent',
		whatToDo: 'Check the database of your server, then run this again.',
		...aboutDelivery(delivery),
	};
}
