import type { Node, NodeAPI } from 'node-red';
import {
	accountNodeOf,
	keyBaseOf,
	missingForSending,
	nextChunk,
	NodeFailure,
	OpenRequests,
	propertyReader,
	quietHours,
	reportCsv,
	reportOf,
	reportPage,
	startMoment,
	type AccountNode,
	type IncomingMessage,
	type NotificationProgress,
	type NotificationStanding,
	type PropertyReader,
} from '../../engine';
import { checkList, languageOf } from './check-list';
import { isCommand, type Command, type NotificationConfig } from './config';
import { NotificationStatus } from './notification-status';
import { sendChunk } from './send-chunk';

type Send = (msg: unknown) => void;

/** Node-RED gives a node 15 seconds to close; what has no answer until then ends as unknown. */
const PATIENCE_MS = 10_000;

/** Timers of Node.js end at 24 days; a schedule further away is looked at again. */
const LONGEST_WAIT_MS = 60 * 60_000;

interface Asked extends IncomingMessage {
	command?: unknown;
}

/** One notification: checked, sent in chunks, stopped, resumed, reported. */
export class Notifier {
	private readonly account: AccountNode | undefined;

	private readonly readList: PropertyReader;

	private readonly status: NotificationStatus;

	/** The run under way, or waiting for its moment. */
	private run: { stopped: boolean; requests: OpenRequests; ended: Promise<void> } | undefined;

	private timer: NodeJS.Timeout | undefined;

	private closing = false;

	/** @throws {Error} when the expression for the list cannot be parsed */
	constructor(
		private readonly RED: NodeAPI,
		private readonly node: Node,
		private readonly config: NotificationConfig,
	) {
		this.account = accountNodeOf(RED, config.account);
		const { recipients: value = 'payload', recipientsType: type = 'msg' } = config;
		this.readList = propertyReader(RED, node, { value, type });
		this.status = new NotificationStatus(RED, node);
	}

	/**
	 * What was under way, or waiting for its moment, when Node-RED stopped goes on: somebody counts on it.
	 */
	async start(): Promise<void> {
		const account = this.readyAccount();
		const standing = await account.store().notifications().standing(this.id());
		if (standing === undefined) return this.status.idle();
		if (standing.progress === 'sending' || standing.progress === 'scheduled') {
			// What the restart kept from leaving waits again.
			await account.store().notifications().resume(this.id());
			this.begin(account, (msg) => this.node.send(msg as never));
		} else await this.showStanding(account, standing);
	}

	/** @throws {NodeFailure} what somebody must mend, for Catch nodes */
	async handle(msg: Asked, send: Send): Promise<void> {
		const account = this.readyAccount();
		const command = commandOf(msg);
		switch (command) {
			case 'check':
				return await this.check(account, msg, send);
			case 'send':
				if (this.hasList(msg)) await this.check(account, msg, send);
				return await this.send(account, send);
			case 'resume':
				return await this.send(account, send);
			case 'stop':
				return await this.stop(account, send);
			case 'report':
				return send([await this.report(account, msg), null]);
		}
	}

	/** Before the next deployment: what is under way gets its answer, and goes on afterwards. */
	async close(): Promise<void> {
		this.closing = true;
		clearTimeout(this.timer);
		const { run } = this;
		if (run === undefined) return;
		run.stopped = true;
		const patience = setTimeout(() => run.requests.abort(), PATIENCE_MS);
		await run.ended.catch(() => undefined);
		clearTimeout(patience);
	}

	/** For the dialog: the check, or the report once something was sent. */
	async page(kind: 'check' | 'report'): Promise<string> {
		const account = this.readyAccount();
		const standing = await account.store().notifications().standing(this.id());
		if (standing === undefined) throw new NodeFailure(this.RED._('log.not-checked'), 'not_found');
		return kind === 'check' ? standing.checkPage : await this.reportHtml(account, standing);
	}

	async command(command: Command): Promise<void> {
		await this.handle({ command } as never, (msg) => this.node.send(msg as never));
	}

