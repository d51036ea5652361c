import type { World } from '../world.ts';

/** People a day outside their window, by tier; the last has no limit. Source: reference §5, §6. */
export const TIERS: Readonly<Record<string, number | null>> = {
	TIER_250: 250,
	TIER_2K: 2000,
	TIER_10K: 10_000,
	TIER_100K: 100_000,
	TIER_UNLIMITED: null,
};

const DAY_MS = 24 * 3_600_000;

/** The messaging limit; numbers that send 1,000 a second are of the unlimited tier. */
export function messagingTier(world: World, phoneNumberId?: string): string {
	const throughput = world.settings.throughput[phoneNumberId ?? ''] ?? 80;
	return world.account.state.tier ?? (throughput >= 1000 ? 'TIER_UNLIMITED' : 'TIER_10K');
}

/** Different people reached outside their window in the last 24 hours. */
export function reachedToday(world: World): number {
	return world.money.charges.reachedOutside(world.clock.now() - DAY_MS);
}
