import { fork, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A message that left an output of a node. */
export interface SentMessage {
	node: string;
	port: number;
	msg: { payload: Record<string, unknown>; [property: string]: unknown };
}

/** What a node called done with. */
export interface NodeError {
	message: string;
	code?: string;
	meta?: Record<string, unknown>;
}

export interface Taken {
	sent: SentMessage[];
	statuses: Array<{ node: string; status: { fill?: string; shape?: string; text?: string } }>;
	caught: Array<NodeError & { node: string }>;
	log: Array<{ level: number; msg: string; id?: string; type?: string }>;
}

export interface Counts {
	/** By node and port: `send/0`. */
	sent: Record<string, number>;
	/** By node. */
	received: Record<string, number>;
	/** By outcome and reason, while nothing else is kept. */
	outcomes: Record<string, number>;
}

export interface RuntimeOptions {
	/** Kept between starts, as after a crash; left out, a new one that is removed at the end. */
	userDir?: string;
	/** Node-RED's settings.js, as far as it is JSON. */
	settings?: object;
	/** What of settings.js is a function, by its name in child.mjs. */
	middleware?: 'readsBodies';
	/** Flags for its Node.js. */
	execArgv?: string[];
}

/** A real Node-RED in a process of its own: it can be killed, and a fault of it ends no test run. */
export class NodeRed {
	private readonly waiting = new Map<number, (answer: Answer) => void>();

	private last = 0;

	private constructor(
		readonly child: ChildProcess,
		readonly url: string,
		readonly userDir: string,
		private readonly ownsUserDir: boolean,
	) {
		child.on('message', (answer: Answer) => this.waiting.get(answer.id)?.(answer));
		child.on('exit', (code, signal) => {
			for (const answer of this.waiting.values())
				answer({ id: 0, error: `Node-RED ended (${signal ?? code})` });
		});
	}

	static async start(options: RuntimeOptions = {}): Promise<NodeRed> {
		const userDir =
			options.userDir ?? (await mkdtemp(path.join(os.tmpdir(), 'whatsapp-events-node-red-')));
		const child = fork(
			path.join(__dirname, 'child.mjs'),
			[
				JSON.stringify({
					userDir,
					settings: options.settings ?? {},
					middleware: options.middleware,
				}),
			],
			{
				serialization: 'advanced',
				execArgv: options.execArgv ?? [],
				stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
			},
		);
		let output = '';
		child.stdout?.on('data', (chunk) => (output += chunk));
		child.stderr?.on('data', (chunk) => (output += chunk));
		const url = await new Promise<string>((resolve, reject) => {
			child.once('message', (message: { url: string }) => resolve(message.url));
			child.once('exit', (code) =>
				reject(new Error(`Node-RED did not start (${code})\n${output}`)),
			);
		});
		return new NodeRed(child, url, userDir, options.userDir === undefined);
	}

	/** Replaces all flows. Nodes may carry `credentials`. */
	async deploy(flows: object[], type: 'full' | 'nodes' | 'flows' = 'full'): Promise<void> {
		await this.ask('deploy', { flows, type });
	}

	/** Hands a message in; resolves when the node is done with it, with the error it reported. */
	async input(node: string, msg: object): Promise<NodeError | undefined> {
		return (await this.ask('input', { node, msg })) as NodeError | undefined;
	}

	/** Hands a message in without waiting for it. */
	async push(node: string, msg: object): Promise<void> {
		await this.ask('push', { node, msg });
	}

	/** Everything that happened since it was asked last. */
	async take(): Promise<Taken> {
		return (await this.ask('take', {})) as Taken;
	}

	/** Keeps taking until there is enough. */
	async takeUntil(enough: (taken: Taken) => boolean, ms = 15_000): Promise<Taken> {
		const all: Taken = { sent: [], statuses: [], caught: [], log: [] };
		for (const until = Date.now() + ms; ; await sleep(20)) {
			const taken = await this.take();
			for (const name of Object.keys(all) as Array<keyof Taken>) {
				(all[name] as unknown[]).push(...taken[name]);
			}
			if (enough(all)) return all;
			if (Date.now() > until) throw new Error(`Not enough came:\n${JSON.stringify(all, null, 1)}`);
		}
	}

	/** From here on only how many messages left and arrived is kept. */
	async countOnly(on: boolean): Promise<void> {
		await this.ask('countOnly', { on });
	}

	/** Since they were last set to nothing, see {@link countOnly}. */
	async counts(): Promise<Counts> {
		return (await this.ask('counts', {})) as Counts;
	}

	/** The longest moment in which nothing else got its turn, in milliseconds, since it was asked last. */
	async longestStall(): Promise<number> {
		return (await this.ask('longestStall', {})) as number;
	}

	async memory(): Promise<NodeJS.MemoryUsage> {
		return (await this.ask('memory', {})) as NodeJS.MemoryUsage;
	}

	get isAlive(): boolean {
		return this.child.exitCode === null && this.child.signalCode === null;
	}

	/** As `kill -9` would. The user directory stays. */
	async kill(): Promise<void> {
		const ended = new Promise((resolve) => this.child.once('exit', resolve));
		this.child.kill('SIGKILL');
		await ended;
	}

	async stop(): Promise<void> {
		if (this.isAlive) await this.kill();
		if (this.ownsUserDir) await rm(this.userDir, { recursive: true, force: true });
	}

	private async ask(command: string, options: object): Promise<unknown> {
		const id = ++this.last;
		return await new Promise((resolve, reject) => {
			this.waiting.set(id, (answer) => {
				this.waiting.delete(id);
				if (answer.error === undefined) resolve(answer.result);
				else reject(new Error(answer.error));
			});
			this.child.send({ id, command, ...options }, (error) => error && reject(error));
		});
	}
}

interface Answer {
	id: number;
	result?: unknown;
	error?: string;
}

/** A Node-RED for all tests of a file. */
export function useNodeRed(options: RuntimeOptions = {}): { readonly nodeRed: NodeRed } {
	const holder = {} as { nodeRed: NodeRed };
	beforeAll(async () => {
		holder.nodeRed = await NodeRed.start(options);
	});
	afterAll(async () => await holder.nodeRed?.stop());
	return holder;
}
