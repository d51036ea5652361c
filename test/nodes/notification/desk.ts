import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { readRows, withChange, type ResultRow, type RowChange } from '../../../core/notifications';
import { startSimulator, type Simulator } from '../../../simulator/index';
import { InProcessEngine, type RunOptions } from '../../engine/n8n-in-process';

const PHONE_NUMBER_ID = '106540352242922';

const text = (body: string) => [
	{
		type: 'BODY',
		text: body,
		example: {
			body_text_named_params: [
				{ param_name: 'first_name', example: 'Ann' },
				{ param_name: 'event_name', example: 'Test Conf' },
			],
		},
	},
];

const workshops = (language: string, body: string) => ({
	name: 'workshops_open',
	language,
	category: 'MARKETING',
	parameter_format: 'NAMED',
	status: 'APPROVED',
	components: text(body),
});

/** Marketing, in two languages. */
const templates = [
	workshops('en', 'Hi {{first_name}}, the workshops of {{event_name}} are open for booking now.'),
	workshops('ja', '{{first_name}}さん、{{event_name}}のワークショップの予約を開始しました。'),
];

const checkParameters: INodeParameters = {
	operation: 'check',
	notification: 'workshops-1',
	template: { __rl: true, mode: 'list', value: 'workshops_open' },
	recipientsFrom: 'items',
	file: 'data',
	recipients: '={{ $json.recipients }}',
	ticketTypes: '',
	values: 'event_name = Test Conf',
	columns: {},
	options: { language: 'en' },
};

const chunkParameters: INodeParameters = {
	operation: 'nextChunk',
	chunkSize: 200,
	notBefore: '',
	quietFrom: '',
	quietUntil: '',
	timeZone: 'Asia/Tokyo',
};

/** Send Template as the flow sets it: a row is an item. */
const sendParameters: INodeParameters = {
	template: { __rl: true, mode: 'name', value: '={{ $json.template }}' },
	to: '={{ $json.to }}',
	variablesFrom: 'item',
	variablesJson: '={{ $json.variables }}',
	options: {
		deliveryKey: '={{ $json.deliveryKey }}',
		language: '={{ $json.language }}',
		messagesPerSecond: 1000,
		concurrency: 100,
	},
};

export const jsonOf = (items: INodeExecutionData[] = []): IDataObject[] =>
	items.map(({ json }) => json);

/** A simulator, an engine, and what the flow's tables would hold. */
export class NotificationDesk {
	simulator!: Simulator;

	engine!: InProcessEngine;

	/** The table of results. */
	rows: ResultRow[] = [];

	async open(): Promise<void> {
		this.simulator = await startSimulator({
			settings: { throughput: { [PHONE_NUMBER_ID]: 1000 } },
		});
		this.simulator.control.putTemplates(templates);
		this.engine = new InProcessEngine({ whatsAppBusinessApi: { ...this.simulator.credentials } });
		this.rows = [];
	}

	/** Ready, left out and summary of a list. */
	async check(
		items: Array<IDataObject | INodeExecutionData>,
		more: INodeParameters = {},
		options: RunOptions = {},
	) {
		const { outputs } = await this.notification({ ...checkParameters, ...more }, items, options);
		const [ready = [], leftOut = [], summary = []] = outputs;
		return {
			ready: jsonOf(ready),
			leftOut: jsonOf(leftOut),
			summary: summary[0]?.json as IDataObject,
			outputs,
		};
	}

	/** Writes everybody of a check into the table. */
	keep({ ready, leftOut }: { ready: IDataObject[]; leftOut: IDataObject[] }): void {
		this.rows = readRows([...ready, ...leftOut]);
	}

	async chunk(more: INodeParameters = {}) {
		const { outputs } = await this.notification({ ...chunkParameters, ...more }, this.items());
		return { chunk: jsonOf(outputs[0]), nothing: outputs[1]?.[0]?.json };
	}

	/** Sends a chunk and writes down what became of it. */
	async send(chunk: IDataObject[], options: RunOptions = {}): Promise<INodeExecutionData[]> {
		const run = await this.engine.run('whatsAppSendTemplate', sendParameters, chunk, options);
		const results = run.outputs.flat();
		await this.note(jsonOf(results));
		return results;
	}

	async note(items: IDataObject[]): Promise<void> {
		const { outputs } = await this.notification({ operation: 'noteResults' }, items);
		const byKey = new Map(this.rows.map((row) => [row.key, row]));
		// One after the other, as a table is updated.
		for (const change of jsonOf(outputs[0]) as unknown as RowChange[]) {
			const row = byKey.get(change.key);
			if (row) byKey.set(change.key, withChange(row, change));
		}
		this.rows = [...byKey.values()];
	}

	/** Chunk after chunk until there is nothing left to send now. */
	async sendAll(more: INodeParameters = {}): Promise<IDataObject> {
		for (;;) {
			const { chunk, nothing } = await this.chunk(more);
			if (nothing) return nothing;
			await this.send(chunk);
		}
	}

	async report(options: INodeParameters = {}) {
		const { outputs } = await this.notification({ operation: 'report', options }, this.items());
		return outputs[0]?.[0] as INodeExecutionData;
	}

	private items = (): IDataObject[] => this.rows as unknown as IDataObject[];

	private async notification(
		parameters: INodeParameters,
		items: Array<IDataObject | INodeExecutionData>,
		options: RunOptions = {},
	) {
		return await this.engine.run('whatsAppNotification', parameters, items, options);
	}
}

/** The desk of a test file: opened before and closed after each test. */
export function useNotificationDesk(): NotificationDesk {
	const desk = new NotificationDesk();
	beforeEach(async () => await desk.open());
	afterEach(async () => await desk.simulator.close());
	return desk;
}
