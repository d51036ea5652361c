import type { Node, NodeAPI } from 'node-red';
import pLimit from 'p-limit';
import {
	accountHashKey,
	accountNodeOf,
	ClaimGate,
	concernsRun,
	failureFrom,
	failureOf,
	goesToSent,
	isSent,
	listOut,
	oneOut,
	OpenRequests,
	resultFields,
	runSettings,
	SentNotes,
	type AccountNode,
	type DeliveryOutcome,
	type ItemRequest,
	type OptOutRecord,
	type Result,
	type RunSettings,
	type WaitingMessage,
} from '../../engine';
import type { SendTemplateConfig } from './config';
import { itemReader } from './item-reader';
import { adviceWhileKept } from './kept-advice';
import { Keeping } from './keeping';
import { storedRequest } from './kept-request';
import { readyAccount, requirePayload } from './ready';
import { sendBatch } from './send-batch';
import type { SendMessage } from './send-message';
import { SendStatus } from './send-status';
import { WaitingRoom } from './waiting-room';

interface Run {
	stopped: boolean;
	/** Ends requests that are under way when Node-RED has no more time to wait for them. */
	readonly requests: OpenRequests;
	sent: number;
	/** Stopped before they left. */
	cut: number;
	ended: Promise<void>;
}

interface Items {
	count: number;
	request(index: number): Promise<ItemRequest>;
	report(index: number, result: Result, run: Run): void;
	/** Before the run counts as ended. */
	finish?(): Promise<void>;
}

type Send = (msg: unknown) => void;

/** Node-RED gives a node 15 seconds to close; what has no answer until then ends as unknown. */
const PATIENCE_MS = 10_000;

/** What one Send Template node does with its messages, from its deployment to the next. */
export class Sender {
	private readonly account: AccountNode | undefined;

	private readonly read: ReturnType<typeof itemReader>;

	private readonly status: SendStatus;

	private readonly runs = new Set<Run>();

	private readonly slot: ReturnType<typeof pLimit>;

	private readonly gate: ClaimGate;

	private readonly room: WaitingRoom | undefined;

	/** Somebody may have changed a template before deploying: it is read afresh. */
	private readonly deployedAt = Date.now();

	constructor(
		private readonly RED: NodeAPI,
		private readonly node: Node,
		private readonly config: SendTemplateConfig,
	) {
		this.account = accountNodeOf(RED, config.account);
		this.read = itemReader(RED, node, config);
		// Messages that arrive in a flood must not all claim their deliveries at once: a crash would leave
		// as many of them unknown. They wait before they are prepared; lists at their claims, too.
		const { concurrency } = runSettings({ ...config });
		this.slot = pLimit(concurrency);
		this.gate = new ClaimGate(concurrency);
		this.status = new SendStatus(RED, node, this.account);
		this.room = this.openRoom();
	}

	/** What waited before a deployment or a restart is looked after again. */
	async start(): Promise<void> {
		await this.room?.start();
	}

	/**
	 * One input message: one to send, or a list of them in `msg.payload`.
	 *
	 * @throws {NodeFailure} what somebody must mend, for Catch nodes; recipients have their results all
	 * the same
	 */
	async handle(msg: SendMessage, send: Send): Promise<void> {
		if (msg.stop === true) {
			this.stop();
			return await this.room?.clear();
		}
		const account = readyAccount(this.account, this.status);
		const isList = Array.isArray(msg.payload);
		if (!isList) requirePayload(msg.payload, this.config, this.status);
		const entries = isList ? (msg.payload as unknown[]) : [msg.payload];
		if (entries.length === 0) return this.status.nothing();
		const problem = await this.send(
			account,
			msg,
			entries,
			isList ? listOut(this.RED, msg) : oneOut(msg),
			send,
		);
		if (problem) throw failureOf(problem);
	}

	/** Nothing new leaves; what is under way gets its answer. */
	stop(): void {
		for (const run of this.runs) run.stopped = true;
	}

	/** Before the next deployment: stops, waits for what is under way, and tells what was not sent. */
	async close(): Promise<void> {
		const runs = [...this.runs];
		this.stop();
		const patience = setTimeout(
			() => runs.forEach(({ requests }) => requests.abort()),
			PATIENCE_MS,
		);
		await Promise.allSettled(runs.map(({ ended }) => ended));
		await this.room?.end();
		clearTimeout(patience);
		const sum = (figure: 'sent' | 'cut') => runs.reduce((total, run) => total + run[figure], 0);
		this.status.close({ sent: sum('sent'), notSent: sum('cut') });
	}