	private id(): string {
		const { notification } = this.config;
		keyBaseOf(notification);
		return notification.trim();
	}

	private hasList(msg: Asked): boolean {
		const { recipientsType = 'msg' } = this.config;
		return recipientsType !== 'msg' || Array.isArray(msg.payload) || Buffer.isBuffer(msg.payload);
	}

	private async check(account: AccountNode, msg: Asked, send: Send): Promise<void> {
		if (this.run) throw new NodeFailure(this.RED._('log.under-way'), 'under_way');
		this.status.checking();
		const id = this.id();
		const list: unknown = await this.readList(msg);
		const { checked, rows, summary, page } = await checkList(this.RED, this.config, account, list);
		const store = account.store().notifications();
		await store.replace(id, rows);
		await this.stand(account, {
			progress: 'checked',
			checkPage: page,
			message: summary.message,
			at: new Date().toISOString(),
		});
		this.status.checked(checked.ready.length, checked.leftOut.length);
		const report = { ...msg, topic: 'check', payload: summary, html: page };
		send([report, checked.leftOut.map((left) => ({ topic: 'left_out', payload: left }))]);
	}

	private async send(account: AccountNode, send: Send): Promise<void> {
		if (this.run) throw new NodeFailure(this.RED._('log.under-way'), 'under_way');
		const store = account.store().notifications();
		const standing = await store.standing(this.id());
		if (standing === undefined) throw new NodeFailure(this.RED._('log.not-checked'), 'not_checked');
		// A typing error must not send at once, nor at night.
		this.times();
		await store.resume(this.id());
		this.begin(account, send);
	}

	private async stop(account: AccountNode, send: Send): Promise<void> {
		clearTimeout(this.timer);
		const { run } = this;
		if (run) {
			run.stopped = true;
			await run.ended;
		}
		const standing = await account.store().notifications().standing(this.id());
		if (standing === undefined) throw new NodeFailure(this.RED._('log.not-checked'), 'not_checked');
		if (standing.progress === 'finished') return await this.showStanding(account, standing);
		await account.store().notifications().resume(this.id());
		await this.stand(account, { ...without(standing), progress: 'stopped' });
		await this.showStanding(account);
		send([await this.report(account, {} as Asked), null]);
	}

	/** Goes on until nobody waits any more, or until it has to wait for a moment. */
	private begin(account: AccountNode, send: Send): void {
		clearTimeout(this.timer);
		const run = { stopped: false, requests: new OpenRequests(), ended: Promise.resolve() };
		this.run = run;
		run.ended = this.sendAll(account, run, send)
			.catch((error: unknown) => this.node.error(asFailure(error), {}))
			.finally(() => (this.run = undefined));
	}

	private async sendAll(
		account: AccountNode,
		run: NonNullable<Notifier['run']>,
		send: Send,
	): Promise<void> {
		const store = account.store().notifications();
		const standing = (await store.standing(this.id())) as NotificationStanding;
		const { notBefore, quiet } = this.times();
		const size = Math.max(1, Math.floor(Number(this.config.chunkSize) || 200));
		const timeZone = this.config.timeZone?.trim() || undefined;
		for (;;) {
			const rows = await store.rows(this.id());
			this.status.progress(reportOf(rows));
			const next = nextChunk(rows, { size, now: Date.now(), notBefore, quiet, timeZone });
			if (this.closing) return;
			if (run.stopped) return;
			if (next.halted) {
				const { message, whatToDo } = next.halted;
				await this.stand(account, {
					...without(standing),
					progress: 'stopped',
					note: `${message}. ${whatToDo}`,
				});
				await this.showStanding(account);
				send([await this.report(account, {} as Asked), null]);
				throw new NodeFailure(`${message}. ${whatToDo}`, next.halted.reason);
			}
			if (next.chunk.length === 0 && next.nextAt !== undefined) {
				return await this.waitUntil(account, standing, next.nextAt, send);
			}
			if (next.chunk.length === 0) break;
			await this.stand(account, { ...without(standing), progress: 'sending' });
			await sendChunk(next.chunk, {
				node: this.node,
				config: this.config,
				account,
				requests: run.requests,
				isStopped: () => run.stopped,
				report: (row, result) => {
					this.status.step();
					if (result.outcome === 'accepted' || result.outcome === 'duplicate') return;
					const payload = { ...result, name: row.name, row: row.row };
					send([null, { topic: 'not_sent', payload }]);
				},
			});
		}
		await this.stand(account, { ...without(standing), progress: 'finished' });
		await this.showStanding(account);
		send([await this.report(account, {} as Asked), null]);
	}

