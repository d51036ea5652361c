import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { startSimulator, type ControlChange, type Simulator } from '../../../simulator/index';
import type { Json } from '../../engine/json';
import { InProcessEngine, type RunOptions } from '../../engine/n8n-in-process';

/** Values for the seeded template attendee_registration_confirmation, by variable name. */
export const values = {
	first_name: 'Aiko',
	event_name: 'Tokyo Tech Summit',
	event_date: 'December 1, 2026',
	venue: 'Tokyo Forum',
	ticket_name: 'VIP',
};

/** A phone number of its own for each index. */
export const phone = (index: number) => `+8190${String(10_000_000 + index)}`;

/** An item with everything the parameters below ask for. */
export const person = (to: unknown = phone(1), more: IDataObject = {}): IDataObject => ({
	to: to as string,
	variables: values,
	deliveryKey: `test-conf:registration_confirmed:${Array.isArray(to) ? '' : `order-${orderOf(to)}`}:1`,
	...more,
});

const orderOf = (to: unknown) => String(to).replace(/\D/g, '').slice(-3);

export const people = (count: number, from = 1): IDataObject[] =>
	Array.from({ length: count }, (_, index) => person(phone(from + index)));

export const parameters = (more: INodeParameters = {}): INodeParameters => ({
	template: { __rl: true, mode: 'list', value: 'attendee_registration_confirmation:en' },
	to: '={{ $json.to }}',
	variablesFrom: 'item',
	variablesJson: '={{ $json.variables }}',
	options: {},
	...more,
});

export const named = (name: string): INodeParameters => ({
	template: { __rl: true, mode: 'name', value: name },
});

export interface Sending {
	sent: INodeExecutionData[];
	notSent: INodeExecutionData[];
	hints: string[];
}

/** A simulator and an engine with its credential, fresh for each test. */
export class Desk {
	simulator!: Simulator;

	engine!: InProcessEngine;

	async open(settings?: ControlChange, options: { storage?: string } = {}): Promise<void> {
		this.simulator = await startSimulator({ settings, ...options });
		this.engine = new InProcessEngine({ whatsAppBusinessApi: { ...this.simulator.credentials } });
	}

	/** Runs Send Template, and checks what holds for every run whatever its outcome. */
	async send(
		items: Array<IDataObject | INodeExecutionData>,
		more: INodeParameters = {},
		options: RunOptions = {},
	): Promise<Sending> {
		const run = await this.engine.run('whatsAppSendTemplate', parameters(more), items, options);
		const [sent = [], notSent = []] = run.outputs;
		if (!options.asTool && !options.onStart) expectEveryItemOnce(items.length, sent, notSent);
		expectNothingPrivate(this, items, [sent, notSent, run.hints]);
		return { sent, notSent, hints: run.hints };
	}

	get stats() {
		return this.simulator.control.stats().messages;
	}

	/** Send requests the simulator took, oldest first. */
	requests(path = '/messages'): Array<{ body: Json; status: number }> {
		return this.simulator.control.calls({ path, limit: 5000 }).reverse() as never;
	}

	fault(fault: { path?: string; kind: string; [more: string]: unknown }): void {
		this.simulator.control.change({ faults: [{ path: '/messages', ...fault } as never] });
	}
}

/** The desk of a test file: opened before and closed after each test. */
export function useDesk(settings?: ControlChange): Desk {
	const desk = new Desk();
	beforeEach(async () => await desk.open(settings));
	afterEach(async () => await desk.simulator.close());
	return desk;
}

export const outcomes = (items: INodeExecutionData[]) =>
	items.map(({ json }) => [json.outcome, json.reason]);

export const indexes = (items: INodeExecutionData[]) =>
	items.map(({ pairedItem }) => (pairedItem as { item: number }).item);

function expectEveryItemOnce(
	count: number,
	sent: INodeExecutionData[],
	notSent: INodeExecutionData[],
): void {
	for (const output of [sent, notSent]) {
		expect(indexes(output)).toEqual([...indexes(output)].sort((a, b) => a - b));
		for (const { json } of output) {
			// n8n reruns the whole node when an item has an error and Retry On Fail is on.
			expect(json).not.toHaveProperty('error');
			expect(json.message ?? json.outcome).toBeTruthy();
		}
	}
	const all = [...indexes(sent), ...indexes(notSent)].sort((a, b) => a - b);
	expect(all).toEqual(Array.from({ length: count }, (_, index) => index));
}

function expectNothingPrivate(
	{ engine, simulator }: Desk,
	items: Array<IDataObject | INodeExecutionData>,
	shown: unknown,
): void {
	// waId is how a flow finds the person a reply comes from: data like the input, and never logged.
	const told = JSON.stringify(shown, (key, value) =>
		key === 'input' || key === 'waId' ? undefined : value,
	);
	const { accessToken, appSecret } = simulator.credentials;
	const numbers = items
		.map((item) =>
			String((('json' in item ? item.json : item) as IDataObject).to).replace(/\D/g, ''),
		)
		.filter((digits) => digits.length > 7)
		.map((digits) => digits.slice(-8));
	for (const text of [told, engine.log.text]) {
		for (const secret of [accessToken, appSecret, ...numbers]) expect(text).not.toContain(secret);
	}
}
