import { existsSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { findReadyMade } from '../../../core/templates/pack';
import { startSimulator, type ControlChange, type Simulator } from '../../../simulator/index';
import { accountNode, flowOf } from '../desk';
import {
	useNodeRed,
	type NodeError,
	type NodeRed,
	type RuntimeOptions,
	type SentMessage,
	type Taken,
} from '../runtime/node-red';

/** Manage Template as its dialog would leave it, taking its definitions from the message. */
export const manageNode = (more: object = {}) => ({
	...{ id: 'manage', type: 'whatsapp-manage-template', z: 'tab', name: '', account: 'account' },
	...{
		operation: 'apply',
		definitionFrom: 'message',
		definition: 'payload',
		definitionType: 'msg',
	},
	...{ fields: {}, readyMade: [], drafts: [], readyMadeNames: [], readyMadeLanguages: [] },
	...{ audiences: [], template: 'payload', templateType: 'msg', allLanguages: false },
	...{ values: '', valuesType: 'msg', search: '', status: '', category: '', language: '' },
	...{ limit: '', wait: false, waitMinutes: 5, waitHours: 48, dryRun: false, ignoreCheck: false },
	...{ priceCountry: '', timeout: 5, includeInput: false, wires: [['sent'], ['not-sent']] },
	...more,
});

/** A definition of our own that the account does not have; each has its own words. */
export const definition = (name = 'doors_open_tomorrow', more: object = {}) => ({
	name,
	language: 'en',
	category: 'UTILITY',
	body: `Hi {{first_name}}, the doors open at nine tomorrow for ${name.replaceAll('_', ' ')}. Bring your ticket.`,
	samples: { first_name: 'Aiko' },
	...more,
});

export function readyMade(name = 'attendee_registration_confirmation', language = 'en') {
	const [found] = findReadyMade({ names: [name], languages: [language] });
	if (!found) throw new Error(`There is no ready-made ${name} in ${language}`);
	return found;
}

export interface Managed extends Taken {
	error?: NodeError;
	done: SentMessage['msg'][];
	attention: SentMessage['msg'][];
	/** What came out of the Catch node. */
	catches: Array<SentMessage['msg'] & { error: NodeError }>;
	/** The last text below the node. */
	status?: string;
}

/** What came out of the node, whenever it came. */
export function outOf(taken: Taken, error?: NodeError): Managed {
	const from = (port: number) =>
		taken.sent.filter((one) => one.node === 'manage' && one.port === port).map(({ msg }) => msg);
	const texts = taken.statuses.filter(({ node }) => node === 'manage');
	for (const { status } of texts) expect((status.text ?? '').length).toBeLessThanOrEqual(20);
	return {
		...taken,
		...(error ? { error } : {}),
		done: from(0),
		attention: from(1),
		catches: taken.sent.filter(({ node }) => node === 'caught').map(({ msg }) => msg) as never,
		status: texts.at(-1)?.status.text,
	};
}

/** A simulator without templates for each test, and one Node-RED for the file. */
export class ManageDesk {
	simulator!: Simulator;

	constructor(private readonly holder: { readonly nodeRed: NodeRed }) {}

	get nodeRed(): NodeRed {
		return this.holder.nodeRed;
	}

	async open(settings: ControlChange = {}): Promise<void> {
		const templates = { review: 'manual' as const, ...settings.templates };
		this.simulator = await startSimulator({ settings: { ...settings, templates } as never });
		this.forget();
		await this.deploy();
	}

	async deploy(more: object = {}, account: Record<string, unknown> = {}): Promise<Taken> {
		const nodes = [accountNode(this.simulator, account), manageNode(more)];
		await this.nodeRed.deploy(flowOf(...nodes));
		return await this.nodeRed.take();
	}

	async run(payload: unknown, more: object = {}): Promise<Managed> {
		const error = await this.nodeRed.input('manage', { payload, ...more });
		return outOf(await this.nodeRed.take(), error);
	}

	/** What comes out later, until there is so much of it. */
	async until(count: number, ms?: number): Promise<Managed> {
		const all = (taken: Taken) => taken.sent.filter(({ node }) => node === 'manage').length;
		return outOf(await this.nodeRed.takeUntil((taken) => all(taken) >= count, ms));
	}

	fault(fault: { path: string; kind: string; [more: string]: unknown }): void {
		this.simulator.control.change({ faults: [{ times: 1, ...fault }] } as never);
	}

	templates(name: string) {
		return this.simulator.control.templates().filter((template) => template.name === name);
	}

	/** Calls that change something. */
	changes(): string[] {
		return this.simulator.control
			.calls({ limit: 1000 })
			.filter(({ method }) => method !== 'GET')
			.map(({ method, path: of }) => `${method} ${of}`);
	}

	/** The file outlives a test as it outlives a deployment. */
	private forget(): void {
		const file = path.join(this.nodeRed.userDir, 'whatsapp-events.sqlite');
		if (!existsSync(file)) return;
		const database = new DatabaseSync(file);
		for (const table of ['template_marks', 'template_drafts', 'template_waits']) {
			const [there] = database.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').all(table);
			if (there) database.exec(`DELETE FROM ${table}`);
		}
		database.close();
	}
}

export function useManageDesk(settings?: ControlChange, options?: RuntimeOptions): ManageDesk {
	const desk = new ManageDesk(useNodeRed(options));
	beforeEach(async () => await desk.open(settings));
	afterEach(async () => {
		expect(desk.nodeRed.isAlive).toBe(true);
		await desk.simulator.close();
	});
	return desk;
}

export const outcomes = (messages: SentMessage['msg'][]) =>
	messages.map(({ payload: { outcome, reason } }) => (reason ? [outcome, reason] : [outcome]));
