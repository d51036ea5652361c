import { isObject } from '../../templates/json';
import { textAt } from '../../webhooks/json';
import { purchaseFromRow } from '../purchases/purchase-row';
import type { Purchase } from '../purchases/purchase';

/**
 * Rows of the table of purchases, however they were handed over: a list, one row, or JSON as text. Rows without a
 * payment are none: a table that is empty gives an item all the same.
 *
 * @throws {Error} for a row that names a payment and cannot be read: it is worth something, and nobody knows what
 */
export function purchasesOf(given: unknown): Purchase[] {
	const rows = typeof given === 'string' ? parsed(given) : given;
	return (Array.isArray(rows) ? rows : [rows])
		.map((row: unknown) => (isObject(row) && isObject(row.json) ? row.json : row))
		.filter(isObject)
		.filter((row) => textAt(row, 'payment_id') !== undefined)
		.map((row) => {
			const purchase = purchaseFromRow(row);
			if (purchase) return purchase;
			throw new Error(
				`The purchase “${textAt(row, 'payment_id')}” lacks its credits, its amount, its currency or its time. Correct its row in the table of purchases, e.g. 40, 80, USD, 2026-10-01T09:00:00Z.`,
			);
		});
}

function parsed(text: string): unknown {
	if (text.trim() === '') return [];
	try {
		return JSON.parse(text);
	} catch {
		throw new Error(
			'The purchases are no list of rows. Read them with a step before, and name that step in the expression.',
		);
	}
}
