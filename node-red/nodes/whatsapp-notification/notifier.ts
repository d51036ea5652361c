import type { Node, NodeAPI } from 'node-red';
import {
	accountNodeOf,
	missingForSending,
	NodeFailure,
	oneAtATime,
	propertyReader,
	sendingPlace,
	sendingStates,
	type AccountNode,
	type IncomingMessage,
	type PropertyReader,
} from '../../engine';
import { checkCommand } from './check-command';
import { languageOf } from './check-list';
import { isCommand, type Command, type NotificationConfig } from './config';
import { dialogAnswer, type DialogRequest } from './dialog-answer';
import { haltedForAccount } from './halted-for-account';
import { NextRun } from './next-run';
import { NotificationStatus } from './notification-status';
import { disown } from './owners';
import { idOf, readyNotification, type Ready } from './ready';
import { isList } from './recipient-source';
import { RunUnderWay } from './run-under-way';
import { timesOf } from './sending-run';

type Send = (msg: unknown) => void;

interface Asked extends IncomingMessage {
	command?: unknown;
}

/** One notification: checked, sent in chunks, stopped, resumed, reported. */
export class Notifier {
	private readonly account: AccountNode | undefined;

	private readonly readList: PropertyReader;

	private readonly status: NotificationStatus;

	private readonly underWay: RunUnderWay;

	private readonly next: NextRun;

	/** One command after the other: each finds what the one before has left. */
	private readonly inTurn = oneAtATime();

	/** @throws {Error} when the expression for the list cannot be parsed */
	constructor(
		private readonly RED: NodeAPI,
		private readonly node: Node,
		private readonly config: NotificationConfig,
	) {
		this.account = accountNodeOf(RED, config.account);
		const { recipients: value = 'payload', recipientsType: type = 'msg' } = config;
		this.readList = propertyReader(RED, node, { value, type });
		this.status = new NotificationStatus(RED, node, config.timeZone);
		const { account, inTurn, status } = this;
		this.underWay = new RunUnderWay({
			...{ RED, node, config, status },
			waitUntil: async (nextAt, ready) => await this.next.waitUntil(nextAt, ready),
			waitForAccount: () => this.next.waitForAccount(),
		});
		this.next = new NextRun({
			...{ node, config, account, status, inTurn, underWay: this.underWay },
			ready: () => this.ready(),
		});
	}

	/** What was under way, or waiting for its moment, when Node-RED stopped goes on: somebody counts on it. */
	async start(): Promise<void> {
		await this.inTurn(async () => {
			// A flow that was only just imported is no failure: the status says what is missing.
			if (!this.account || missingForSending(this.account.account)) {
				return this.status.missingAccount();
			}
			const ready = this.ready();
			const { record } = ready;
			const standing = await record.standing();
			if (standing?.progress !== 'sending' && standing?.progress !== 'scheduled') {
				if (standing && haltedForAccount(standing)) this.next.lookNow();
				return await this.status.showStanding(record);
			}
			// What the restart kept from leaving waits again.
			await record.store.resume(record.id);
			this.underWay.begin(ready);
		});
	}

	/** @throws {NodeFailure} what somebody must mend, for Catch nodes */
	async handle(msg: Asked, send: Send): Promise<void> {
		const command = this.commandOf(msg);
		await this.inTurn(async () => await this.obey(command, msg, send));
	}

	/** Before the next deployment: what is under way gets its answer, and goes on afterwards. */
	async close(): Promise<void> {
		await this.underWay.close();
		await this.next.close();
		disown(idOf(this.config), this);
	}

	/** What the dialog asks of the deployed node. */
	async fromDialog(asked: string, request: DialogRequest): Promise<object> {
		const language = this.languageOf(request);
		if (isCommand(asked) && asked !== 'report') {
			const send: Send = (msg) => this.node.send(msg as never);
			await this.inTurn(async () => await this.obey(asked, {} as Asked, send, request));
		}
		return await dialogAnswer(this.ready().record, asked, request, language);
	}

	private async obey(
		command: Command,
		msg: Asked,
		send: Send,
		request?: DialogRequest,
	): Promise<void> {
		const ready = this.ready();
		switch (command) {
			case 'check':
				return await this.check(ready, msg, send, request);
			case 'send':
				if (!request && (await this.bringsList(msg))) await this.check(ready, msg, send);
				return await this.send(ready);
			case 'resume':
				return await this.send(ready);
			case 'stop':
				return await this.stop(ready, send);
			case 'report':
				return send([{ ...msg, ...(await ready.record.report()) }, null]);
		}
	}

	/** A list in the message is checked before it is sent; without one, what was checked is sent. */
	private async bringsList(msg: Asked): Promise<boolean> {
		const { recipientsType = 'msg' } = this.config;
		return recipientsType === 'msg' && isList(await this.readList(msg));
	}

	private async check(
		ready: Ready,
		msg: Asked,
		send: Send,
		request: DialogRequest = {},
	): Promise<void> {
		this.underWay.mustNotBe();
		const { RED, config, status } = this;
		const list: unknown = request.recipients ?? (await this.readList(msg));
		if (list === undefined || list === null || list === '') {
			throw new NodeFailure(RED._('log.no-list'), 'input_invalid');
		}
		// What waited for its time is another list now.
		this.next.unschedule();
		const [check, leftOut] = await checkCommand(
			{ RED, config, status },
			ready,
			list,
			this.languageOf(request),
		);
		send([{ ...msg, ...check }, leftOut]);
	}

	private async send(ready: Ready): Promise<void> {
		this.underWay.mustNotBe();
		const { account, record } = ready;
		await record.checked();
		timesOf(this.config);
		// Somebody has mended what halted it: the account is looked at again.
		sendingStates.lookNow(sendingPlace(account.account));
		await record.store.resume(record.id);
		this.next.rest();
		this.underWay.begin(ready);
	}

	private async stop({ record }: Ready, send: Send): Promise<void> {
		await this.underWay.stop();
		// Whoever says stop does not want it to go on by itself.
		this.next.rest();
		const standing = await record.checked();
		const { progress } = standing;
		if (progress === 'sending' || progress === 'scheduled' || haltedForAccount(standing)) {
			await record.store.resume(record.id);
			await record.stand('stopped');
		}
		await this.status.showStanding(record);
		send([await record.report(), null]);
	}

	private commandOf({ command }: Asked): Command {
		if (command === undefined || command === null || command === '') return 'check';
		if (isCommand(command)) return command;
		const sentence = this.RED._('log.no-command', { command: String(command) } as never);
		throw new NodeFailure(sentence, 'input_invalid');
	}

	private languageOf({ language }: DialogRequest): string {
		return String(language ?? '') || languageOf(this.config, this.RED);
	}

	/** @throws {NodeFailure} where the node cannot work as it is */
	private ready(): Ready {
		const { RED, config, account, status } = this;
		return readyNotification(this, { RED, config, account, status });
	}
}
