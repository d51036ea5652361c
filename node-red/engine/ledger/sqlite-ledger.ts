import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { randomBytes } from 'node:crypto';
import type { ClaimResult, DeliveryLedger } from '../../../core/ledger/ledger';
import type { CreditStore } from '../credits/credit-store';
import { sqliteCreditStore } from '../credits/sqlite-credit-store';
import type { EventStore } from '../events/event-store';
import { sqliteEventStore } from '../events/sqlite-event-store';
import type { NotificationStore } from '../notifications/notification-store';
import { sqliteNotificationStore } from '../notifications/sqlite-notification-store';
import type { OptOutStore } from '../people/opt-out-store';
import { forgetInFile, type ForgottenRows } from '../people/personal-tables';
import { sqliteOptOutStore } from '../people/sqlite-opt-out-store';
import { sqliteTemplateStore } from '../templates/sqlite-template-store';
import type { TemplateStore } from '../templates/template-store';
import type { DeliveryStore, LedgerOptions } from './delivery-store';
import { inTransaction } from './in-transaction';

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

	/** Read when the file is opened: later it may be locked, and no message could be told from another. */
	private readonly storedHashKey: string;

	private waiting: WaitingClaim[] = [];

	private templateStore: TemplateStore | undefined;

	private optOutStore: OptOutStore | undefined;

	private creditStore: CreditStore | undefined;

	private eventStore: EventStore | undefined;

	private notificationStore: NotificationStore | undefined;

	constructor(
		private readonly database: DatabaseSync,
		private readonly now: () => number = Date.now,
	) {
		database.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL;');
		database.exec(SCHEMA);
		this.storedHashKey = this.readHashKey();
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
		return this.storedHashKey;
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
				inTransaction(this.database, () => {
					for (const key of keys) this.statements.release.run(key);
				});
			},
			leaveUnsettled: async (keys) => this.land(keys),
		};
	}

	async settle(keys: readonly string[]): Promise<void> {
		this.land(keys);
		const now = this.now();
		inTransaction(this.database, () => {
			for (const key of keys) this.statements.settle.run(now, key);
		});
	}

	templates(): TemplateStore {
		return (this.templateStore ??= sqliteTemplateStore(this.database, this.now));
	}

	notifications(): NotificationStore {
		return (this.notificationStore ??= sqliteNotificationStore(this.database, this.now));
	}

	optOuts(): OptOutStore {
		return (this.optOutStore ??= sqliteOptOutStore(this.database));
	}

	async forgetPerson(person: string, defaultCountry?: string): Promise<ForgottenRows[]> {
		const whom = { person, hashKey: await this.hashKey(), defaultCountry };
		return inTransaction(this.database, () => forgetInFile(this.database, whom));
	}

	credits(): CreditStore {
		return (this.creditStore ??= sqliteCreditStore(this.database, this.now));
	}

	events(): EventStore {
		return (this.eventStore ??= sqliteEventStore(this.database, this.now));
	}

	/**
	 * Claims of one moment are written together, and reach the disk before any of their messages
	 * leaves: after a power failure nothing is sent twice. How a delivery ended may be lost then, which
	 * reads `unknown`.
	 */
	private claimWaiting(): void {
		const claims = this.waiting;
		this.waiting = [];
		// Of this transaction: they count as under way only once it is on the disk.
		const taken = new Set<string>();
		try {
			const answers = this.reachingDisk(() => {
				this.tidy();
				return claims.map((claim) => claim.keys.map((key) => this.claimOne(key, claim, taken)));
			});
			for (const key of taken) this.inFlight.add(key);
			claims.forEach(({ resolve }, index) => resolve(answers[index] as ClaimResult[]));
		} catch (error) {
			for (const { reject } of claims) reject(error);
		}
	}

	private reachingDisk<T>(task: () => T): T {
		this.database.exec('PRAGMA synchronous = FULL');
		try {
			return inTransaction(this.database, task);
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

	/** Made by the process that comes first; the others read it. */
	private readHashKey(): string {
		const select = this.database.prepare('SELECT value FROM settings WHERE name = ?');
		const insert = this.database.prepare('INSERT OR IGNORE INTO settings VALUES (?, ?)');
		insert.run('hash_key', randomBytes(32).toString('hex'));
		return String(select.get('hash_key')?.value);
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
}

interface WaitingClaim {
	keys: string[];
	options: LedgerOptions;
	resolve: (results: ClaimResult[]) => void;
	reject: (error: unknown) => void;
}
