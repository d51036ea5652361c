import type { Node, NodeAPI } from 'node-red';
import {
	accountNodeOf,
	concernsWholeRun,
	failureOf,
	listOut,
	manageSettings,
	manageTemplates,
	nodeLogger,
	oneOut,
	OpenRequests,
	sampleFile,
	templateResultFields,
	type AccountNode,
	type IncomingMessage,
	type ManageSettings,
	type TemplateOperation,
	type TemplateResult,
	type TemplateRun,
	type WaitingTemplate,
} from '../../engine';
import { draftsOf } from './account-drafts';
import type { ManageTemplateConfig } from './config';
import { isUndecided } from './decision';
import { inputReader, type InputReader, type Inputs } from './inputs';
import { ManageStatus } from './manage-status';
import {
	canWait,
	changesAccount,
	draftOperationOf,
	needsAccount,
	readAs,
	takesDrafts,
} from './operation-kind';
import { plainMessage } from './plain-message';
import { portsOf } from './ports-of';
import { readyAccount, requireDefinition } from './refusals';
import { needsSomebody, type AnyResult } from './result-words';
import { turnOf } from './turns';
import type { Waiting } from './waiting';
import { waitingOf } from './waiting-of';

/** A message may ask for these, besides what the dialog says. */
export interface ManageMessage extends IncomingMessage {
	stop?: unknown;
	dryRun?: unknown;
}

type Send = (msg: unknown) => void;

interface Run {
	stopped: boolean;
	/** Ends requests that are under way when Node-RED has no more time to wait for them. */
	readonly requests: OpenRequests;
	ended: Promise<unknown>;
}

interface Entry {
	result: AnyResult;
	/** What the result was made of, where results carry it. */
	brought: unknown;
}

/** Node-RED gives a node 15 seconds to close. */
const PATIENCE_MS = 10_000;

/** What one Manage Template node does with its messages, from its deployment to the next. */
export class Runs {
	private readonly account: AccountNode | undefined;

	private readonly read: InputReader;

	private readonly status: ManageStatus;

	private readonly runs = new Set<Run>();

	private readonly waiting: Waiting | undefined;

	constructor(
		private readonly RED: NodeAPI,
		private readonly node: Node,
		private readonly config: ManageTemplateConfig,
	) {
		this.account = accountNodeOf(RED, config.account);
		this.read = inputReader(RED, node, config, readAs(config));
		this.status = new ManageStatus(RED, node, this.account, needsAccount(config));
		this.waiting =
			this.account &&
			waitingOf(node, config, this.account, (left, decided) => this.status.waitsFor(left, decided));
	}

	/** Goes on waiting for what the restart or the deployment found undecided. */
	async start(): Promise<void> {
		await this.waiting?.start();
	}

	/**
	 * One input message.
	 *
	 * @throws {NodeFailure} what somebody must mend, for Catch nodes; templates have their results all
	 * the same
	 */
	async handle(msg: ManageMessage, send: Send): Promise<void> {
		if (msg.stop === true) return await this.stop();
		const account = needsAccount(this.config)
			? readyAccount(this.account, this.status)
			: this.account;
		const inputs = await this.read(msg, async () => (account ? await draftsOf(account).all() : []));
		if (inputs.entries.length === 0) {
			return this.status.nothing(this.config.definitionFrom === 'drafts' ? 'no-drafts' : 'nothing');
		}
		requireDefinition(this.config, inputs, this.status);
		const run: Run = { stopped: false, requests: new OpenRequests(), ended: Promise.resolve() };
		const settings = this.settings(msg);
		const entries: Entry[] = [];
		const add = (index: number, result: AnyResult) => {
			entries.push({ result, brought: inputs.brought[index] });
			this.status.step();
		};
		this.runs.add(run);
		this.status.begin(inputs.entries.length);
		try {
			run.ended = this.run(account, msg, inputs, settings, run, add);
			await run.ended;
		} catch (error) {
			this.status.failed();
			throw error;
		} finally {
			this.runs.delete(run);
			const results = entries.map(({ result }) => result);
			if (account && takesDrafts(this.config) && !settings.dryRun) {
				await draftsOf(account).forget(results);
			}
			await this.sendOn(msg, inputs.isList, settings, entries, send);
			this.status.end(results);
		}
		const problem = entries.find(({ result }) => concernsWholeRun(result as TemplateResult));
		if (problem) throw failureOf(problem.result);
	}

