import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../../../simulator/index';
import { putPlainTemplates, sendPlain, settled } from '../../../simulator/testing/money';
import { InProcessEngine, type NodeRun, type RunOptions } from '../../engine/n8n-in-process';

type Json = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- answers of a control API

/** Fields as a new node has them. */
const defaults: INodeParameters = {
	to: '={{ $json.to }}',
	categoryFrom: 'category',
	category: 'MARKETING',
	enoughFor: 'messages',
	whenUnknown: 'low',
	options: {},
};

/** A simulator with an account that can be billed, and an engine that checks its credits. */
export class CreditDesk {
	simulator!: Simulator;

	engine!: InProcessEngine;

	async open(): Promise<void> {
		this.simulator = await startSimulator();
		putPlainTemplates(this.simulator);
		this.engine = new InProcessEngine({ whatsAppBusinessApi: { ...this.simulator.credentials } });
	}

	async run(
		parameters: INodeParameters,
		items: Array<IDataObject | INodeExecutionData> = [{}],
		options: RunOptions = {},
	): Promise<NodeRun> {
		return await this.engine.run(
			'whatsAppCheckCredits',
			{ ...defaults, ...parameters },
			items,
			options,
		);
	}

	/** The one item of the first output. */
	async ask(
		parameters: INodeParameters,
		items: Array<IDataObject | INodeExecutionData> = [{}],
	): Promise<Json> {
		const { outputs } = await this.run(parameters, items);
		expect(outputs[0]).toHaveLength(1);
		return outputs[0]?.[0]?.json as Json;
	}

	/** A call of the simulator's control API. */
	async sim(method: string, path: string, body?: unknown): Promise<Json> {
		const answer = await fetch(`${this.simulator.url}${path}`, {
			method,
			headers: { 'Content-Type': 'application/json' },
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
		return (await answer.json()) as Json;
	}

	/** So many messages of a category to Japan, delivered and charged. */
	async send(count: number, category = 'UTILITY'): Promise<void> {
		for (let i = 0; i < count; i++) {
			await sendPlain(this.simulator, `8190${10_000_000 + i}`, category);
		}
		await settled(this.simulator);
	}
}

/** The desk of a test file: opened before and closed after each test. */
export function useCreditDesk(): CreditDesk {
	const desk = new CreditDesk();
	beforeEach(async () => await desk.open());
	afterEach(async () => await desk.simulator.close());
	return desk;
}

export const purchase = (more: IDataObject = {}): IDataObject => ({
	...{ id: 1, payment_id: 'pi_1', credits: 40, amount: 80, currency: 'USD' },
	...{ paid_at: new Date(Date.now() - 86_400_000).toISOString(), by: 'stripe', note: '' },
	...more,
});
