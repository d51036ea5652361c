/** Credits somebody bought: one row in the flow's table, or in the SQLite file. */
export interface Purchase {
	/** Of the payment, not of the event that told of it: what makes a repeat a repeat. */
	paymentId: string;
	credits: number;
	/** What the credits cost, without tax and fee: that much can be spent. In `currency`. */
	amount: number;
	/** ISO 4217, upper case. */
	currency: string;
	/** ISO 8601. */
	paidAt: string;
	by: 'stripe' | 'hand';
	note?: string;
}