	private async waitUntil(
		account: AccountNode,
		standing: NotificationStanding,
		nextAt: string,
		send: Send,
	): Promise<void> {
		await this.stand(account, { ...without(standing), progress: 'scheduled', nextAt });
		this.status.scheduled(nextAt);
		const wait = Math.min(LONGEST_WAIT_MS, Math.max(0, Date.parse(nextAt) - Date.now()));
		this.timer = setTimeout(() => this.begin(account, send), wait);
	}

	/** @throws {NodeFailure} for what is no time */
	private times() {
		const { sendAt, timeZone, quietFrom, quietUntil } = this.config;
		try {
			return {
				notBefore: startMoment(sendAt, timeZone?.trim() || undefined),
				quiet: quietHours(quietFrom, quietUntil),
			};
		} catch (error) {
			throw new NodeFailure((error as Error).message, 'input_invalid');
		}
	}

	private async stand(account: AccountNode, standing: NotificationStanding): Promise<void> {
		await account.store().notifications().stand(this.id(), standing);
	}

	private async showStanding(account: AccountNode, known?: NotificationStanding): Promise<void> {
		const store = account.store().notifications();
		const standing = known ?? (await store.standing(this.id()));
		if (standing === undefined) return this.status.idle();
		this.status.stands(standing.progress, reportOf(await store.rows(this.id())));
	}

	private async report(account: AccountNode, msg: Asked): Promise<object> {
		const store = account.store().notifications();
		const standing = await store.standing(this.id());
		if (standing === undefined) throw new NodeFailure(this.RED._('log.not-checked'), 'not_checked');
		const rows = await store.rows(this.id());
		return {
			...msg,
			topic: 'report',
			payload: {
				notification: this.id(),
				progress: standing.progress satisfies NotificationProgress,
				...(standing.note && { note: standing.note }),
				...reportOf(rows),
			},
			html: await this.reportHtml(account, standing),
			csv: reportCsv(rows, { language: languageOf(this.config, this.RED) }),
		};
	}

	private async reportHtml(account: AccountNode, standing: NotificationStanding): Promise<string> {
		const rows = await account.store().notifications().rows(this.id());
		return reportPage(rows, {
			title: this.config.name || this.id(),
			facts: this.config.template,
			language: languageOf(this.config, this.RED),
			progress: standing.progress,
			note: standing.note,
			nextAt: standing.nextAt,
			timeZone: this.config.timeZone?.trim() || undefined,
			now: Date.now(),
		});
	}

	private readyAccount(): AccountNode {
		const { account } = this;
		if (!account) {
			this.status.missingAccount();
			throw new NodeFailure(this.RED._('log.no-account'), 'account_missing');
		}
		const missing = missingForSending(account.account);
		if (missing) {
			this.status.missingAccount();
			throw new NodeFailure(
				this.RED._('log.incomplete-account', { missing }),
				'account_incomplete',
			);
		}
		return account;
	}
}

/** A standing without what belongs to the moment before. */
function without({
	nextAt: _nextAt,
	note: _note,
	...standing
}: NotificationStanding): NotificationStanding {
	return { ...standing, at: new Date().toISOString() };
}

function commandOf({ command, topic }: Asked): Command {
	if (isCommand(command)) return command;
	return isCommand(topic) ? topic : 'check';
}

const asFailure = (error: unknown): NodeFailure =>
	error instanceof NodeFailure
		? error
		: new NodeFailure(error instanceof Error ? error.message : String(error), 'failed');
