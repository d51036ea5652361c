import type { Node, NodeAPI } from 'node-red';
import {
	canGoLater,
	failureFrom,
	NodeFailure,
	resultFields,
	type DeliveryOutcome,
	type Halted,
	type Result,
	type ResultRow,
} from '../../engine';
import type { NotificationConfig } from './config';
import { haltedForAccount } from './halted-for-account';
import type { NotificationStatus } from './notification-status';
import type { Ready } from './ready';
import { SendingRun, type RunEnd } from './sending-run';

/** Node-RED gives a node 15 seconds to close; what has no answer until then ends as unknown. */
const PATIENCE_MS = 10_000;

export interface UnderWayPorts {
	RED: NodeAPI;
	node: Node;
	config: NotificationConfig;
	status: NotificationStatus;
	/** Somebody may be written to from this moment on: it goes on then. */
	waitUntil(nextAt: string, ready: Ready): Promise<void>;
	/** It goes on once the account can send again. */
	waitForAccount(): void;
}

/** The run under way, one at a time: its beginning, its stop, and what is told of its end. */
export class RunUnderWay {
	private run: { sending: SendingRun; ended: Promise<void> } | undefined;

	private closing = false;

	constructor(private readonly ports: UnderWayPorts) {}

	/** Whether a run can begin by itself now. */
	isFree(): boolean {
		return !this.run && !this.closing;
	}

	/** @throws {NodeFailure} while there is one */
	mustNotBe(): void {
		if (this.run) throw new NodeFailure(this.ports.RED._('log.under-way'), 'under_way');
	}

	/**
	 * Goes on until nobody waits any more, or until it has to wait for a moment.
	 *
	 * @param before why it stood still, where it tries by itself: what has not changed is not told again
	 */
	begin(ready: Ready, before?: Halted): void {
		const { RED, node, config, status } = this.ports;
		const sending = new SendingRun({
			...{ RED, node, config, status, ...ready },
			notSent: (row, result) => this.tellNotSent(row, result, before),
		});
		const ended = sending
			.go()
			.then(async (end) => await this.after(end, ready, before))
			.catch(async (error: unknown) => await this.broken(error, ready))
			.finally(() => (this.run = undefined));
		this.run = { sending, ended };
	}

	/** What is in flight gets its answer, and is waited for. */
	async stop(): Promise<void> {
		this.run?.sending.stop();
		await this.ended();
	}

	async ended(): Promise<void> {
		await this.run?.ended;
	}

	/** Before the next deployment: what is under way gets its answer, and goes on afterwards. */
	async close(): Promise<void> {
		this.closing = true;
		const { run } = this;
		if (!run) return;
		const patience = setTimeout(() => run.sending.requests.abort(), PATIENCE_MS);
		await this.stop();
		clearTimeout(patience);
	}

	private tellNotSent(row: ResultRow, result: Result, before?: Halted): void {
		if (before && canGoLater(result as DeliveryOutcome)) return;
		const payload = { ...resultFields(result), name: row.name, row: row.row };
		this.ports.node.send([null, { topic: 'not_sent', payload }] as never);
	}

	private async after(end: RunEnd, ready: Ready, before?: Halted): Promise<void> {
		if (this.closing || end.is === 'stopped') return;
		const { node, status, waitUntil, waitForAccount } = this.ports;
		if (end.is === 'waiting') return await waitUntil(end.nextAt, ready);
		const { record } = ready;
		const halted = end.is === 'halted' ? end.halted : await record.unpaid();
		await record.stand(halted ? 'stopped' : 'finished', { halted });
		await status.showStanding(record);
		if (halted && haltedForAccount({ progress: 'stopped', halted })) waitForAccount();
		if (halted && before && isSame(halted, before)) return;
		node.send([await record.report(), null] as never);
		if (!halted) return;
		const { message, whatToDo, reason } = halted;
		node.error(new NodeFailure(`${message}. ${whatToDo}`, reason), {});
	}

	/** Something nobody has foreseen: it stands still and says so, and resuming goes on. */
	private async broken(error: unknown, { record }: Ready): Promise<void> {
		const failure = failureFrom(error);
		this.ports.status.failed();
		this.ports.node.error(failure, {});
		if (this.closing) return;
		const halted = { reason: failure.code, message: failure.message, whatToDo: '' };
		await record.stand('stopped', { halted }).catch(() => undefined);
	}
}

const isSame = (one: Halted, other: Halted): boolean =>
	one.reason === other.reason && one.code === other.code;
