import { asNumber, asText, isObject, textAt } from '../../webhooks/json';
import type { Purchase } from './purchase';

/** A purchase as it stands in the table `whatsapp_purchases` (n8n) or `purchases` (SQLite). */
export interface PurchaseRow {
	payment_id: string;
	credits: number;
	amount: number;
	currency: string;
	/** ISO 8601. */
	paid_at: string;
	by: string;
	note: string;
}

export const rowOfPurchase = (purchase: Purchase): PurchaseRow => ({
	payment_id: purchase.paymentId,
	credits: purchase.credits,
	amount: purchase.amount,
	currency: purchase.currency,
	paid_at: purchase.paidAt,
	by: purchase.by,
	note: purchase.note ?? '',
});

/**
 * A row of the table → a purchase; undefined for one that is none, e.g. a line somebody began by
 * hand. A table that somebody edits has numbers as text and currencies in any case.
 */
export function purchaseFromRow(row: unknown): Purchase | undefined {
	if (!isObject(row)) return undefined;
	const paymentId = textAt(row, 'payment_id');
	const credits = asNumber(row.credits);
	const amount = asNumber(row.amount);
	const currency = textAt(row, 'currency')?.toUpperCase();
	const paidAt = row.paid_at instanceof Date ? isoOf(row.paid_at) : asText(row.paid_at);
	if (!paymentId || credits === undefined || amount === undefined || !currency || !paidAt) {
		return undefined;
	}
	const note = textAt(row, 'note');
	return {
		paymentId,
		credits,
		amount,
		currency,
		paidAt,
		by: textAt(row, 'by') === 'stripe' ? 'stripe' : 'hand',
		...(note === undefined ? {} : { note }),
	};
}

const isoOf = (date: Date): string | undefined =>
	Number.isFinite(date.getTime()) ? date.toISOString() : undefined;

/** All rows of the table; `unreadable` are those that would be missing from the balance without a word. */
export function purchasesFromRows(rows: Iterable<unknown>): {
	purchases: Purchase[];
	unreadable: number;
} {
	const purchases: Purchase[] = [];
	let unreadable = 0;
	for (const row of rows) {
		const purchase = purchaseFromRow(row);
		if (purchase) purchases.push(purchase);
		else unreadable += 1;
	}
	return { purchases, unreadable };
}