	private async send(
		account: AccountNode,
		msg: SendMessage,
		entries: unknown[],
		outOf: (payload: unknown, index: number, count: number) => object,
		send: Send,
	): Promise<DeliveryOutcome | undefined> {
		const settings = runSettings({
			...this.config,
			dryRun: this.config.dryRun === true || msg.dryRun === true,
			sendAgain: msg.sendAgain === true,
		});
		const request = async (index: number) =>
			await this.read({ ...msg, payload: entries[index] }, String(msg._msgid));
		const inputOf = (index: number) => (settings.includeInput ? entries[index] : undefined);
		const keeping =
			settings.dryRun || settings.sendAgain ? undefined : await this.keeping(request, inputOf);
		let problem: DeliveryOutcome | undefined;
		const sentNotes = new SentNotes();
		const report = (index: number, result: Result, run: Run) => {
			this.status.step(result);
			const outcome = result as DeliveryOutcome;
			if (isSent(outcome)) sentNotes.add(entries[index], Date.now());
			if (goesToSent(result)) run.sent++;
			else if (outcome.reason === 'stopped') run.cut++;
			else if (concernsRun(outcome)) problem ??= outcome;
			if (outcome.optOut) this.keepOptOut(account, outcome.optOut);
			const tell = (waits: boolean) => {
				const whatToDo = waits ? adviceWhileKept(outcome.whatToDo) : outcome.whatToDo;
				const fields = {
					...resultFields({ ...result, whatToDo } as Result, inputOf(index)),
					...(waits ? { waiting: true } : {}),
				};
				const out = outOf(fields, index, entries.length);
				send(goesToSent(result) ? [out, null] : [null, out]);
			};
			if (keeping?.takes(index, result, tell) !== true) tell(false);
		};
		const finish = async () => {
			void sentNotes.write(account.store, (why) => this.node.warn(why));
			await keeping?.end();
		};
		const { length: count } = entries;
		await this.run(account, settings, { count, request, report, finish });
		return problem;
	}

	/** One run, from its first message to its last outcome. */
	private async run(
		account: AccountNode,
		settings: RunSettings,
		{ count, request, report, finish }: Items,
	): Promise<void> {
		const { RED, node, config, gate, deployedAt } = this;
		const run: Run = {
			...{ stopped: false, requests: new OpenRequests(), sent: 0, cut: 0 },
			ended: Promise.resolve(),
		};
		const sending = this.slot(
			async () =>
				await sendBatch({
					...{ RED, node, config, account, gate, deployedAt, settings, count, request },
					report: (index, result) => report(index, result, run),
					requests: run.requests,
					isStopped: () => run.stopped,
				}).finally(finish),
		);
		run.ended = sending;
		this.runs.add(run);
		this.status.begin(count);
		try {
			await sending;
		} finally {
			this.runs.delete(run);
			this.status.end(run.stopped);
		}
	}

	/** Undefined where nothing is kept. */
	private async keeping(
		request: (index: number) => Promise<ItemRequest>,
		inputOf: (index: number) => unknown,
	): Promise<Keeping | undefined> {
		const { room, account, node } = this;
		if (!room || !account) return undefined;
		const warn = (why: string) => node.warn(why);
		const hashKey = await accountHashKey(account).catch((error: unknown) => warn(String(error)));
		// A store that cannot be read keeps nothing, and sends nothing either.
		if (hashKey === undefined) return undefined;
		const whose = { node: node.id, hashKey: String(hashKey) };
		return new Keeping({
			account,
			whose,
			request,
			inputOf,
			warn,
			waits: async () => await room.waits(),
		});
	}

	/** Where what cannot be sent yet waits; undefined where it is not kept. */
	private openRoom(): WaitingRoom | undefined {
		const { account, config, node, status } = this;
		if (config.keepWaiting !== true || !account) return undefined;
		return new WaitingRoom({
			...{ node: node.id, account, everyMinutes: config.lookAgainMinutes },
			phoneNumberId: config.phoneNumberId?.trim() || undefined,
			send: async (messages, report) => await this.sendKept(account, messages, report),
			tell: (message, result) => {
				const { input } = storedRequest(message);
				const payload = { ...resultFields(result, input), waited: true };
				const out = { topic: 'waited', payload };
				node.send((goesToSent(result) ? [out, null] : [null, out]) as never);
			},
			shows: (waiting) => status.waits(waiting),
			failed: (error) => node.error(failureFrom(error), {}),
		});
	}

	/** The ledger has the last word here, too: what another run has sent meanwhile is a duplicate. */
	private async sendKept(
		account: AccountNode,
		messages: readonly WaitingMessage[],
		report: (message: WaitingMessage, result: Result) => void,
	): Promise<void> {
		const settings = runSettings({ ...this.config, dryRun: false });
		const at = (index: number) => messages[index] as WaitingMessage;
		await this.run(account, settings, {
			count: messages.length,
			request: async (index) => storedRequest(at(index)).request,
			report: (index, result, run) => {
				this.status.step(result);
				if (goesToSent(result)) run.sent++;
				const { optOut } = result as DeliveryOutcome;
				if (optOut) this.keepOptOut(account, optOut);
				report(at(index), result);
			},
		});
	}

	/** WhatsApp refused a message because this person had stopped marketing: the next run knows. */
	private keepOptOut({ account, store }: AccountNode, optOut: OptOutRecord): void {
		const entry = { ...optOut, businessAccountId: account.businessAccountId, since: Date.now() };
		Promise.resolve()
			.then(async () => await store().optOuts().record([entry]))
			.catch((error: unknown) => this.node.warn(String(error)));
	}
}
