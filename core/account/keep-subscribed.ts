import { DEFAULT_API_URL } from '../graph/address';
import type { Transport } from '../ports';
import { currentSecretOf, type Account } from './account';
import {
	holderOf,
	isSubscribed,
	readSubscriptions,
	subscribe,
	type Callback,
	type Subscriber,
	type SubscriptionScope,
} from './subscriptions';

/** What a trigger wants sent to its address. */
export interface WantedSubscription {
	scope: SubscriptionScope;
	callback: Callback;
	/** Webhook fields; see `fieldsFor`. */
	fields: readonly string[];
	/** Takes the subscription from another address that holds it. */
	takeOver: boolean;
}

/** Why an address was not subscribed, in words; nothing was changed. */
export class SubscriptionRefused extends Error {
	constructor(
		readonly reason: 'not_ready' | 'not_public' | 'held',
		message: string,
		readonly whatToDo: string,
	) {
		super(message);
		this.name = 'SubscriptionRefused';
	}
}

export function subscriberFor(account: Account, transport: Transport): Subscriber {
	const { apiVersion: version, appId, businessAccountId, phoneNumberId } = account;
	const appSecret = currentSecretOf(account);
	return { transport, version, appId, appSecret, businessAccountId, phoneNumberId };
}

/**
 * Subscribes an address unless it is subscribed already. What another address holds is left to it,
 * unless `takeOver` says otherwise or the holder is only this node's own test address.
 *
 * @param isOwn whether an address belongs to this same node
 * @throws {SubscriptionRefused} when another address holds it, or WhatsApp could never call this one
 * @throws {GraphCallError} when Meta refuses
 */
export async function keepSubscribed(
	account: Account,
	subscriber: Subscriber,
	wanted: WantedSubscription,
	isOwn: (address: string) => boolean = () => false,
): Promise<'already' | 'subscribed'> {
	requireReady(account);
	requirePublicAddress(account.apiUrl, wanted.callback.url);
	const { scope, callback, fields } = wanted;
	const state = await readSubscriptions(subscriber);
	if (isSubscribed(state, scope, callback.url, fields)) return 'already';
	const holder = holderOf(state, scope);
	if (holder && holder !== callback.url && !wanted.takeOver && !isOwn(holder)) {
		throw held(holder, scope);
	}
	await subscribe(subscriber, scope, callback, fields, state);
	return 'subscribed';
}

/** @throws {SubscriptionRefused} when the account lacks what a subscription and its updates need */
export function requireReady(account: Account): void {
	const missing = [
		account.appId ? undefined : 'App ID',
		account.appSecret ? undefined : 'App Secret',
	].filter(Boolean);
	if (missing.length === 0) return;
	throw new SubscriptionRefused(
		'not_ready',
		`The account has no ${missing.join(' and no ')}`,
		'The trigger subscribes with them and proves that an update comes from WhatsApp. Copy them from App settings › Basic of the Meta app.',
	);
}

/** Loopback and private ranges, and names without a dot, which only a local network knows. */
const LOCAL = /^(127|10|192\.168|172\.(1[6-9]|2\d|3[01])|169\.254|0)\.|^\[(::1|f[cd])|^[^.[]+$/;

/**
 * Meta calls public https addresses only, and says no more than "Invalid parameter" otherwise.
 *
 * @throws {SubscriptionRefused} when the address is none, and the account is one of Meta's own API
 */
export function requirePublicAddress(apiUrl: string, url: string): void {
	if (apiUrl !== DEFAULT_API_URL) return;
	const { protocol, hostname } = new URL(url);
	if (protocol === 'https:' && !LOCAL.test(hostname)) return;
	throw new SubscriptionRefused(
		'not_public',
		`WhatsApp cannot reach ${url}`,
		'It calls public https addresses only.',
	);
}

function held(holder: string, scope: SubscriptionScope): SubscriptionRefused {
	const others = scope === 'app' ? 'choose “The Account” or “The Number” under Receive For, ' : '';
	return new SubscriptionRefused(
		'held',
		`Another address already receives these updates: ${holder}. Nothing was changed`,
		`Unpublish or delete the trigger that receives there, ${others}or switch on Take Over the Subscription.`,
	);
}
