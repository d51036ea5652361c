import { randomBytes } from 'node:crypto';
import type { NodeContextData } from 'node-red';
import type { ClaimResult, DeliveryLedger } from '../../../core/ledger/ledger';
import { contextCreditStore } from '../credits/context-credit-store';
import type { CreditStore } from '../credits/credit-store';
import { contextEventStore } from '../events/context-event-store';
import type { EventStore } from '../events/event-store';
import { contextNotificationStore } from '../notifications/context-notification-store';
import type { NotificationStore } from '../notifications/notification-store';
import { contextOptOutStore } from '../people/context-opt-out-store';
import type { OptOutStore } from '../people/opt-out-store';
import { forgetInContext, type ForgottenRows } from '../people/personal-tables';
import { contextTemplateStore } from '../templates/context-template-store';
import type { TemplateStore } from '../templates/template-store';
import type { DeliveryStore, LedgerOptions } from './delivery-store';

/** Name of the value in the global context. */
const NAME = 'whatsappEventsDeliveries';

/** Only JSON survives a context store that writes files. */
interface Stored {
	hashKey: string;
	/** Key, expiry in milliseconds, 1 where settled. */
	deliveries: Array<[key: string, expiresAt: number, settled: 0 | 1]>;
}

interface Delivery {
	expiresAt: number;
	settled: boolean;
}

/**
 * Deliveries in Node-RED's global context, for a Node.js without SQLite. As durable as the configured
 * store: the default one forgets everything at a restart, and the file store loses up to half a
 * minute at a crash. The status of the nodes says so.
 */
export class ContextLedger implements DeliveryStore {
	readonly kind = 'context';

	private readonly inFlight = new Set<string>();

	private templateStore: TemplateStore | undefined;

	private optOutStore: OptOutStore | undefined;

	private creditStore: CreditStore | undefined;

	private eventStore: EventStore | undefined;

	private notificationStore: NotificationStore | undefined;

	private loaded: Promise<{ hashKey: string; deliveries: Map<string, Delivery> }> | undefined;

	constructor(
		private readonly context: Pick<NodeContextData, 'get' | 'set'>,
		private readonly now: () => number = Date.now,
	) {}

	async hashKey(): Promise<string> {
		return (await this.load()).hashKey;
	}

	ledger(options: LedgerOptions): DeliveryLedger {
		return {
			claim: async (keys) => await this.claim(keys, options),
			settle: async (keys) => await this.settle(keys),
			release: async (keys) => {
				this.land(keys);
				await this.change((deliveries) => keys.forEach((key) => deliveries.delete(key)));
			},
			leaveUnsettled: async (keys) => this.land(keys),
		};
	}

	async settle(keys: readonly string[]): Promise<void> {
		this.land(keys);
		await this.change((deliveries) => {
			for (const key of keys) {
				const delivery = deliveries.get(key);
				if (delivery) delivery.settled = true;
			}
		});
	}

	templates(): TemplateStore {
		return (this.templateStore ??= contextTemplateStore(this.context, this.now));
	}

	notifications(): NotificationStore {
		return (this.notificationStore ??= contextNotificationStore(this.context));
	}

	optOuts(): OptOutStore {
		return (this.optOutStore ??= contextOptOutStore(this.context));
	}

	async forgetPerson(person: string, defaultCountry?: string): Promise<ForgottenRows[]> {
		const whom = { person, hashKey: await this.hashKey(), defaultCountry };
		return await forgetInContext(this.context, whom);
	}

	credits(): CreditStore {
		return (this.creditStore ??= contextCreditStore(this.context, this.now));
	}

	events(): EventStore {
		return (this.eventStore ??= contextEventStore(this.context, this.now));
	}

	private async claim(keys: string[], options: LedgerOptions): Promise<ClaimResult[]> {
		const before = new Map<string, Delivery | undefined>();
		try {
			// Decided in one go, without waiting in between: nobody else can claim the same key meanwhile.
			return await this.change((deliveries) =>
				keys.map((key) => {
					const known = deliveries.get(key);
					const result = this.claimOne(key, deliveries, options);
					if (result === 'claimed') before.set(key, known);
					return result;
				}),
			);
		} catch (error) {
			await this.takeBack(before);
			throw error;
		}
	}

	/** Claims that could not be written: nothing of them has left, so the next run may send them. */
	private async takeBack(claims: ReadonlyMap<string, Delivery | undefined>): Promise<void> {
		if (claims.size === 0) return;
		const { deliveries } = await this.load();
		for (const [key, before] of claims) {
			this.inFlight.delete(key);
			if (before) deliveries.set(key, before);
			else deliveries.delete(key);
		}
	}

	private claimOne(
		key: string,
		deliveries: Map<string, Delivery>,
		{ rememberMs, sendAgain }: LedgerOptions,
	): ClaimResult {
		if (this.inFlight.has(key)) return 'duplicate';
		const known = deliveries.get(key);
		if (known && known.expiresAt > this.now() && !sendAgain) {
			return known.settled ? 'duplicate' : 'unknown';
		}
		deliveries.set(key, { expiresAt: this.now() + rememberMs, settled: false });
		this.inFlight.add(key);
		return 'claimed';
	}

	private async change<T>(task: (deliveries: Map<string, Delivery>) => T): Promise<T> {
		const { hashKey, deliveries } = await this.load();
		const result = task(deliveries);
		for (const [key, { expiresAt }] of deliveries) {
			if (expiresAt <= this.now()) deliveries.delete(key);
		}
		await this.write({
			hashKey,
			deliveries: [...deliveries].map(([key, d]) => [key, d.expiresAt, d.settled ? 1 : 0]),
		});
		return result;
	}

	private load() {
		this.loaded ??= this.read().then(async (stored) => {
			const known = stored ?? { hashKey: randomBytes(32).toString('hex'), deliveries: [] };
			if (!stored) await this.write(known);
			const deliveries = new Map(
				known.deliveries.map(([key, expiresAt, settled]) => [
					key,
					{ expiresAt, settled: settled === 1 },
				]),
			);
			return { hashKey: known.hashKey, deliveries };
		});
		// A store that could not be read is asked again.
		this.loaded.catch(() => (this.loaded = undefined));
		return this.loaded;
	}

	private async read(): Promise<Stored | undefined> {
		return await new Promise((resolve, reject) => {
			this.context.get(NAME, (error, value) =>
				error ? reject(error) : resolve(value as Stored | undefined),
			);
		});
	}

	private async write(stored: Stored): Promise<void> {
		await new Promise<void>((resolve, reject) => {
			this.context.set(NAME, stored, (error) => (error ? reject(error) : resolve()));
		});
	}

	private land(keys: readonly string[]): void {
		for (const key of keys) this.inFlight.delete(key);
	}
}
