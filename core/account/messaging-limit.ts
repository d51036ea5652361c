import type { MessagingLimit } from './account-health';

/**
 * `TIER_2K` and what one knows was used → how many people may still be written to. Source: Meta, "Messaging limits":
 * unique people outside a customer service window in a moving 24 hours, since 2025-10-07 of the whole portfolio.
 *
 * @param usedToday as far as known; other engines and other accounts of the portfolio use the same limit
 */
export function messagingLimit(tier: string | undefined, usedToday?: number): MessagingLimit {
	const most = peopleOf(tier);
	const known = usedToday !== undefined && Number.isFinite(usedToday) && usedToday >= 0;
	return {
		...(tier === undefined ? {} : { tier }),
		...(most === undefined ? {} : { most }),
		...(known ? { usedToday } : {}),
		...(known && most !== undefined ? { leftToday: Math.max(0, most - usedToday) } : {}),
	};
}

/** `TIER_250` → 250, `TIER_10K` → 10,000, a plain number → itself; undefined for no limit and for what is not known. */
export function peopleOf(tier: string | undefined): number | undefined {
	const [, digits, thousands] = /^(?:TIER_)?(\d{1,9})(K?)$/i.exec(tier ?? '') ?? [];
	return digits === undefined ? undefined : Number(digits) * (thousands ? 1000 : 1);
}

/** Meta writes `TIER_UNLIMITED`. */
export const isUnlimited = (tier: string | undefined): boolean => /UNLIMITED$/i.test(tier ?? '');
