import { setTimeout as sleep } from 'node:timers/promises';
import { json } from '../scripts/lib/demo.mjs';

const TIMEOUT_MS = 60_000;

/**
 * Publishes a flow that begins with a WhatsApp trigger. n8n publishes in the background, so this waits
 * until WhatsApp, too, knows the address.
 *
 * @param options.account whether the trigger subscribes the account as well
 * @returns the workflow and the address of its trigger
 */
export async function publishTrigger({ n8n, simulator }, flow, { account }) {
	const workflow = await n8n.createWorkflow(flow);
	await n8n.publish(workflow);
	const { webhookId } = flow.nodes.find(({ type }) => type.endsWith('Trigger'));
	const address = `${n8n.url}/webhook/${webhookId}/webhook`;
	for (const deadline = Date.now() + TIMEOUT_MS; Date.now() < deadline; await sleep(200)) {
		const app = (await subscribedAddress(simulator)) === address;
		if (app && (!account || (await accountSubscribed(simulator)))) return { ...workflow, address };
	}
	throw new Error(`“${flow.name}” did not subscribe at WhatsApp:\n${await n8n.logTail()}`);
}

/** WhatsApp calls one address per app: the next trigger can take over only when this one has let go. */
export async function unpublishTrigger({ n8n, simulator }, { id, name }) {
	await n8n.rest('POST', `/rest/workflows/${id}/deactivate`);
	for (const deadline = Date.now() + TIMEOUT_MS; Date.now() < deadline; await sleep(200)) {
		if ((await subscribedAddress(simulator)) === undefined) return;
	}
	throw new Error(`“${name}” did not unsubscribe at WhatsApp:\n${await n8n.logTail()}`);
}

/** Where WhatsApp sends the updates of the app. */
async function subscribedAddress(simulator) {
	const { appId, appSecret } = simulator.credentials;
	const [app] = await list(simulator, `${appId}/subscriptions`, `${appId}|${appSecret}`);
	return app?.callback_url;
}

/** Whether WhatsApp sends that app the updates of the account, too. */
async function accountSubscribed(simulator) {
	const { businessAccountId, accessToken } = simulator.credentials;
	return (await list(simulator, `${businessAccountId}/subscribed_apps`, accessToken)).length > 0;
}

async function list({ credentials: { apiUrl, apiVersion } }, resource, token) {
	const query = new URLSearchParams({ access_token: token });
	return (await json(`${apiUrl}/${apiVersion}/${resource}?${query}`)).data;
}
