import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountFrom, type Account } from '../../core/account/account';
import type { TemplateDefinition } from '../../core/templates/definition';
import { manageSettings } from '../../core/templates/manage/manage-settings';
import { manageTemplates } from '../../core/templates/manage/manage-templates';
import { MemoryMarks } from '../../core/templates/manage/marks';
import type { TemplateOperation } from '../../core/templates/manage/operations';
import type { TemplateResult } from '../../core/templates/manage/result';
import type { TemplateInput, TemplateRun } from '../../core/templates/manage/run';
import { GraphClient } from '../../node-red/engine/transport';
import { startSimulator, type Simulator, type SimulatorOptions } from '../../simulator/index';

const PACK = join(__dirname, '../../flows/templates');

/** The forty ready-made definitions, read from their files. */
export const packFiles = (): TemplateDefinition[] =>
	readdirSync(PACK, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.flatMap(({ name }) =>
			readdirSync(join(PACK, name)).map(
				(file) => JSON.parse(readFileSync(join(PACK, name, file), 'utf8')) as TemplateDefinition,
			),
		);

/** An account in a simulator, and Manage Template before it. */
export class Desk {
	readonly marks = new MemoryMarks();

	readonly account: Account;

	private readonly client: GraphClient;

	private constructor(readonly simulator: Simulator) {
		this.account = accountFrom({ ...simulator.credentials });
		this.client = new GraphClient(this.account.apiUrl, this.account.accessToken);
	}

	static async open(options: SimulatorOptions = {}): Promise<Desk> {
		return new Desk(await startSimulator({ empty: true, ...options }));
	}

	async close(): Promise<void> {
		this.client.close();
		await this.simulator.close();
	}

	/** Runs one operation; each result stands for itself. */
	async run(
		operation: TemplateOperation,
		inputs: TemplateInput[],
		options: Record<string, unknown> = {},
		more: Partial<TemplateRun> = {},
	): Promise<TemplateResult[]> {
		const results: TemplateResult[] = [];
		await manageTemplates(
			{
				operation,
				account: this.account,
				settings: manageSettings({ timeout: 5, ...options }),
				count: inputs.length,
				input: (index) => inputs[index] as TemplateInput,
				report: (_index, result) => results.push(result),
				...more,
			},
			{
				transport: this.client.transport(),
				// The simulator's clock can be moved; so must ours, or the two disagree about a day.
				clock: { now: () => this.now, sleep: async () => {} },
				marks: this.marks,
			},
		);
		return results;
	}

	async apply(definitions: unknown[], options: Record<string, unknown> = {}) {
		return await this.run('apply', [{ definition: definitions }], options);
	}

	get now(): number {
		return Date.now() + this.simulator.control.settings().clock.offsetMs;
	}

	/** Moves the time of both sides. */
	wait(ms: number): void {
		const { offsetMs } = this.simulator.control.settings().clock;
		this.simulator.control.change({ clock: { offsetMs: offsetMs + ms } });
	}

	/** What was asked of the account, without what only reads. */
	changes(): string[] {
		return this.simulator.control
			.calls({ limit: 1000 })
			.filter(({ method }) => method !== 'GET')
			.map(({ method, path }) => `${method} ${path}`)
			.reverse();
	}

	status(name: string, language: string): string | undefined {
		return this.simulator.control
			.templates()
			.find((template) => template.name === name && template.language === language)?.status;
	}
}

/** `created: 40`, `unchanged: 39, edited: 1`: how a run ended. */
export function tally(results: readonly TemplateResult[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { outcome } of results) counts[outcome] = (counts[outcome] ?? 0) + 1;
	return counts;
}
