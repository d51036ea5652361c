import type { DeliveryLedger } from '../../../core/ledger/ledger';
import type { CreditStore } from '../credits/credit-store';
import type { EventStore } from '../events/event-store';
import type { NotificationStore } from '../notifications/notification-store';
import type { OptOutStore } from '../people/opt-out-store';
import type { ForgottenRows } from '../people/personal-tables';
import type { TemplateStore } from '../templates/template-store';

export interface LedgerOptions {
	/** How long a delivery is remembered. */
	rememberMs: number;
	/** Sends what was sent before once more. */
	sendAgain?: boolean;
}

/** Where this Node-RED remembers what it sent: one store for all its nodes and accounts. */
export interface DeliveryStore {
	readonly kind: 'sqlite' | 'context';
	/** A secret of this store: key of the hashes that stand for recipients. */
	hashKey(): Promise<string>;
	ledger(options: LedgerOptions): DeliveryLedger;
	/** A later status proved that these were sent. Keys nobody claimed are left alone. */
	settle(keys: readonly string[]): Promise<void>;
	/** What Manage Template keeps in the same place. */
	templates(): TemplateStore;
	/** Notifications, and what became of each of their people. */
	notifications(): NotificationStore;
	/** Who wants no marketing messages. */
	optOuts(): OptOutStore;
	/**
	 * Removes what is kept of a person: personal-tables.ts. What was sent stays, so that nobody gets it twice,
	 * until it expires; so does that they opted out. Both are hashes.
	 */
	forgetPerson(person: string, defaultCountry?: string): Promise<ForgottenRows[]>;
	/** Purchases, messages that wait for the account, and what was told about it. */
	credits(): CreditStore;
	/** What was seen last of tickets, sessions and sponsors, and when each trigger sent last. */
	events(): EventStore;
}
