import type { Node, NodeAPI } from 'node-red';
import {
	accountNodeOf,
	canGoLater,
	failureFrom,
	GoingOn,
	keyBaseOf,
	missingForSending,
	NodeFailure,
	notificationOf,
	oneAtATime,
	onUnpaid,
	propertyReader,
	reportOf,
	resultFields,
	sendingPlace,
	sendingStates,
	type AccountNode,
	type DeliveryOutcome,
	type Halted,
	type IncomingMessage,
	type NotificationState,
	type PropertyReader,
	type Unpaid,
} from '../../engine';
import { checkList, languageOf } from './check-list';
import { keepCheckPage } from './check-pages';
import { haltedForAccount } from './halted-for-account';
import { isCommand, type Command, type NotificationConfig } from './config';
import { NotificationRecord } from './notification-record';
import { NotificationStatus } from './notification-status';
import { disown, own } from './owners';
import { isList } from './recipient-source';
import { SendingRun, timesOf, type RunEnd } from './sending-run';

type Send = (msg: unknown) => void;

/** Node-RED gives a node 15 seconds to close; what has no answer until then ends as unknown. */
const PATIENCE_MS = 10_000;

/** Timers of Node.js end at 24 days; a schedule further away is looked at again. */
const LONGEST_WAIT_MS = 60 * 60_000;

interface Asked extends IncomingMessage {
	command?: unknown;
}

/** What the dialog brings along. */
export interface DialogRequest {
	/** A list somebody chose there. */
	recipients?: unknown;
	page?: unknown;
	language?: unknown;
}

/** One notification: checked, sent in chunks, stopped, resumed, reported. */
export class Notifier {
	private readonly account: AccountNode | undefined;

	private readonly readList: PropertyReader;

	private readonly status: NotificationStatus;

	/** The run under way. */
	private run: { sending: SendingRun; ended: Promise<void> } | undefined;

	/** Until the next moment at which somebody may be written to. */
	private timer: NodeJS.Timeout | undefined;

	private closing = false;

	private readonly goingOn: GoingOn | undefined;

