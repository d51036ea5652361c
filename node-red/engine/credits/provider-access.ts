import { balanceSources } from '../../../core/credits/balance';
import type { BalanceSourceId } from '../../../core/credits/balance/balance';

/** Type of the config node that holds what a provider asks for. */
export const PROVIDER_TYPE = 'whatsapp-credit-provider';

/** Stripe is no source of a balance: its secret proves that a payment is one. */
export const STRIPE = 'stripe';

/** What an account with a provider asks for, by the names of core's fields. */
export interface ProviderAccess {
	/** A source of core's, or {@link STRIPE}. */
	provider: string;
	values: Record<string, string>;
}

/** Every field of every provider has a name of its own: choosing another one must not hand it a key of the first. */
export const credentialName = (provider: string, field: string): string => `${provider}_${field}`;

/** What Node-RED keeps as credentials of the config node, and never in the flow. */
export function providerCredentials(): Record<string, { type: 'text' | 'password' }> {
	const all: Record<string, { type: 'text' | 'password' }> = {
		[credentialName(STRIPE, 'webhookSecret')]: { type: 'password' },
	};
	for (const { id, fields } of balanceSources) {
		for (const { name, secret } of fields) {
			all[credentialName(id, name)] = { type: secret ? 'password' : 'text' };
		}
	}
	return all;
}

/** The fields of one provider out of all that is kept. */
export function accessOf(provider: string, stored: Record<string, unknown>): ProviderAccess {
	const start = credentialName(provider, '');
	const values = Object.entries(stored)
		.filter(([name, value]) => name.startsWith(start) && typeof value === 'string')
		.map(([name, value]) => [name.slice(start.length), String(value).trim()]);
	return { provider, values: Object.fromEntries(values) as Record<string, string> };
}

export const isBalanceSource = (provider: string): provider is BalanceSourceId =>
	balanceSources.some(({ id }) => id === provider);
