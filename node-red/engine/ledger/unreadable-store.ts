import type { DeliveryLedger } from '../../../core/ledger/ledger';
import type { CreditStore } from '../credits/credit-store';
import type { EventStore } from '../events/event-store';
import type { NotificationStore } from '../notifications/notification-store';
import type { OptOutStore } from '../people/opt-out-store';
import type { ForgottenRows } from '../people/personal-tables';
import type { TemplateStore } from '../templates/template-store';
import type { DeliveryStore, LedgerOptions } from './delivery-store';

/**
 * A file that is there and cannot be opened: locked by another program, damaged, not ours to read. It is
 * tried again each time something is to be sent, and until it opens nothing is: without it nobody
 * can say who got what already.
 */
export class UnreadableStore implements DeliveryStore {
	readonly kind = 'sqlite';

	private opened: DeliveryStore | undefined;

	constructor(
		private readonly file: string,
		private readonly open: () => DeliveryStore,
	) {}

	async hashKey(): Promise<string> {
		return await this.store().hashKey();
	}

	ledger(options: LedgerOptions): DeliveryLedger {
		return this.store().ledger(options);
	}

	async settle(keys: readonly string[]): Promise<void> {
		await this.store().settle(keys);
	}

	templates(): TemplateStore {
		return this.store().templates();
	}

	notifications(): NotificationStore {
		return this.store().notifications();
	}

	optOuts(): OptOutStore {
		return this.store().optOuts();
	}

	async forgetPerson(person: string, defaultCountry?: string): Promise<ForgottenRows[]> {
		return await this.store().forgetPerson(person, defaultCountry);
	}

	credits(): CreditStore {
		return this.store().credits();
	}

	events(): EventStore {
		return this.store().events();
	}

	/** @throws {Error} while the file cannot be opened */
	private store(): DeliveryStore {
		try {
			this.opened ??= this.open();
			return this.opened;
		} catch (error) {
			const why = error instanceof Error ? error.message : String(error);
			throw new Error(`${this.file} cannot be opened: ${why}`);
		}
	}
}
