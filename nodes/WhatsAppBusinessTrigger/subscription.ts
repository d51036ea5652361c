import type { IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { verifyTokenOf, type Account } from '../../core/account/account';
import {
	keepSubscribed,
	requirePublicAddress,
	requireReady,
	subscriberFor,
	type SubscriptionRefused,
	type WantedSubscription,
} from '../../core/account/keep-subscribed';
import {
	fieldsFor,
	isSubscribed,
	readSubscriptions,
	unsubscribe,
	type SubscriptionScope,
	type SubscriptionState,
} from '../../core/account/subscriptions';
import type { NotificationOutput } from '../../core/webhooks/notification';
import { signedRequest, signedSample } from '../../core/webhooks/signed-sample';
import { readAccount } from '../engine/account';
import { n8nLogger } from '../engine/logger';
import { nodeErrorFrom } from '../engine/node-error';
import { n8nTransport } from '../engine/transport';
import { postSample } from './test-request';

const isTest = (context: IHookFunctions) => context.getActivationMode() === 'manual';

/** Whether WhatsApp already sends everything wanted to this address. */
async function checkExists(this: IHookFunctions): Promise<boolean> {
	const account = await readReadyAccount(this);
	if (isTest(this) && this.getNodeParameter('testWith') !== 'real') return false;
	const { scope, callback, fields } = wanted(this, account);
	const state = await readSubscriptions(subscriber(this, account));
	return isSubscribed(state, scope, callback.url, fields);
}

/**
 * Subscribes this workflow's address. A test never takes over what another address holds: it says who
 * holds it, and offers a sample and a signed request instead.
 */
async function create(this: IHookFunctions): Promise<boolean> {
	const account = await readReadyAccount(this);
	const subscription = wanted(this, account);
	const { url } = subscription.callback;
	const testWith = isTest(this) ? this.getNodeParameter('testWith') : 'real';
	if (testWith === 'signed') return true;
	if (testWith === 'sample') {
		void postSample(this, account, url, this.getNodeParameter('sample') as NotificationOutput);
		return true;
	}
	requireReachable(this, account, url);
	const meta = subscriber(this, account);
	if (isTest(this)) {
		const loser = loserOf(await readSubscriptions(meta), subscription.scope);
		if (loser && loser !== url) throw heldWhileTesting(this, loser, account, url);
	}
	// A test of this same node that ended without tidying up is no rival.
	const isOwn = (address: string) => address.replace('/webhook-test/', '/webhook/') === url;
	await keepSubscribed(account, meta, subscription, isOwn);
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
function sayingWhy(hook: Hook, failed = 'The workflow was not published'): Hook {
	return async function (this: IHookFunctions): Promise<boolean> {
		try {
			return await hook.call(this);
		} catch (error) {
			const failure = nodeErrorFrom(this, error);
			if (!isTest(this)) logWhy(this, failed, failure);
			throw failure;
		}
	};
}

/** n8n publishes in the background, and shows which trigger failed, and not why. */
function logWhy(context: IHookFunctions, failed: string, why: NodeOperationError): void {
	const { message, description } = why;
	n8nLogger(context).warn([failed, message, description].filter(Boolean).join('. '));
}

function wanted(context: IHookFunctions, account: Account): WantedSubscription {
	return {
		scope: context.getNodeParameter('scope') as SubscriptionScope,
		callback: {
			url: context.getNodeWebhookUrl('default') as string,
			verifyToken: verifyTokenOf(account),
		},
		fields: fieldsFor(context.getNodeParameter('outputs') as NotificationOutput[]),
		takeOver: !isTest(context) && context.getNodeParameter('options.takeOver', false) === true,
	};
}

const subscriber = (context: IHookFunctions, account: Account) =>
	subscriberFor(account, n8nTransport(context, account.apiUrl));

async function readReadyAccount(context: IHookFunctions): Promise<Account> {
	const account = await readAccount(context);
	requireReady(account);
	return account;
}

function requireReachable(context: IHookFunctions, account: Account, url: string): void {
	try {
		requirePublicAddress(account.apiUrl, url);
	} catch (error) {
		const { message, whatToDo } = error as SubscriptionRefused;
		throw new NodeOperationError(context.getNode(), message, {
			description: `${whatToDo} Set the environment variable WEBHOOK_URL of your n8n to its public address and start it again.`,
		});
	}
}

/** n8n shows the message of such an error and not its description, so the message says all. */
function heldWhileTesting(
	context: IHookFunctions,
	holder: string,
	account: Account,
	url: string,
): NodeOperationError {
	const message = `The updates go to ${holder}, and still do: nothing was changed. To test here, set When Testing Here to “A Sample” or “A Signed Request of My Own”.`;
	const sample = signedSample(account, 'statuses', Date.now());
	return new NodeOperationError(context.getNode(), message, {
		description: `A request to post: ${signedRequest(sample, url)}`,
	});
}

/** What n8n calls when the workflow is published, tested and taken back. */
export const lifecycle = {
	checkExists: sayingWhy(checkExists),
	create: sayingWhy(create),
	delete: sayingWhy(remove, 'The subscription was not ended'),
};
