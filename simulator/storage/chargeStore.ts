import type { StatementSync } from 'node:sqlite';
import type { PricingCategory, PricingType, Quote } from '../money/quote.ts';
import type { Database } from './database.ts';

/** What one message costs: promised when it is accepted, charged when it is delivered. */
export interface Charge extends Quote {
	messageId: string;
	at: number;
	delivered: boolean;
	waId: string;
	phoneNumberId: string;
	/** Who pays: the funding of the account at that time. */
	funding: string;
	/** Whether it went to somebody whose window was not open. */
	outside: boolean;
	/** `2026-10`, in the account's time zone. */
	month: string;
}

/** Every charge, oldest first. */
export class ChargeStore {
	readonly #database: Database;
	readonly #put: StatementSync;
	readonly #byId: StatementSync;

	constructor(database: Database) {
		this.#database = database;
		this.#put = database.prepare(
			`INSERT INTO charge (id, at, delivered, wa_id, phone, country, market, category, type,
				price, currency, card, funding, outside, month)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (id) DO UPDATE SET at = excluded.at, delivered = excluded.delivered,
				country = excluded.country, market = excluded.market, category = excluded.category,
				type = excluded.type, price = excluded.price, currency = excluded.currency,
				card = excluded.card, funding = excluded.funding, month = excluded.month`,
		);
		this.#byId = database.prepare('SELECT * FROM charge WHERE id = ?');
	}

	put(charge: Charge): void {
		this.#database.write();
		this.#put.run(
			charge.messageId,
			charge.at,
			charge.delivered ? 1 : 0,
			charge.waId,
			charge.phoneNumberId,
			charge.country,
			charge.market ?? null,
			charge.category,
			charge.type,
			charge.price ?? null,
			charge.currency,
			charge.card ?? null,
			charge.funding,
			charge.outside ? 1 : 0,
			charge.month,
		);
	}

	get(messageId: string): Charge | undefined {
		const row = this.#byId.get(messageId);
		return row && read(row);
	}

	/** What was delivered from then to then. */
	delivered(from: number, until: number): Charge[] {
		return this.#database
			.prepare('SELECT * FROM charge WHERE delivered = 1 AND at >= ? AND at < ? ORDER BY at')
			.all(from, until)
			.map(read);
	}

	/** The newest charges, newest first. */
	newest(limit: number): Charge[] {
		return this.#database
			.prepare('SELECT * FROM charge WHERE delivered = 1 ORDER BY at DESC, number DESC LIMIT ?')
			.all(limit)
			.map(read);
	}

	/** Sums by funding, and whether delivered. */
	sums(): Array<{ funding: string; delivered: boolean; price: number }> {
		return this.#database
			.prepare('SELECT funding, delivered, sum(price) AS price FROM charge GROUP BY 1, 2')
			.all()
			.map((row) => ({
				funding: String(row['funding']),
				delivered: row['delivered'] === 1,
				price: Number(row['price'] ?? 0),
			}));
	}

	/** Free service messages of a number in a month, promised ones included when asked. */
	freeService(phoneNumberId: string, month: string, promised: boolean): number {
		const row = this.#database
			.prepare(
				`SELECT count(*) AS count FROM charge WHERE phone = ? AND month = ? AND category = 'SERVICE'
				AND type = 'FREE_CUSTOMER_SERVICE' AND delivered >= ?`,
			)
			.get(phoneNumberId, month, promised ? 0 : 1);
		return Number(row?.['count'] ?? 0);
	}

	/** Different people that messages reached outside their window since then. */
	reachedOutside(since: number): number {
		const row = this.#database
			.prepare(
				'SELECT count(DISTINCT wa_id) AS count FROM charge WHERE delivered = 1 AND outside = 1 AND at > ?',
			)
			.get(since);
		return Number(row?.['count'] ?? 0);
	}

	empty(): void {
		this.#database.write();
		this.#database.prepare('DELETE FROM charge').run();
	}
}

function read(row: Record<string, unknown>): Charge {
	const text = (name: string) => (row[name] === null ? undefined : String(row[name]));
	const [market, card] = [text('market'), text('card')];
	return {
		messageId: String(row['id']),
		at: Number(row['at']),
		delivered: row['delivered'] === 1,
		waId: String(row['wa_id']),
		phoneNumberId: String(row['phone']),
		country: String(row['country']),
		category: String(row['category']) as PricingCategory,
		type: String(row['type']) as PricingType,
		price: row['price'] === null ? undefined : Number(row['price']),
		currency: String(row['currency']),
		funding: String(row['funding']),
		outside: row['outside'] === 1,
		month: String(row['month']),
		...(market === undefined ? {} : { market }),
		...(card === undefined ? {} : { card }),
	};
}
