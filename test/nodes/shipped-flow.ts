import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { readFileSync } from 'fs';
import path from 'path';
import type { SeenRow } from '../../core/events/last-seen';
import type { ReceivedCall } from '../../simulator/testing/receiver';
import type { InProcessEngine } from '../engine/n8n-in-process';

interface FlowNode {
	name: string;
	type: string;
	parameters: INodeParameters;
}

/** What came of one webhook, or of items of another step. */
export interface FlowRun {
	status?: number;
	/** Outcomes of Send Template, in its order. */
	results: IDataObject[];
	leftOut: IDataObject[];
	/** Rows written into whatsapp_last_seen, before anything was sent. */
	seen: IDataObject[];
}

/**
 * An automation of flows/n8n with n8n's own steps stood in for: the Data Tables are lists, Merge hands the
 * notices on. Our nodes run with the parameters of the file; what they read from tables by expression is put
 * in its place.
 */
export class ShippedFlow {
	readonly seenRows: SeenRow[] = [];

	switches: IDataObject[] = [];

	/** Facts an organiser fills in under Event. */
	event: IDataObject = {};

	private readonly nodes: FlowNode[];

	constructor(
		private readonly engine: InProcessEngine,
		name: string,
	) {
		const file = path.join(__dirname, `../../flows/n8n/${name}.json`);
		({ nodes: this.nodes } = JSON.parse(readFileSync(file, 'utf8')) as { nodes: FlowNode[] });
	}

	parametersOf(name: string): INodeParameters {
		const node = this.nodes.find((candidate) => candidate.name === name);
		if (!node) throw new Error(`The flow has no step ${name}`);
		return node.parameters;
	}

	/** One webhook of a platform to Event Trigger. */
	async receive(platform: string, call: ReceivedCall): Promise<FlowRun> {
		const { status, outputs } = await this.engine.webhook(
			'whatsAppEventTrigger',
			{ ...this.parametersOf('Event Trigger'), platform },
			{
				rawBody: Buffer.from(call.raw),
				headers: call.headers as Record<string, string>,
				query: Object.fromEntries(new URL(call.path, 'http://x').searchParams),
			},
		);
		const notices = (outputs?.[0] ?? []).map(({ json }) => json);
		return { status, ...(await this.goOn(notices)) };
	}

	/** From Event Messages on. */
	async goOn(notices: IDataObject[]): Promise<FlowRun> {
		if (notices.length === 0) return { results: [], leftOut: [], seen: [] };
		const abouts = new Set(notices.map(({ about }) => about));
		const tables = {
			seenBefore: JSON.stringify(this.seenRows.filter(({ about }) => abouts.has(about))),
			switches: JSON.stringify(this.switches),
		};
		const planning: INodeParameters = { ...this.parametersOf('Event Messages'), ...tables };
		planning.event = { ...(planning.event as INodeParameters), ...(this.event as INodeParameters) };
		const { outputs } = await this.engine.run('whatsAppEventMessages', planning, notices);
		const [messages = [], leftOut = [], seen = []] = outputs.map((items) =>
			items.map(({ json }) => json),
		);
		for (const row of seen) this.write(row as unknown as SeenRow);
		return { results: await this.send(messages), leftOut, seen };
	}

	private write(row: SeenRow): void {
		const known = this.seenRows.findIndex(({ key }) => key === row.key);
		if (known < 0) this.seenRows.push(row);
		else this.seenRows[known] = row;
	}

	private async send(messages: IDataObject[]): Promise<IDataObject[]> {
		if (messages.length === 0) return [];
		const send = this.parametersOf('Send Template');
		const run = await this.engine.run('whatsAppSendTemplate', send, messages, { mode: 'trigger' });
		return run.outputs.flat().map(({ json }) => json);
	}
}
