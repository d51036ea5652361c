import type { Node, NodeAPI } from 'node-red';
import {
	creditGuard,
	nextChunk,
	NodeFailure,
	OpenRequests,
	quietHours,
	reportOf,
	startMoment,
	type AccountNode,
	type DeliveryOutcome,
	type Halted,
	type GuardVerdict,
	type Result,
	type ResultRow,
} from '../../engine';
import type { NotificationConfig } from './config';
import type { NotificationRecord } from './notification-record';
import type { NotificationStatus } from './notification-status';
import { sendChunk } from './send-chunk';

const CHUNK = 200;

/** How a run ended: everybody has an outcome, somebody stopped it, it waits for a moment, or it must not go on. */
export type RunEnd =
	| { is: 'finished' | 'stopped' }
	| { is: 'waiting'; nextAt: string }
	| { is: 'halted'; halted: Halted };

export interface RunPorts {
	RED: NodeAPI;
	node: Node;
	config: NotificationConfig;
	account: AccountNode;
	record: NotificationRecord;
	status: NotificationStatus;
	/** Somebody who did not get it, and why. */
	notSent(row: ResultRow, result: Result): void;
}

/** Sends chunk after chunk until nobody waits any more. */
export class SendingRun {
	readonly requests = new OpenRequests();

	private stopped = false;

	private verdict: Promise<GuardVerdict> | undefined;

	constructor(private readonly ports: RunPorts) {}

	/** What is in flight gets its answer. */
	stop(): void {
		this.stopped = true;
	}

	async go(): Promise<RunEnd> {
		const { config, record, status } = this.ports;
		const times = timesOf(config);
		const size = Math.max(1, Math.floor(Number(config.chunkSize) || CHUNK));
		const timeZone = config.timeZone?.trim() || undefined;
		for (;;) {
			const rows = await record.rows();
			status.progress(reportOf(rows));
			if (this.stopped) return { is: 'stopped' };
			const next = nextChunk(rows, { size, now: Date.now(), ...times, timeZone });
			if (next.halted) return { is: 'halted', halted: next.halted };
			if (next.chunk.length === 0) {
				return next.nextAt === undefined
					? { is: 'finished' }
					: { is: 'waiting', nextAt: next.nextAt };
			}
			await record.stand('sending');
			await this.send(next.chunk);
		}
	}

	/** Once a run, for everybody who waits: a provider that is asked before each chunk soon answers no more. */
	private async ask(): Promise<GuardVerdict> {
		const { RED, config, account, record } = this.ports;
		const waiting = (await record.rows()).filter(({ state }) => state === 'waiting');
		const planned = waiting.map(({ country, category }) => ({
			...(country === '' ? {} : { country }),
			category,
		}));
		return await creditGuard(RED, account, config.creditCheck)(planned);
	}

	private async send(chunk: ResultRow[]): Promise<void> {
		const { node, config, account, status, notSent } = this.ports;
		await sendChunk(chunk, {
			...{ node, config, account, requests: this.requests },
			guard: async () => await (this.verdict ??= this.ask()),
			isStopped: () => this.stopped,
			report: (row, result) => {
				status.step();
				const { outcome, reason } = result as DeliveryOutcome;
				if (outcome === 'accepted' || outcome === 'duplicate') return;
				// Of what was stopped nothing has become yet: it waits.
				if (outcome === 'unsent' && reason === 'stopped') return;
				notSent(row, result);
			},
		});
	}
}

/** @throws {NodeFailure} for what is no time: a typing error must not send at once, nor at night */
export function timesOf({ sendAt, timeZone, quietFrom, quietUntil }: NotificationConfig) {
	try {
		return {
			notBefore: startMoment(sendAt, timeZone?.trim() || undefined),
			quiet: quietHours(quietFrom, quietUntil),
		};
	} catch (error) {
		throw new NodeFailure((error as Error).message, 'input_invalid');
	}
}
