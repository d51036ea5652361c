import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { EventFields } from '../../../../core/events/plan-settings';
import type { InProcessEngine } from '../../../engine/n8n-in-process';
import type { EventCall, EventResult, PlanItem, PlanResult, PlanRun } from '../../words/events';

export async function receiveEvent(engine: InProcessEngine, call: EventCall): Promise<EventResult> {
	const { platform, headers, query, body, secret, api, fields } = call;
	engine.credentials.whatsAppEventWebhookApi = {
		secret,
		...(api && { apiAddress: api.address, apiToken: api.token }),
	};
	const { status, outputs } = await engine.webhook(
		'whatsAppEventTrigger',
		{ platform, ...parametersOf(fields) },
		{ headers, query, rawBody: Buffer.from(body) },
	);
	return { status, ...plannedOf(outputs ?? []) };
}

/** @param table what the flow around the node keeps in a Data Table, by key */
export async function planEvents(
	engine: InProcessEngine,
	{ source, items, fields, compare = false }: PlanRun,
	table: Map<unknown, IDataObject>,
): Promise<PlanResult> {
	const { outputs } = await engine.run(
		'whatsAppEventMessages',
		{
			...{ source, compare, ...parametersOf(fields) },
			...(compare && { seenBefore: JSON.stringify([...table.values()]) }),
		},
		items.map((item) => ({ json: jsonOf(item) })),
	);
	for (const { json } of outputs[2] ?? []) table.set(json.key, json);
	return plannedOf(outputs);
}

/** The Webhook node hands on headers and body side by side; any other step the body alone. */
const jsonOf = ({ body, headers }: PlanItem): IDataObject =>
	headers === undefined
		? (body as IDataObject)
		: { headers, query: {}, params: {}, body: body as IDataObject, webhookUrl: 'http://n8n' };

function parametersOf({ automations, event, mapping, options }: EventFields): INodeParameters {
	const fields = {
		automations,
		event: event ?? {},
		mapping: mapping ?? {},
		options: options ?? {},
	};
	return structuredClone(fields) as unknown as INodeParameters;
}

const plannedOf = ([messages = [], leftOut = []]: Array<Array<{ json: IDataObject }>>) => ({
	messages: messages.map(({ json }) => json),
	leftOut: leftOut.map(({ json }) => json),
});