	/** Ends the listening for messages that could not be paid. */
	private readonly deaf: () => void;

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
		this.goingOn = this.account && this.goOnWith(this.account);
		this.deaf = onUnpaid((unpaid) => this.hearUnpaid(unpaid));
	}

	/** What was under way, or waiting for its moment, when Node-RED stopped goes on: somebody counts on it. */
	async start(): Promise<void> {
		await this.inTurn(async () => {
			// A flow that was only just imported is no failure: the status says what is missing.
			if (!this.account || missingForSending(this.account.account)) {
				return this.status.missingAccount();
			}
			const { account, record } = this.ready();
			const standing = await record.standing();
			if (standing?.progress !== 'sending' && standing?.progress !== 'scheduled') {
				if (standing && haltedForAccount(standing)) {
					this.goingOn?.wait();
					this.goingOn?.lookNow();
				}
				return await this.showStanding(record);
			}
			// What the restart kept from leaving waits again.
			await record.store.resume(record.id);
			this.begin(account, record);
		});
	}

	/** @throws {NodeFailure} what somebody must mend, for Catch nodes */
	async handle(msg: Asked, send: Send): Promise<void> {
		const command = this.commandOf(msg);
		await this.inTurn(async () => await this.obey(command, msg, send));
	}

	/** Before the next deployment: what is under way gets its answer, and goes on afterwards. */
	async close(): Promise<void> {
		this.closing = true;
		this.deaf();
		clearTimeout(this.timer);
		const { run } = this;
		if (run) {
			run.sending.stop();
			const patience = setTimeout(() => run.sending.requests.abort(), PATIENCE_MS);
			await run.ended;
			clearTimeout(patience);
		}
		clearTimeout(this.timer);
		await this.goingOn?.end();
		disown(this.config.notification?.trim(), this);
	}

	/** What the dialog asks of the deployed node. */
	async fromDialog(asked: string, request: DialogRequest): Promise<object> {
		const language = String(request.language ?? '') || languageOf(this.config, this.RED);
		if (isCommand(asked) && asked !== 'report') {
			const send: Send = (msg) => this.node.send(msg as never);
			await this.inTurn(async () => await this.obey(asked, {} as Asked, send, request));
		}
		const { record } = this.ready();
		switch (asked) {
			case 'page':
				return { html: await record.page(request.page === 'check' ? 'check' : 'report', language) };
			case 'csv':
				return { csv: await record.csv(language) };
			default:
				return (await record.state(language)) satisfies NotificationState;
		}
	}

	private async obey(
		command: Command,
		msg: Asked,
		send: Send,
		request?: DialogRequest,
	): Promise<void> {
		const { account, record } = this.ready();
		switch (command) {
			case 'check':
				return await this.check(account, record, msg, send, request);
			case 'send':
				if (!request && (await this.bringsList(msg))) {
					await this.check(account, record, msg, send);
				}
				return await this.send(account, record);
			case 'resume':
				return await this.send(account, record);
			case 'stop':
				return await this.stop(record, send);
			case 'report':
				return send([{ ...msg, ...(await record.report()) }, null]);
		}
	}

	/** A list in the message is checked before it is sent; without one, what was checked is sent. */
	private async bringsList(msg: Asked): Promise<boolean> {
		const { recipientsType = 'msg' } = this.config;
		return recipientsType === 'msg' && isList(await this.readList(msg));
	}

	private async check(
		account: AccountNode,
		record: NotificationRecord,
		msg: Asked,
		send: Send,
		request: DialogRequest = {},
	): Promise<void> {
		this.notUnderWay();
		const list: unknown = request.recipients ?? (await this.readList(msg));
		if (list === undefined || list === null || list === '') {
			throw new NodeFailure(this.RED._('log.no-list'), 'input_invalid');
		}
		// What waited for its time is another list now: nothing leaves before somebody says send.
		clearTimeout(this.timer);
		this.status.checking();
		const language = String(request.language ?? '') || languageOf(this.config, this.RED);
		const { id } = record;
		const { checked, rows, summary, page } = await checkList(this.RED, this.config, account, list, {
			id,
			language,
		}).catch(async (error: unknown) => {
			this.status.failed();
			throw error;
		});
		await record.store.replace(id, rows);
		keepCheckPage(id, page);
		const waiting = (await record.rows()).filter(({ state }) => state === 'waiting').length;
		const sentBefore = summary.ready - waiting;
		const message =
			sentBefore > 0
				? `${summary.message}; ${sentBefore} of them have it already`
				: summary.message;
		await record.stand('checked', { message });
		await this.showStanding(record);
		send([
			{ ...msg, topic: 'check', payload: { ...summary, sentBefore, message }, html: page.html },
			checked.leftOut.map((left) => ({ topic: 'left_out', payload: left })),
		]);
	}

	private async send(account: AccountNode, record: NotificationRecord): Promise<void> {
		this.notUnderWay();
		await record.checked();
		timesOf(this.config);
		// Somebody has mended what halted it: the account is looked at again.
		sendingStates.lookNow(sendingPlace(account.account));
		this.goingOn?.rest();
		await record.store.resume(record.id);
		this.begin(account, record);
	}

	private async stop(record: NotificationRecord, send: Send): Promise<void> {
		this.run?.sending.stop();
		await this.run?.ended;
		clearTimeout(this.timer);
		// Whoever says stop does not want it to go on by itself.
		this.goingOn?.rest();
		const standing = await record.checked();
		const { progress } = standing;
		if (progress === 'sending' || progress === 'scheduled' || haltedForAccount(standing)) {
			await record.store.resume(record.id);
			await record.stand('stopped');
		}
		await this.showStanding(record);
		send([await record.report(), null]);
	}

	/**
	 * Goes on until nobody waits any more, or until it has to wait for a moment.
	 *
	 * @param before why it stood still, where it tries by itself: what has not changed is not told again
	 */
	private begin(account: AccountNode, record: NotificationRecord, before?: Halted): void {
		clearTimeout(this.timer);
		const { RED, node, config, status } = this;
		const sending = new SendingRun({
			...{ RED, node, config, account, record, status },
			notSent: (row, result) => {
				if (before && canGoLater(result as DeliveryOutcome)) return;
				const payload = { ...resultFields(result), name: row.name, row: row.row };
				node.send([null, { topic: 'not_sent', payload }] as never);
			},
		});
		const ended = sending
			.go()
			.then(async (end) => await this.after(end, account, record, before))
			.catch(async (error: unknown) => await this.broken(error, record))
			.finally(() => (this.run = undefined));
		this.run = { sending, ended };
	}

	private async after(
		end: RunEnd,
		account: AccountNode,
		record: NotificationRecord,
		before?: Halted,
	): Promise<void> {
		if (this.closing || end.is === 'stopped') return;
		if (end.is === 'waiting') return await this.wait(end.nextAt, account, record);
		const halted = end.is === 'halted' ? end.halted : await record.unpaid();
		await record.stand(halted ? 'stopped' : 'finished', { halted });
		await this.showStanding(record);
		if (halted && haltedForAccount({ progress: 'stopped', halted })) this.goingOn?.wait();
		if (halted && before && isSame(halted, before)) return;
		this.node.send([await record.report(), null] as never);
		if (!halted) return;
		const { message, whatToDo, reason } = halted;
		this.node.error(new NodeFailure(`${message}. ${whatToDo}`, reason), {});
	}

	/** After a halt for the account's sake, or a pause: it goes on once that is over. */
	private goOnWith(account: AccountNode): GoingOn {
		return new GoingOn({
			account,
			everyMinutes: this.config.lookAgainMinutes,
			goOn: async () => {
				await this.inTurn(async () => {
					const { record } = this.ready();
					const standing = await record.standing();
					if (this.run || this.closing || !standing || !haltedForAccount(standing)) return;
					await record.store.resume(record.id);
					this.begin(account, record, standing.halted);
				});
				await this.run?.ended;
				// A run that is halted once more waits by itself.
				return this.goingOn?.isWaiting === true && (await this.isHalted());
			},
			waitsFor: async (template) =>
				(await this.ready().record.rows()).some(
					(row) => row.state === 'unsent' && row.template === template,
				),
			failed: (error) => this.node.error(failureFrom(error), {}),
		});
	}

	private async isHalted(): Promise<boolean> {
		const standing = await this.ready().record.standing();
		return standing !== undefined && haltedForAccount(standing);
	}

	/** It was finished, and WhatsApp says later that some of it could not be paid. */
	private hearUnpaid(unpaid: readonly Unpaid[]): void {
		const id = String(this.config.notification ?? '').trim();
		if (!unpaid.some(({ key }) => notificationOf(key) === id)) return;
		this.inTurn(async () => {
			if (this.run || this.closing) return;
			const { record } = this.ready();
			const standing = await record.standing();
			const halted = standing?.progress === 'finished' ? await record.unpaid() : undefined;
			if (!halted) return;
			await record.stand('stopped', { halted });
			await this.showStanding(record);
			this.goingOn?.wait();
		}).catch((error: unknown) => this.node.error(failureFrom(error), {}));
	}

	private async wait(
		nextAt: string,
		account: AccountNode,
		record: NotificationRecord,
	): Promise<void> {
		await record.stand('scheduled', { nextAt });
		this.status.scheduled(nextAt);
		if (this.closing) return;
		const ms = Math.min(LONGEST_WAIT_MS, Math.max(0, Date.parse(nextAt) - Date.now()));
		this.timer = setTimeout(() => {
			void this.inTurn(async () => {
				const scheduled = (await record.standing())?.progress === 'scheduled';
				if (scheduled && !this.closing && !this.run) this.begin(account, record);
			}).catch((error: unknown) => this.node.error(failureFrom(error), {}));
		}, ms);
	}

	/** Something nobody has foreseen: it stands still and says so, and resuming goes on. */
	private async broken(error: unknown, record: NotificationRecord): Promise<void> {
		const failure = failureFrom(error);
		this.status.failed();
		this.node.error(failure, {});
		if (this.closing) return;
		const halted = { reason: failure.code, message: failure.message, whatToDo: '' };
		await record.stand('stopped', { halted }).catch(() => undefined);
	}

	private notUnderWay(): void {
		if (this.run) throw new NodeFailure(this.RED._('log.under-way'), 'under_way');
	}

	private async showStanding(record: NotificationRecord): Promise<void> {
		const standing = await record.standing();
		if (standing === undefined) return this.status.idle();
		if (standing.progress === 'scheduled') return this.status.scheduled(standing.nextAt ?? '');
		this.status.stands(standing.progress, reportOf(await record.rows()));
	}

	private commandOf({ command }: Asked): Command {
		if (command === undefined || command === null || command === '') return 'check';
		if (isCommand(command)) return command;
		const sentence = this.RED._('log.no-command', { command: String(command) } as never);
		throw new NodeFailure(sentence, 'input_invalid');
	}

	/** @throws {NodeFailure} where the node cannot work as it is */
	private ready(): { account: AccountNode; record: NotificationRecord } {
		const { account, config, RED } = this;
		if (!account) {
			this.status.missingAccount();
			throw new NodeFailure(RED._('log.no-account'), 'account_missing');
		}
		const missing = missingForSending(account.account);
		if (missing) {
			this.status.missingAccount();
			throw new NodeFailure(RED._('log.incomplete-account', { missing }), 'account_incomplete');
		}
		const id = String(config.notification ?? '').trim();
		try {
			keyBaseOf(id);
		} catch (error) {
			this.status.wrongId();
			throw new NodeFailure((error as Error).message, 'input_invalid');
		}
		if (!own(id, this)) {
			this.status.taken();
			throw new NodeFailure(RED._('log.taken', { id } as never), 'notification_taken');
		}
		return { account, record: new NotificationRecord(RED, config, account, id) };
	}
}

const isSame = (one: Halted, other: Halted): boolean =>
	one.reason === other.reason && one.code === other.code;
