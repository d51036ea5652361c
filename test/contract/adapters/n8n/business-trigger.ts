import { OUTPUTS } from '../../../../core/webhooks/receive-updates';
import type { InProcessEngine } from '../../../engine/n8n-in-process';
import type { UpdateCall, UpdateResult } from '../../words/updates';

export async function receiveUpdate(
	engine: InProcessEngine,
	{ method, query, headers, body, fields }: UpdateCall,
): Promise<UpdateResult> {
	const { updates, statuses, scope, includeRaw } = fields;
	const answer = await engine.webhook(
		'whatsAppBusinessTrigger',
		{
			outputs: updates ?? [...OUTPUTS],
			statuses: statuses ?? ['sent', 'delivered', 'read', 'failed'],
			scope: scope ?? 'app',
			options: { includeRaw: includeRaw === true },
		},
		{ name: method === 'GET' ? 'setup' : 'default', query, headers, rawBody: Buffer.from(body) },
	);
	const items = (index: number) => (answer.outputs?.[index] ?? []).map(({ json }) => json);
	return {
		status: answer.status,
		...(method === 'GET' && answer.status === 200 ? { challenge: String(answer.body) } : {}),
		outputs: { messages: items(0), statuses: items(1), templates: items(2), account: items(3) },
	};
}