	/** Nothing new leaves; what is waited for comes out undecided. */
	async stop(): Promise<void> {
		for (const run of this.runs) run.stopped = true;
		await this.waiting?.stop();
	}

	/** @param removed whether the node is deleted, and not only deployed again */
	async close(removed: boolean): Promise<void> {
		const runs = [...this.runs];
		for (const run of runs) run.stopped = true;
		const patience = setTimeout(
			() => runs.forEach(({ requests }) => requests.abort()),
			PATIENCE_MS,
		);
		await Promise.allSettled(runs.map(({ ended }) => ended));
		clearTimeout(patience);
		this.status.close();
		await this.waiting?.close(removed);
	}

	private async run(
		account: AccountNode | undefined,
		msg: ManageMessage,
		inputs: Inputs,
		settings: ManageSettings,
		run: Run,
		add: (index: number, result: AnyResult) => void,
	): Promise<void> {
		const onDrafts = draftOperationOf(this.config);
		if (onDrafts && account) return await draftsOf(account).run(onDrafts, inputs.entries, add);
		const work = async () => await this.manage(account, msg, inputs, settings, run, add);
		return changesAccount(this.config) ? await turnOf(account)(work) : await work();
	}

	private async manage(
		account: AccountNode | undefined,
		msg: ManageMessage,
		{ entries, brought }: Inputs,
		settings: ManageSettings,
		run: Run,
		add: (index: number, result: TemplateResult) => void,
	): Promise<void> {
		const templateRun: TemplateRun = {
			operation: this.config.operation as TemplateOperation,
			...(account ? { account: account.account } : {}),
			settings,
			count: entries.length,
			input: (index) => entries[index] ?? {},
			readSample: async (sample, index) => {
				const isEntry = entries.length > 1;
				const from = isEntry ? { ...msg, payload: brought[index] } : msg;
				return await sampleFile(this.RED, sample, from, settings.timeoutMs);
			},
			report: add,
		};
		await manageTemplates(
			templateRun,
			portsOf(account, run.requests, {
				logger: nodeLogger(this.node),
				isStopped: () => run.stopped,
			}),
		);
	}

	/** Each result goes out by itself; what WhatsApp has not decided on only when it has. */
	private async sendOn(
		msg: ManageMessage,
		isList: boolean,
		{ includeInput }: ManageSettings,
		entries: Entry[],
		send: Send,
	): Promise<void> {
		const out = isList || entries.length > 1 ? listOut(this.RED, msg) : oneOut(msg);
		const undecided: Array<Pick<WaitingTemplate, 'name' | 'language' | 'result' | 'msg'>> = [];
		entries.forEach(({ result, brought }, index) => {
			const fields = templateResultFields(
				result as TemplateResult,
				includeInput ? brought : undefined,
			);
			const message = out(fields, index, entries.length);
			if (this.waits(result)) {
				const { name = '', language = '' } = result;
				const { payload: _result, ...rest } = message;
				undecided.push({ name, language, result: plainMessage(fields), msg: plainMessage(rest) });
				return;
			}
			send(needsSomebody(result) ? [null, message] : [message, null]);
		});
		if (undecided.length > 0) await this.waiting?.add(undecided);
	}

	private waits(result: AnyResult): boolean {
		return (
			this.config.wait === true &&
			this.waiting !== undefined &&
			canWait(this.config) &&
			isUndecided(result as TemplateResult)
		);
	}

	private settings(msg: ManageMessage): ManageSettings {
		const { limit } = this.config;
		return manageSettings({
			...this.config,
			returnAll: !(Number(limit) > 0),
			dryRun: this.config.dryRun === true || msg.dryRun === true,
		});
	}
}
