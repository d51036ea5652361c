import type { IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import {
	fieldsFor,
	holderOf,
	isSubscribed,
	readSubscriptions,
	subscribe,
	unsubscribe,
	type Callback,
	type Subscriber,
	type SubscriptionScope,
	type SubscriptionState,
} from '../../core/account/subscriptions';
import { DEFAULT_API_URL } from '../../core/graph/address';
import type { NotificationOutput } from '../../core/webhooks/notification';
import { readAccount, secretsOf, verifyTokenOf, type Account } from '../engine/account';
import { nodeErrorFrom } from '../engine/node-error';
import { n8nTransport } from '../engine/transport';
import { postSample, signedRequest } from './test-request';

const isTest = (context: IHookFunctions) => context.getActivationMode() === 'manual';

/** Whether WhatsApp already sends everything wanted to this address. */
async function checkExists(this: IHookFunctions): Promise<boolean> {
	const account = await readReadyAccount(this);
	if (isTest(this) && this.getNodeParameter('testWith') !== 'real') return false;
	const { url, scope, fields } = wanted(this, account);
	return isSubscribed(await readSubscriptions(subscriber(this, account)), scope, url, fields);
}

/**
 * Subscribes this workflow's address. A test never takes over what another address holds: it says who
 * holds it, and offers a sample and a signed request instead.
 */
async function create(this: IHookFunctions): Promise<boolean> {
	const account = await readReadyAccount(this);
	const { url, scope, fields, callback } = wanted(this, account);
	const testWith = isTest(this) ? this.getNodeParameter('testWith') : 'real';
	if (testWith === 'signed') return true;
	if (testWith === 'sample') {
		void postSample(this, account, url, this.getNodeParameter('sample') as NotificationOutput);
		return true;
	}
	requirePublicAddress(this, account, url);
	const meta = subscriber(this, account);
	const state = await readSubscriptions(meta);
	const holder = isTest(this) ? loserOf(state, scope) : holderOf(state, scope);
	if (holder && holder !== url) {
		const takeOver = this.getNodeParameter('options.takeOver', false) === true;
		if (isTest(this)) throw heldWhileTesting(this, holder, account, url);
		if (!takeOver && !isOwnTestAddress(holder, url)) throw held(this, holder, scope);
	}
	await subscribe(meta, scope, callback, fields, state);
	return true;
}

/** Takes this address out at WhatsApp, where it is the one that holds the subscription. */
async function remove(this: IHookFunctions): Promise<boolean> {
	if (isTest(this) && this.getNodeParameter('testWith') !== 'real') return true;
	const account = await readReadyAccount(this);
	await unsubscribe(subscriber(this, account), this.getNodeWebhookUrl('default') as string);
	return true;
}

/** Who would miss updates while a test listens: a narrow address takes them from the wider ones. */
function loserOf(state: SubscriptionState, scope: SubscriptionScope): string | undefined {
	const { app, accountOverride, numberOverride } = state;
	if (scope === 'app') return app?.url;
	return (scope === 'number' ? numberOverride : undefined) ?? accountOverride ?? app?.url;
}

type Hook = (this: IHookFunctions) => Promise<boolean>;

/** A hook whose failures are errors of the node, in words. */
export function sayingWhy(hook: Hook): Hook {
	return async function (this: IHookFunctions): Promise<boolean> {
		try {
			return await hook.call(this);
		} catch (error) {
			throw nodeErrorFrom(this, error);
		}
	};
}

function wanted(context: IHookFunctions, account: Account) {
	const outputs = context.getNodeParameter('outputs') as NotificationOutput[];
	const url = context.getNodeWebhookUrl('default') as string;
	const callback: Callback = { url, verifyToken: verifyTokenOf(account) };
	return {
		url,
		callback,
		fields: fieldsFor(outputs),
		scope: context.getNodeParameter('scope') as SubscriptionScope,
	};
}

function subscriber(context: IHookFunctions, account: Account): Subscriber {
	return {
		transport: n8nTransport(context, account.apiUrl),
		version: account.apiVersion,
		appId: account.appId,
		appSecret: secretsOf(account)[0] ?? '',
		businessAccountId: account.businessAccountId,
		phoneNumberId: account.phoneNumberId,
	};
}

async function readReadyAccount(context: IHookFunctions): Promise<Account> {
	const account = await readAccount(context);
	const missing = [
		account.appId ? undefined : 'App ID',
		account.appSecret ? undefined : 'App Secret',
	].filter(Boolean);
	if (missing.length > 0) {
		throw new NodeOperationError(
			context.getNode(),
			`The credential has no ${missing.join(' and no ')}`,
			{
				description:
					'The trigger subscribes with them and proves that an update comes from WhatsApp. Copy them from App settings › Basic of the Meta app.',
			},
		);
	}
	return account;
}

/** Loopback and private ranges, and names without a dot, which only a local network knows. */
const LOCAL = /^(127|10|192\.168|172\.(1[6-9]|2\d|3[01])|169\.254|0)\.|^\[(::1|f[cd])|^[^.[]+$/;

/** Meta calls public https addresses only, and says no more than "Invalid parameter" otherwise. */
function requirePublicAddress(context: IHookFunctions, account: Account, url: string): void {
	if (account.apiUrl !== DEFAULT_API_URL) return;
	const { protocol, hostname } = new URL(url);
	if (protocol === 'https:' && !LOCAL.test(hostname)) return;
	throw new NodeOperationError(context.getNode(), `WhatsApp cannot reach ${url}`, {
		description:
			'It calls public https addresses only. Set the environment variable WEBHOOK_URL of your n8n to its public address and start it again.',
	});
}

/** A test of this same node that ended without tidying up is no rival. */
function isOwnTestAddress(holder: string, url: string): boolean {
	return holder.replace('/webhook-test/', '/webhook/') === url;
}

function held(
	context: IHookFunctions,
	holder: string,
	scope: SubscriptionScope,
): NodeOperationError {
	const others = scope === 'app' ? 'choose “The Account” or “The Number” under Receive For, ' : '';
	const message = `Another address already receives these updates: ${holder}. Nothing was changed. Unpublish that workflow, ${others}or switch on the option Take Over the Subscription.`;
	return new NodeOperationError(context.getNode(), message);
}

/** n8n shows the message of such an error and not its description, so the message says all. */
function heldWhileTesting(
	context: IHookFunctions,
	holder: string,
	account: Account,
	url: string,
): NodeOperationError {
	const message = `The updates go to ${holder}, and still do: nothing was changed. To test here, set When Testing Here to “A Sample” or “A Signed Request of My Own”.`;
	return new NodeOperationError(context.getNode(), message, {
		description: `A request to post: ${signedRequest(account, url, 'statuses')}`,
	});
}

/** What n8n calls when the workflow is published, tested and taken back. */
export const lifecycle = {
	checkExists: sayingWhy(checkExists),
	create: sayingWhy(create),
	delete: sayingWhy(remove),
};
