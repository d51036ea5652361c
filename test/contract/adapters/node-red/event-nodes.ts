import type { SentMessage } from '../../../node-red/runtime/node-red';
import type { EventCall, EventResult, PlanItem, PlanResult, PlanRun } from '../../words/events';
import { payloadsOf, type Happenings } from './happenings';

type Deploy = (node: object) => Promise<void>;

/** Without a place on a tab, Node-RED takes a node for a configuration. */
export const common = { z: 'tab', x: 0, y: 0, wires: [['sent'], ['not-sent']] };

export async function receiveEvent(
	happenings: Happenings,
	id: string,
	{ platform, headers, query, body, secret, api, fields }: EventCall,
	deploy: Deploy,
): Promise<EventResult> {
	await deploy({
		id,
		type: 'whatsapp-event-trigger',
		path: id,
		platform,
		...fields,
		apiAddress: api?.address ?? '',
		credentials: { secret, apiToken: api?.token },
		...common,
	});
	const url = new URL(`${happenings.nodeRed.url}/whatsapp-events/event/${id}`);
	url.search = new URLSearchParams(query).toString();
	const { status } = await fetch(url, { method: 'POST', headers, body });
	return { status, ...plannedOf(await happenings.sentBy(id)) };
}

export async function planEvents(
	happenings: Happenings,
	id: string,
	{ source, items, fields }: PlanRun,
	deploy: Deploy,
): Promise<PlanResult> {
	await deploy({ id, type: 'whatsapp-event-messages', source, ...fields, ...common });
	for (const msg of messagesOf(items)) await happenings.nodeRed.input(id, msg);
	return plannedOf(await happenings.sentBy(id));
}

/** HTTP In hands on one call with its headers; a polled answer is a list of bodies. */
function messagesOf(items: PlanItem[]): object[] {
	const bodies = items.map(({ body }) => body);
	if (items.every(({ headers }) => headers === undefined)) return [{ payload: bodies }];
	return items.map(({ body, headers }) => ({
		payload: typeof body === 'object' && body !== null ? body : [body],
		req: { headers },
	}));
}

const plannedOf = (sent: SentMessage[]) => ({
	messages: payloadsOf(sent, 0),
	leftOut: payloadsOf(sent, 1),
});
