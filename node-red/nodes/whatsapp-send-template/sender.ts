import type { Node, NodeAPI } from 'node-red';
import pLimit from 'p-limit';
import {
	accountHashKey,
	accountNodeOf,
	ClaimGate,
	concernsRun,
	failureOf,
	goesToSent,
	isSent,
	kindOfPayload,
	listOut,
	missingForSending,
	NodeFailure,
	nodeLogger,
	oneOut,
	OpenRequests,
	refusingLedger,
	paces,
	resultFields,
	runSettings,
	SentNotes,
	sendRun,
	systemClock,
	templateCache,
	healthCache,
	sendingStates,
	type AccountNode,
	type DeliveryLedger,
	type DeliveryOutcome,
	type OptOutRecord,
	type Result,
} from '../../engine';
import type { SendTemplateConfig } from './config';
import { itemReader } from './item-reader';
import type { SendMessage } from './send-message';
import { SendStatus } from './send-status';

interface Run {
	stopped: boolean;
	/** Ends requests that are under way when Node-RED has no more time to wait for them. */
	readonly requests: OpenRequests;
	sent: number;
	/** Stopped before they left. */
	cut: number;
	ended: Promise<void>;
}

type Send = (msg: unknown) => void;

/** Node-RED gives a node 15 seconds to close; what has no answer until then ends as unknown. */
const PATIENCE_MS = 10_000;

const DAY_MS = 24 * 60 * 60_000;

/** What one Send Template node does with its messages, from its deployment to the next. */
export class Sender {
	private readonly account: AccountNode | undefined;

	private readonly read: ReturnType<typeof itemReader>;

	private readonly status: SendStatus;

	private readonly runs = new Set<Run>();

	private readonly slot: ReturnType<typeof pLimit>;

	private readonly gate: ClaimGate;

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
	}

	/**
	 * One input message: one to send, or a list of them in `msg.payload`.
	 *
	 * @throws {NodeFailure} what somebody must mend, for Catch nodes; recipients have their results all
	 * the same
	 */
	async handle(msg: SendMessage, send: Send): Promise<void> {
		if (msg.stop === true) return this.stop();
		const account = this.readyAccount();
		const isList = Array.isArray(msg.payload);
		if (!isList) this.requirePayload(msg.payload);
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
		const run: Run = {
			stopped: false,
			requests: new OpenRequests(),
			sent: 0,
			cut: 0,
			ended: Promise.resolve(),
		};
		let problem: DeliveryOutcome | undefined;
		const sentNotes = new SentNotes();
		const report = (index: number, result: Result) => {
			this.status.step(result);
			const outcome = result as DeliveryOutcome;
			if (isSent(outcome)) sentNotes.add(entries[index], Date.now());
			if (goesToSent(result)) run.sent++;
			else if (outcome.reason === 'stopped') run.cut++;
			else if (concernsRun(outcome)) problem ??= outcome;
			if (outcome.optOut) this.keepOptOut(account, outcome.optOut);
			const input = settings.includeInput ? entries[index] : undefined;
			const out = outOf(resultFields(result, input), index, entries.length);
			send(goesToSent(result) ? [out, null] : [null, out]);
		};
		const sending = this.slot(async () => {
			const { hashKey, ledger } = await this.deliveries(account, settings.sendAgain);
			const optOuts = {
				has: async (person: string) => await account.store().optOuts().has(person),
			};
			await sendRun(
				{
					account: account.account,
					settings,
					count: entries.length,
					request: async (index) =>
						await this.read({ ...msg, payload: entries[index] }, String(msg._msgid)),
					report,
					hashKey,
					optOuts,
					templatesNotBefore: this.deployedAt,
				},
				{
					transport: account.transport(run.requests),
					clock: systemClock,
					logger: nodeLogger(this.node),
					paces,
					templates: templateCache,
					states: sendingStates,
					health: healthCache,
					ledger: () => this.gate.to(ledger),
					isStopped: () => run.stopped,
				},
			);
		});
		run.ended = sending;
		this.runs.add(run);
		this.status.begin(entries.length);
		try {
			await sending;
		} finally {
			this.runs.delete(run);
			void sentNotes.write(account.store, (why) => this.node.warn(why));
			this.status.end(run.stopped);
		}
		return problem;
	}

	/** Where what was sent is looked up. A store that cannot be read refuses every claim, and so every message. */
	private async deliveries(
		account: AccountNode,
		sendAgain: boolean,
	): Promise<{ hashKey: string; ledger: DeliveryLedger }> {
		const store = account.store();
		const rememberMs = account.rememberDays * DAY_MS;
		try {
			const hashKey = await accountHashKey(account);
			return { hashKey, ledger: store.ledger({ rememberMs, sendAgain }) };
		} catch (error) {
			return { hashKey: 'none', ledger: refusingLedger(error) };
		}
	}

	/** WhatsApp refused a message because this person had stopped marketing: the next run knows. */
	private keepOptOut({ account, store }: AccountNode, optOut: OptOutRecord): void {
		const entry = { ...optOut, businessAccountId: account.businessAccountId, since: Date.now() };
		Promise.resolve()
			.then(async () => await store().optOuts().record([entry]))
			.catch((error: unknown) => this.node.warn(String(error)));
	}

	private readyAccount(): AccountNode {
		const { account } = this;
		if (!account) {
			this.status.missingAccount();
			throw new NodeFailure(
				'No account is chosen, or it was deleted. Open the node and choose one.',
				'account_missing',
			);
		}
		const missing = missingForSending(account.account);
		if (missing) {
			this.status.incompleteAccount();
			throw new NodeFailure(
				`The account has no ${missing}. Open the account and fill it in.`,
				'account_incomplete',
			);
		}
		return account;
	}

	/** A message of the wrong shape is the flow's mistake, not a recipient without a phone number. */
	private requirePayload(payload: unknown): void {
		const { to = '', toType = 'msg' } = this.config;
		const is = kindOfPayload(payload);
		if (toType !== 'msg' || !to.startsWith('payload.') || is === 'an object') return;
		this.status.wrongInput();
		throw new NodeFailure(
			`msg.payload is ${is}, but To is read from msg.${to}. Send an object with this field, or a list of them.`,
			'input_invalid',
		);
	}
}
