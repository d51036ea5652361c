import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { randomBytes } from 'node:crypto';
import type { ClaimResult, DeliveryLedger } from '../../../core/ledger/ledger';
import type { DeliveryStore, LedgerOptions } from './delivery-store';

const SCHEMA = `
	CREATE TABLE IF NOT EXISTS deliveries (
		key TEXT PRIMARY KEY,
		claimed_at INTEGER NOT NULL,
		settled_at INTEGER,
		expires_at INTEGER NOT NULL
	) WITHOUT ROWID;
	CREATE INDEX IF NOT EXISTS deliveries_by_expiry ON deliveries (expires_at);
	CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
	PRAGMA user_version = 1;
`;

/** How often what has expired is deleted. */
const TIDY_EVERY_MS = 60 * 60_000;

/**
 * Deliveries in a SQLite file, shared by every node of this Node-RED. A claim is one row, taken by the
 * insert that succeeds; what a process that died had claimed is still there, and reads `unknown`.
 */
export class SqliteLedger implements DeliveryStore {
	readonly kind = 'sqlite';

	/** Claimed by this process and under way. */
	private readonly inFlight = new Set<string>();

	private readonly statements: Record<'claim' | 'state' | 'settle' | 'release', StatementSync>;

	private tidiedAt = 0;

	private waiting: WaitingClaim[] = [];

	constructor(
		private readonly database: DatabaseSync,
		private readonly now: () => number = Date.now,
	) {
		database.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL;');
		database.exec(SCHEMA);
		this.statements = {
			claim: database.prepare(`
				INSERT INTO deliveries (key, claimed_at, expires_at) VALUES (?, ?, ?)
				ON CONFLICT (key) DO UPDATE
				SET claimed_at = excluded.claimed_at, settled_at = NULL, expires_at = excluded.expires_at
				WHERE deliveries.expires_at <= excluded.claimed_at`),
			state: database.prepare('SELECT settled_at FROM deliveries WHERE key = ?'),
			settle: database.prepare(
				'UPDATE deliveries SET settled_at = ? WHERE key = ? AND settled_at IS NULL',
			),
			release: database.prepare('DELETE FROM deliveries WHERE key = ?'),
		};
	}

	async hashKey(): Promise<string> {
		const select = this.database.prepare('SELECT value FROM settings WHERE name = ?');
		const insert = this.database.prepare('INSERT OR IGNORE INTO settings VALUES (?, ?)');
		insert.run('hash_key', randomBytes(32).toString('hex'));
		return String(select.get('hash_key')?.value);
	}

	ledger(options: LedgerOptions): DeliveryLedger {
		return {
			claim: async (keys) =>
				await new Promise((resolve, reject) => {
					this.waiting.push({ keys, options, resolve, reject });
					if (this.waiting.length === 1) setImmediate(() => this.claimWaiting());
				}),
			settle: async (keys) => await this.settle(keys),
			release: async (keys) => {
				this.land(keys);
				this.inTransaction(() => {
					for (const key of keys) this.statements.release.run(key);
				});
			},
			leaveUnsettled: async (keys) => this.land(keys),
		};
	}

	async settle(keys: readonly string[]): Promise<void> {
		this.land(keys);
		const now = this.now();
		this.inTransaction(() => {
			for (const key of keys) this.statements.settle.run(now, key);
		});
	}

	/**
	 * Claims of one moment are written together, and reach the disk before any of their messages
	 * leaves: after a power failure nothing is sent twice. How a delivery ended may be lost then, which
	 * reads `unknown`.
	 */
	private claimWaiting(): void {
		const claims = this.waiting;
		this.waiting = [];
		try {
			this.database.exec('PRAGMA synchronous = FULL');
			const answers = this.inTransaction(() => {
				this.tidy();
				// Of this transaction: they count as under way only once it is on the disk.
				const taken = new Set<string>();
				return claims.map((claim) => claim.keys.map((key) => this.claimOne(key, claim, taken)));
			});
			claims.forEach(({ keys, resolve }, index) => {
				const results = answers[index] as ClaimResult[];
				keys.forEach((key, i) => results[i] === 'claimed' && this.inFlight.add(key));
				resolve(results);
			});
		} catch (error) {
			for (const { reject } of claims) reject(error);
		} finally {
			this.database.exec('PRAGMA synchronous = NORMAL');
		}
	}

	private claimOne(key: string, { options }: WaitingClaim, taken: Set<string>): ClaimResult {
		if (taken.has(key) || this.inFlight.has(key)) return 'duplicate';
		if (options.sendAgain) this.statements.release.run(key);
		const now = this.now();
		if (this.statements.claim.run(key, now, now + options.rememberMs).changes > 0) {
			taken.add(key);
			return 'claimed';
		}
		return this.statements.state.get(key)?.settled_at == null ? 'unknown' : 'duplicate';
	}

	private tidy(): void {
		const now = this.now();
		if (now - this.tidiedAt < TIDY_EVERY_MS) return;
		this.tidiedAt = now;
		this.database.prepare('DELETE FROM deliveries WHERE expires_at <= ?').run(now);
	}

	private land(keys: readonly string[]): void {
		for (const key of keys) this.inFlight.delete(key);
	}

	private inTransaction<T>(task: () => T): T {
		this.database.exec('BEGIN IMMEDIATE');
		try {
			const result = task();
			this.database.exec('COMMIT');
			return result;
		} catch (error) {
			if (this.database.isTransaction) this.database.exec('ROLLBACK');
			throw error;
		}
	}
}

interface WaitingClaim {
	keys: string[];
	options: LedgerOptions;
	resolve: (results: ClaimResult[]) => void;
	reject: (error: unknown) => void;
}
