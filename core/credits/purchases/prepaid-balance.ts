/** What was spent in a stretch of time, as pricing_analytics says or as the rate card estimates. */
export interface KnownSpend {
	/** ISO 4217. */
	currency: string;
	/** Absent where it cannot be known, and then `why` says why. Unknown is never zero. */
	amount?: number;
	/** The costs are hidden (a partner's credit line), so the amount comes from the rate card. */
	estimated?: boolean;
	why?: string;
}
