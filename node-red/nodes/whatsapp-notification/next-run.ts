import type { Node } from 'node-red';
import {
	failureFrom,
	GoingOn,
	inBackground,
	notificationOf,
	onUnpaid,
	type AccountNode,
	type InTurn,
	type Unpaid,
} from '../../engine';
import type { NotificationConfig } from './config';
import { haltedForAccount } from './halted-for-account';
import type { NotificationStatus } from './notification-status';
import { idOf, type Ready } from './ready';
import type { RunUnderWay } from './run-under-way';

/** Timers of Node.js end at 24 days; a schedule further away is looked at again. */
const LONGEST_WAIT_MS = 60 * 60_000;

export interface NextRunPorts {
	node: Node;
	config: NotificationConfig;
	status: NotificationStatus;
	account: AccountNode | undefined;
	/** The node's commands and what goes on by itself take turns. */
	inTurn: InTurn;
	underWay: RunUnderWay;
	/** @throws {NodeFailure} where the node cannot work as it is */
	ready(): Ready;
}

/** Makes a notification go on by itself: at its time, or once what has halted it is over. */
export class NextRun {
	/** Until the next moment at which somebody may be written to. */
	private timer: NodeJS.Timeout | undefined;

	private readonly goingOn: GoingOn | undefined;

	/** Ends the listening for messages that could not be paid. */
	private readonly deaf: () => void;

	constructor(private readonly ports: NextRunPorts) {
		this.goingOn = ports.account && this.goOnWith(ports.account);
		this.deaf = onUnpaid((unpaid) => this.hearUnpaid(unpaid));
	}

	/** Nobody may be written to before this moment. */
	async waitUntil(nextAt: string, ready: Ready): Promise<void> {
		const { record } = ready;
		await record.stand('scheduled', { nextAt });
		this.ports.status.scheduled(nextAt);
		this.unschedule();
		const ms = Math.min(LONGEST_WAIT_MS, Math.max(0, Date.parse(nextAt) - Date.now()));
		this.timer = setTimeout(() => {
			this.inTurn(async () => {
				const scheduled = (await record.standing())?.progress === 'scheduled';
				if (scheduled && this.ports.underWay.isFree()) this.ports.underWay.begin(ready);
			});
		}, ms);
	}

	/** After a halt for the account's sake, or a pause: it goes on once that is over. */
	waitForAccount(): void {
		this.goingOn?.wait();
	}

	/** It may be over already. */
	lookNow(): void {
		this.goingOn?.wait();
		this.goingOn?.lookNow();
	}

	/** Not at its time any more. */
	unschedule(): void {
		clearTimeout(this.timer);
	}

	/** Somebody takes it into their own hands. */
	rest(): void {
		this.unschedule();
		this.goingOn?.rest();
	}

	/** Before the next deployment, once no run is under way any more. */
	async close(): Promise<void> {
		this.deaf();
		this.unschedule();
		await this.goingOn?.end();
	}

	private goOnWith(account: AccountNode): GoingOn {
		const { config, node, ready } = this.ports;
		return new GoingOn({
			account,
			everyMinutes: config.lookAgainMinutes,
			goOn: async () => await this.goOn(),
			waitsFor: async (template) =>
				(await ready().record.rows()).some(
					(row) => row.state === 'unsent' && row.template === template,
				),
			failed: (error) => node.error(failureFrom(error), {}),
		});
	}

	/** @returns whether it still waits for the account */
	private async goOn(): Promise<boolean> {
		const { inTurn, ready, underWay } = this.ports;
		await inTurn(async () => {
			const { account, record } = ready();
			const standing = await record.standing();
			if (!underWay.isFree() || !standing || !haltedForAccount(standing)) return;
			await record.store.resume(record.id);
			underWay.begin({ account, record }, standing.halted);
		});
		await underWay.ended();
		// A run that is halted once more waits by itself.
		return this.goingOn?.isWaiting === true && (await this.isHalted());
	}

	private async isHalted(): Promise<boolean> {
		const standing = await this.ports.ready().record.standing();
		return standing !== undefined && haltedForAccount(standing);
	}

	/** It was finished, and WhatsApp says later that some of it could not be paid. */
	private hearUnpaid(unpaid: readonly Unpaid[]): void {
		const { config, ready, status, underWay } = this.ports;
		const id = idOf(config);
		if (!unpaid.some(({ key }) => notificationOf(key) === id)) return;
		this.inTurn(async () => {
			if (!underWay.isFree()) return;
			const { record } = ready();
			const standing = await record.standing();
			const halted = standing?.progress === 'finished' ? await record.unpaid() : undefined;
			if (!halted) return;
			await record.stand('stopped', { halted });
			await status.showStanding(record);
			this.waitForAccount();
		});
	}

	/** Nobody waits for it: a failure goes to Catch nodes. */
	private inTurn(task: () => Promise<void>): void {
		const { inTurn, node } = this.ports;
		inBackground(node, async () => await inTurn(task));
	}
}
