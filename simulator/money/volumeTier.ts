import type { PricingCategory } from './quote.ts';

/**
 * First volume tiers of October 2026, utility and authentication, by market. Source: reference §6;
 * those of other markets are not known. The simulator charges the first tier throughout.
 */
const FIRST: Readonly<Record<string, readonly [number, number]>> = {
	Brazil: [250_000, 500_000],
	Mexico: [1_000_000, 250_000],
	Colombia: [100_000, 120_000],
	Argentina: [100_000, 120_000],
	Chile: [100_000, 120_000],
	Peru: [100_000, 120_000],
	'Rest of Latin America': [100_000, 120_000],
};

/** `0:250000`, the tier a charged message falls into; marketing has none. */
export function tierOf(market: string | undefined, category: PricingCategory): string {
	const [utility, authentication] = FIRST[market ?? ''] ?? [];
	const upper =
		category === 'UTILITY'
			? utility
			: category.startsWith('AUTHENTICATION')
				? authentication
				: undefined;
	return `0:${upper ?? 'MAX'}`;
}
