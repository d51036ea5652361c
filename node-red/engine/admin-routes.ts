import type { Request, Response } from 'express';
import type { Node, NodeAPI } from 'node-red';
import { accountKey, type Account } from '../../core/account/account';
import { checkAccount } from '../../core/account/check-account';
import { subscriberFor } from '../../core/account/keep-subscribed';
import {
	fieldsFor,
	holderOf,
	isSubscribed,
	readSubscriptions,
	type SubscriptionScope,
} from '../../core/account/subscriptions';
import { automations } from '../../core/events/automations';
import { reportTypes } from '../../core/events/notice';
import { platforms } from '../../core/events/platforms';
import { mappedFields } from '../../core/events/platforms/generic-mapping';
import { chooseTemplate } from '../../core/templates/choose-template';
import { isObject } from '../../core/templates/json';
import { readAccountTemplates } from '../../core/templates/manage/read-account';
import { findReadyMade } from '../../core/templates/pack';
import {
	readTemplatePage,
	templateSource,
	type TemplateSource,
} from '../../core/templates/read-templates';
import type { NotificationOutput } from '../../core/webhooks/notification';
import { OUTPUTS } from '../../core/webhooks/receive-updates';
import { accountOfDraft } from './account-draft';
import { addCreditRoutes, creditSources } from './credits/credit-routes';
import { readSample } from './events/sample-reading';
import { switchboardFacts } from './switchboard-facts';
import { accountNodeOf, templateCache, type AccountNode } from './account-node';
import { failureFrom, NodeFailure } from './node-failure';
import { forgetPerson } from './people/forget-person';
import type { Draft } from './templates/template-store';
import { GraphClient } from './transport';

/** A list in a dialog must answer while one looks at it. */
const TIMEOUT_MS = 15_000;

/** A trigger that can make a signed sample of an update. */
export interface SampleSource extends Node {
	sample(output?: NotificationOutput): string | Promise<string>;
}

/** A notification that shows its pages and takes commands. */
export interface NotificationSource extends Node {
	fromDialog(asked: string, request: Record<string, unknown>): Promise<object>;
}

/** An event node that remembers what it read last, for the dialog's mapping. */
export interface BodySource extends Node {
	lastBody?(): unknown;
}

/** What the dialog of a notification asks: commands, how it stands, and what it shows. */
const NOTIFICATION_REQUESTS = [
	...['check', 'send', 'stop', 'resume', 'report'],
	...['state', 'page', 'csv'],
];

type Body = Record<string, unknown>;

