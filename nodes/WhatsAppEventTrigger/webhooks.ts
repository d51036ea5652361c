import type { IWebhookDescription } from 'n8n-workflow';

/**
 * The addresses of one trigger. n8n shows the first; the others are the same address as platforms use it:
 * Cvent asks it with GET whether it is there, and puts `/<event type>/<id of the event>` behind it when it
 * calls (developers.cvent.com, Webhooks).
 */
export const webhooks: IWebhookDescription[] = [
	{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' },
	{
		...{ name: 'setup', httpMethod: 'GET', responseMode: 'onReceived', path: 'webhook' },
		ndvHideUrl: true,
	},
	{
		...{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived' },
		// n8n keeps a path with variables once per instance, and finds its node by the id in front of it: the
		// last variable is named after the node, so that a second trigger has another path.
		path: '=webhook/:eventType/:{{ $webhookId }}',
		isFullPath: true,
		ndvHideUrl: true,
	},
];
