import type { BalanceSourceId } from '../../../core/credits/balance/balance';
import { NodeFailure } from '../node-failure';
import { isBalanceSource, type ProviderAccess } from './provider-access';

/**
 * Who is asked for the balance.
 *
 * @throws {NodeFailure} where a provider is to be asked and none is chosen
 */
export function sourceOf(
	from: 'meta' | 'prepaid' | 'provider' = 'meta',
	provider: ProviderAccess | undefined,
): { source: BalanceSourceId; access: Record<string, string> } {
	const isMeta = provider?.provider === 'meta' || provider?.provider === 'prepaid';
	if (from !== 'provider') {
		return { source: from, access: isMeta && provider.provider === from ? provider.values : {} };
	}
	if (!provider || !isBalanceSource(provider.provider)) {
		throw new NodeFailure(
			'No provider is chosen that could be asked for a balance. Open the node and choose one.',
			'provider_missing',
		);
	}
	return { source: provider.provider, access: provider.values };
}
