import { OUTPUTS } from '../../../../core/webhooks/receive-updates';
import type { UpdateCall, UpdateResult } from '../../words/updates';
import { payloadsOf, type Happenings } from './happenings';

export async function receiveUpdate(
	happenings: Happenings,
	id: string,
	{ method, query, headers, body, fields }: UpdateCall,
	deploy: (node: object) => Promise<void>,
): Promise<UpdateResult> {
	await deploy({
		id,
		type: 'whatsapp-business-trigger',
		// Without a place on a tab, Node-RED takes a node for a configuration.
		...{ z: 'tab', x: 0, y: 0 },
		account: 'account',
		path: id,
		updates: OUTPUTS,
		statuses: ['sent', 'delivered', 'read', 'failed'],
		scope: 'app',
		...fields,
		wires: [['sent'], ['not-sent'], ['third'], ['fourth']],
	});
	const url = new URL(`${happenings.nodeRed.url}/whatsapp-events/whatsapp/${id}`);
	url.search = new URLSearchParams(query).toString();
	const answer = await fetch(url, { method, headers, ...(method === 'POST' ? { body } : {}) });
	const text = await answer.text();
	const sent = await happenings.sentBy(id);
	return {
		status: answer.status,
		...(method === 'GET' && answer.status === 200 ? { challenge: text } : {}),
		outputs: {
			messages: payloadsOf(sent, 0),
			statuses: payloadsOf(sent, 1),
			templates: payloadsOf(sent, 2),
			account: payloadsOf(sent, 3),
		},
	};
}