/** What the dialogs ask this Node-RED: all of it needs the permission to change flows. */
export function addAdminRoutes(RED: NodeAPI): void {
	const mayWrite = RED.auth.needsPermission('whatsapp-account.write');
	const post = (path: string, task: (body: Body, request: Request) => Promise<object>) =>
		RED.httpAdmin.post(`/whatsapp-events/${path}`, mayWrite, (request, response) => {
			task((request.body ?? {}) as Body, request).then(
				(answer) => response.json(answer),
				(error: unknown) => refuse(response, error),
			);
		});

	const get = (path: string, answer: () => object) =>
		RED.httpAdmin.get(
			`/whatsapp-events/${path}`,
			RED.auth.needsPermission('whatsapp-account.read'),
			(_request, response) => response.json(answer()),
		);
	get('catalogue', catalogue);
	post('account/test', async (body) => {
		const account = accountOfDraft(RED, body.account);
		if (!account.accessToken) return noToken();
		return await withClient(account, async (client) => await checkAccount(client, account));
	});
	post('templates', async (body) => {
		const account = readable(RED, body);
		const { search, after, all } = body;
		const filter = {
			...(typeof search === 'string' && search !== '' ? { search } : {}),
			...(all === true ? {} : { status: 'APPROVED' }),
		};
		return await withSource(account, async (source) =>
			readTemplatePage(source, filter, typeof after === 'string' ? after : undefined),
		);
	});
	post('templates/all', async (body) => {
		const account = readable(RED, body);
		return await withSource(account, async (source) => {
			const { templates } = await readAccountTemplates(source);
			// Meta's own object would double what is sent, and has nothing the dialog shows.
			return { templates: templates.map(({ raw: _raw, ...template }) => template) };
		});
	});
	post('switchboard', async (body) => {
		const id = isObject(body.account) ? String(body.account.id ?? '') : '';
		return await switchboardFacts(RED, id, () => readable(RED, body), withSource);
	});
	post('event-nodes/read', async (body) => readSample(body));
	post('event-nodes/:id/body', async (_body, request) => {
		const node = RED.nodes.getNode(String(request.params.id)) as BodySource | null;
		return { body: node?.lastBody?.() };
	});
	get('templates/ready-made', () => ({ definitions: findReadyMade() }));
	post('templates/drafts', async (body) => {
		const { businessAccountId } = accountOfDraft(RED, body.account);
		const drafts = await draftsFor(RED, body.account, businessAccountId);
		return { definitions: drafts.map(({ definition }) => definition) };
	});
	post('template', async (body) => {
		const account = readable(RED, body);
		const name = String(body.name ?? '');
		const language = String(body.language ?? '') || undefined;
		const translations = await withSource(account, async (source) =>
			templateCache.translations(accountKey(account), source, name, Date.now()),
		);
		const choice = chooseTemplate(name, translations, language);
		// A template that is not approved yet still has variables one can prepare.
		const template = choice.ok
			? choice.template
			: translations.find((entry) => !language || entry.language === language);
		if (template) return { template };
		const { message, whatToDo } = choice as Extract<typeof choice, { ok: false }>;
		throw new NodeFailure(`${message}. ${whatToDo}`, 'not_found');
	});
	post('people', async (body) => {
		const account = deployedAccount(RED, body);
		const { businessAccountId } = account.account;
		return { optedOut: await account.store().optOuts().count(businessAccountId) };
	});
	post('people/forget', async (body) => {
		const { person: _key, ...told } = await forgetPerson(deployedAccount(RED, body), body.phone);
		return told;
	});
	post('trigger/subscription', async (body) => {
		const account = readable(RED, body);
		return await withClient(account, async (client) => {
			const scope = (body.scope ?? 'app') as SubscriptionScope;
			const updates = OUTPUTS.filter((output) => [body.updates].flat().includes(output));
			const state = await readSubscriptions(subscriberFor(account, client));
			const url = String(body.url ?? '');
			const holder = holderOf(state, scope);
			const subscribed = isSubscribed(state, scope, url, fieldsFor(updates));
			const message = subscribed
				? `WhatsApp sends these updates to ${url}`
				: holder && holder !== url
					? `WhatsApp sends these updates to another address: ${holder}`
					: holder === url
						? 'WhatsApp calls this address, but not for all of these updates. Deploy to subscribe them.'
						: 'WhatsApp sends these updates nowhere yet. Deploy to subscribe this address.';
			return { subscribed, message };
		});
	});
	post('notification/:id/:command', async (body, request) => {
		const node = RED.nodes.getNode(String(request.params.id)) as NotificationSource | null;
		if (!node?.fromDialog) {
			throw new NodeFailure('Deploy first: the deployed node is asked.', 'not_found');
		}
		const asked = String(request.params.command);
		if (!NOTIFICATION_REQUESTS.includes(asked)) {
			throw new NodeFailure(`There is no command “${asked}”.`, 'not_found');
		}
		return await node.fromDialog(asked, body);
	});
	get('credits/sources', creditSources);
	addCreditRoutes(RED, {
		post: (path, task) =>
			post(path, async (body, { params }) => await task(body, String(params.operation ?? ''))),
		readable: (body) => readable(RED, body),
		withClient,
	});
	post('trigger/:id/sample', async (body, request) => {
		const node = RED.nodes.getNode(String(request.params.id)) as SampleSource | null;
		if (!node?.sample) {
			throw new NodeFailure(
				'Deploy first: the sample goes through the deployed flow.',
				'not_found',
			);
		}
		const output = OUTPUTS.find((entry) => entry === body.output);
		return { message: await node.sample(output) };
	});
}

/** People are kept in this Node-RED, under a key that only the deployed account has. */
function deployedAccount(RED: NodeAPI, { id }: Body): AccountNode {
	const account = accountNodeOf(RED, String(id ?? ''));
	if (account) return account;
	throw new NodeFailure('Deploy first: people are kept for the deployed account.', 'not_found');
}

/** Drafts are kept in this Node-RED, and there only once the account is deployed. */
async function draftsFor(
	RED: NodeAPI,
	draft: unknown,
	businessAccountId: string,
): Promise<Draft[]> {
	const id = isObject(draft) ? String(draft.id ?? '') : '';
	const account = accountNodeOf(RED, id);
	return account ? await account.store().templates().drafts.all(businessAccountId) : [];
}

const catalogue = () => ({
	platforms: platforms.map(({ id, name, signature, arrival, feeds, api }) => ({
		...{ id, name, signature, arrival, feeds },
		...(api && { api: { address: api.address } }),
	})),
	automations: automations.map(({ id, label, audience, template }) => ({
		id,
		label,
		audience,
		template,
	})),
	reportTypes,
	mappedFields,
});

function noToken() {
	const message = 'Access Token is empty';
	return { ok: false, message, checks: [{ id: 'token', state: 'failed', message }] };
}

function readable(RED: NodeAPI, body: Body): Account {
	const account = accountOfDraft(RED, body.account);
	if (account.accessToken && account.businessAccountId) return account;
	const missing = account.accessToken ? 'WhatsApp Business Account ID' : 'access token';
	throw new NodeFailure(`The account has no ${missing}. Open it and fill it in.`, 'incomplete');
}

async function withClient<T>(
	account: Account,
	task: (transport: TemplateSource['transport']) => Promise<T>,
): Promise<T> {
	const client = new GraphClient(account.apiUrl, account.accessToken);
	try {
		return await task(client.transport());
	} finally {
		client.close();
	}
}

const withSource = async <T>(account: Account, task: (source: TemplateSource) => Promise<T>) =>
	await withClient(account, async (transport) => {
		return await task(templateSource(account, transport, TIMEOUT_MS));
	});

/** 404 for what is not there, 400 for what was typed wrongly, 502 for what WhatsApp said or did not say. */
function refuse(response: Response, error: unknown): void {
	const ours = error instanceof NodeFailure ? (error.code === 'not_found' ? 404 : 400) : undefined;
	const status = ours ?? 502;
	response.status(status).json({ error: failureFrom(error).message });
}
