import type { Clock } from '../ports';
import type { BatchState, Halt } from './batch-state';
import type { DeliveryOutcome } from './outcome';
import type { Pace } from './pace';
import type { PairPace } from './pair-pace';
import { aboutDelivery, type PreparedDelivery } from './prepare-delivery';
import { waitBeforeRetry } from './retry';
import { sendMessage, type SendAnswer, type Sender } from './send-message';
import { templateKey } from '../templates/template';

/** What happens to the claim of a delivery once its outcome is known. */
export type ClaimEnd = 'settle' | 'release' | 'leaveUnsettled';

export interface DeliverPorts {
	sender: Sender;
	clock: Clock;
	pace: Pace;
	pairPace: PairPace;
	state: BatchState;
}

/** A long wait is taken in pieces of this many milliseconds, so that a stop is noticed. */
const NAP_MS = 1000;

/**
 * Sends one claimed delivery: waits for its turn, sends, and tries again only where Meta refused and
 * asked to wait. Never throws.
 */
export async function deliverOne(
	delivery: PreparedDelivery,
	ports: DeliverPorts,
): Promise<{ outcome: DeliveryOutcome; claim: ClaimEnd }> {
	const key = templateKey(delivery.template);
	const isOver = () => ports.state.haltFor(key) !== undefined;
	const sleep = async (ms: number) => await sleepUnless(isOver, ms, ports.clock);
	for (let tries = 1; ; tries++) {
		await ports.pairPace.take(delivery.to, sleep);
		await ports.pace.take(isOver);
		const halt = ports.state.haltFor(key);
		if (halt) return notSent(delivery, halt);

		const answer = await sendMessage(ports.sender, delivery.body, delivery.edge);
		const wait = noteAnswer(answer, key, tries, ports);
		if (wait === undefined) return conclude(delivery, answer, ports.clock);
		await sleep(wait);
	}
}

/** Tells the batch and the pace what this answer means for the others; the wait before another try. */
function noteAnswer(
	answer: SendAnswer,
	key: string,
	tries: number,
	ports: DeliverPorts,
): number | undefined {
	const { state } = ports;
	if (answer.kind === 'notReached') state.connectionRefused(answer.message);
	else if (answer.kind === 'unclear') state.unclearAnswer(answer.message);
	else state.answered();
	if (answer.kind !== 'refused') return undefined;
	if (answer.error.code === 130429) ports.pace.slowDown();
	const wait = waitBeforeRetry(answer.error, tries);
	if (wait === undefined) state.refused(answer.error, key);
	return wait;
}

async function sleepUnless(isOver: () => boolean, ms: number, clock: Clock): Promise<void> {
	const until = clock.now() + ms;
	while (clock.now() < until && !isOver()) {
		await clock.sleep(Math.min(NAP_MS, until - clock.now()));
	}
}

function notSent(
	delivery: PreparedDelivery,
	halt: Halt,
): { outcome: DeliveryOutcome; claim: ClaimEnd } {
	return { outcome: { outcome: 'unsent', ...halt, ...aboutDelivery(delivery) }, claim: 'release' };
}

function conclude(
	delivery: PreparedDelivery,
	answer: SendAnswer,
	clock: Clock,
): { outcome: DeliveryOutcome; claim: ClaimEnd } {
	const about = aboutDelivery(delivery);
	switch (answer.kind) {
		case 'accepted': {
			const { messageId, messageStatus, waId } = answer;
			const message = 'WhatsApp accepted the message; its statuses tell whether it was delivered';
			return {
				outcome: { outcome: 'accepted', message, messageId, messageStatus, waId, ...about },
				claim: 'settle',
			};
		}
		case 'notReached':
			return {
				outcome: {
					outcome: 'unsent',
					reason: 'not_reached',
					message: `WhatsApp could not be reached: ${answer.message}`,
					whatToDo: 'Check the connection and the API address, then run this again.',
					...about,
				},
				claim: 'release',
			};
		case 'unclear':
			return {
				outcome: {
					outcome: 'unknown',
					reason: answer.noAnswer ? 'no_answer' : 'unclear_answer',
					message: `Whether the message left is not known: ${answer.message}`,
					whatToDo:
						'It is not sent again by itself. Look whether a status of this message comes in.',
					...(answer.error ? { error: answer.error } : {}),
					...about,
				},
				claim: 'leaveUnsettled',
			};
		case 'refused': {
			const { error, message } = answer;
			const token = error.class === 'auth';
			return {
				outcome: {
					outcome: token ? 'unsent' : 'rejected',
					reason: token ? 'token_refused' : error.class === 'rate' ? 'rate_limited' : 'refused',
					message: token
						? `The access token is not valid: ${message}`
						: `WhatsApp refused the message: ${message}`,
					whatToDo: error.whatToDo,
					error,
					...(error.waitMs
						? { retryAfter: new Date(clock.now() + error.waitMs).toISOString() }
						: {}),
					...about,
				},
				claim: 'release',
			};
		}
	}
}
