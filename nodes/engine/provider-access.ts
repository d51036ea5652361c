import type { FunctionsBase } from 'n8n-workflow';
import { balanceSources } from '../../core/credits/balance';
import type { BalanceSourceId } from '../../core/credits/balance/balance';

/** Name of the credential for providers, and for Stripe. */
export const PROVIDER_CREDENTIAL = 'whatsAppCreditProviderApi';

/** Meta is asked with the account's own credential, and own credits are in a table. */
export const providers = balanceSources.filter(({ id }) => id !== 'meta' && id !== 'prepaid');

type Data = Readonly<Record<string, unknown>>;

/** Each provider has fields of its own: a key typed in for one must never be sent to another. */
export const providerField = (provider: string, field: string): string =>
	`${provider}${field.charAt(0).toUpperCase()}${field.slice(1)}`;

export interface ProviderAccess {
	source: BalanceSourceId;
	access: Record<string, string>;
}

/** The credential → which provider, and its fields as core names them; undefined for Stripe's. */
export function providerAccess(data: Data): ProviderAccess | undefined {
	const source = providers.find(({ id }) => id === data.provider);
	if (!source) return undefined;
	const typed = source.fields.map(({ name }) => [
		name,
		String(data[providerField(source.id, name)] ?? '').trim(),
	]);
	return { source: source.id, access: Object.fromEntries(typed) as Record<string, string> };
}

/** @throws {Error} where the credential is the one for Stripe's payments */
export async function readProviderAccess(
	context: Pick<FunctionsBase, 'getCredentials'>,
): Promise<ProviderAccess> {
	const read = providerAccess(await context.getCredentials(PROVIDER_CREDENTIAL));
	if (read) return read;
	throw new Error(
		'This credential is for payments with Stripe, which knows no balance. Choose one of your provider.',
	);
}

export async function readStripeSecrets(
	context: Pick<FunctionsBase, 'getCredentials'>,
): Promise<string[]> {
	return stripeSecrets(await context.getCredentials(PROVIDER_CREDENTIAL));
}

/** Stripe's webhook secrets, two while one is being renewed; none where the credential is a provider's. */
export const stripeSecrets = ({ provider, stripeWebhookSecret }: Data): string[] =>
	provider === 'stripe'
		? String(stripeWebhookSecret ?? '')
				.split(',')
				.map((secret) => secret.trim())
				.filter(Boolean)
		: [];
