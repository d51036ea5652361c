import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { findReadyMade } from '../../../core/templates/pack';
import { startSimulator, type ControlChange, type Simulator } from '../../../simulator/index';
import type { Json } from '../../engine/json';
import { InProcessEngine, type RunOptions } from '../../engine/n8n-in-process';

/** A ready-made definition, as an item brings it. */
export function readyMade(name = 'attendee_registration_confirmation', language = 'en'): Json {
	const [found] = findReadyMade({ names: [name], languages: [language] });
	if (!found) throw new Error(`There is no ready-made ${name} in ${language}`);
	return found;
}

/** A definition of our own that the account does not have; each name and language has its own words. */
export const definition = (more: IDataObject = {}): Json => ({
	name: 'doors_open_tomorrow',
	language: 'en',
	category: 'UTILITY',
	body:
		more.language === 'ja'
			? 'ご登録の{{first_name}}様、明日は午前九時に開場いたします。チケットをお持ちください。'
			: `Hi {{first_name}}, the doors open at nine tomorrow${more.name ? ` for ${String(more.name)}` : ''}. See you there, and bring your ticket.`,
	samples: { first_name: 'Aiko' },
	...more,
});

export interface Managed {
	done: Json[];
	attention: Json[];
	hints: string[];
	/** Which item each result of Done, then of Needs Attention, comes from. */
	from: number[];
}

/** A simulator without templates and an engine with its credential, fresh for each test. */
export class Desk {
	simulator!: Simulator;

	engine!: InProcessEngine;

	async open(settings?: ControlChange): Promise<void> {
		this.simulator = await startSimulator({ settings });
		this.engine = new InProcessEngine({ whatsAppBusinessApi: { ...this.simulator.credentials } });
	}

	/** Runs one operation, and checks what holds for every run whatever its outcome. */
	async run(
		operation: string,
		items: Array<IDataObject | INodeExecutionData> = [{}],
		more: INodeParameters = {},
		options: RunOptions = {},
	): Promise<Managed> {
		const parameters: INodeParameters = {
			operation,
			definitionFrom: 'item',
			definitionJson: '={{ $json.definition ?? $json }}',
			options: {},
			...more,
		};
		const run = await this.engine.run('whatsAppManageTemplate', parameters, items, options);
		const [done = [], attention = []] = run.outputs;
		const all = [...done, ...attention];
		for (const { json, pairedItem } of all) {
			// n8n reruns the whole node when an item has an error and Retry On Fail is on.
			expect(json).not.toHaveProperty('error');
			expect(json.message).toBeTruthy();
			expect(pairedItem).toEqual({ item: expect.any(Number) });
		}
		const told = JSON.stringify([all.map(({ json }) => json), run.hints]) + this.engine.log.text;
		expect(told).not.toContain(this.simulator.credentials.accessToken);
		return {
			done: done.map(({ json }) => json),
			attention: attention.map(({ json }) => json),
			hints: run.hints,
			from: all.map(({ pairedItem }) => (pairedItem as { item: number }).item),
		};
	}

	/** Apply, of definitions. */
	async apply(definitions: Json[], options: IDataObject = {}): Promise<Managed> {
		const items = definitions.map((one) => ({ definition: one }));
		return await this.run('apply', items, { options } as INodeParameters);
	}

	/** An operation on a template that is named. */
	async of(operation: string, template: string, more: INodeParameters = {}): Promise<Managed> {
		return await this.run(operation, [{}], {
			template: { __rl: true, mode: 'name', value: template },
			...more,
		});
	}

	fault(fault: { path: string; kind: string; [more: string]: unknown }): void {
		this.simulator.control.change({ faults: [{ times: 1, ...fault } as never] });
	}

	/** The account's templates of one name. */
	templates(name: string) {
		return this.simulator.control.templates().filter((template) => template.name === name);
	}

	/** Calls that change something. */
	changes(): string[] {
		return this.simulator.control
			.calls({ limit: 1000 })
			.filter(({ method }) => method !== 'GET')
			.map(({ method, path }) => `${method} ${path}`);
	}

	/** Lets simulated time pass. */
	later(hours: number): void {
		const { offsetMs = 0 } = this.simulator.control.settings().clock;
		this.simulator.control.change({ clock: { offsetMs: offsetMs + hours * 3_600_000 } } as never);
	}
}

/** The desk of a test file: opened before and closed after each test. */
export function useDesk(settings?: ControlChange): Desk {
	const desk = new Desk();
	beforeEach(async () => await desk.open(settings));
	afterEach(async () => await desk.simulator.close());
	return desk;
}

export const outcomes = (results: Json[]) =>
	results.map(({ outcome, reason }) => (reason ? [outcome, reason] : [outcome]));
