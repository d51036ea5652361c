import type { SettingStore } from '../storage/settingStore.ts';

/** Where webhooks go instead of the app's address. */
export interface Override {
	override_callback_uri: string;
	verify_token: string;
}

/** The app's subscription of the object `whatsapp_business_account`. */
export interface AppSubscription {
	callback_url: string;
	fields: string[];
}

interface Subscribed {
	app?: AppSubscription;
	/** Whether the app is among the account's `subscribed_apps`. */
	account: boolean;
	accountOverride?: Override;
	numberOverrides: Record<string, Override>;
}

/** Overrides cover messages only; template and account fields go to the app. Source: reference §3. */
const OVERRIDABLE = ['messages'];

/** Who has asked for webhooks, and where they go. */
export class Subscriptions {
	readonly #store: SettingStore;
	#subscribed: Subscribed;

	constructor(store: SettingStore) {
		this.#store = store;
		this.#subscribed = store.read<Subscribed>('subscriptions', none());
	}

	get app(): AppSubscription | undefined {
		return this.#subscribed.app;
	}

	get account(): boolean {
		return this.#subscribed.account;
	}

	get accountOverride(): Override | undefined {
		return this.#subscribed.accountOverride;
	}

	numberOverride(phoneNumberId: string): Override | undefined {
		return this.#subscribed.numberOverrides[phoneNumberId];
	}

	setApp(app: AppSubscription | undefined): void {
		this.#change({ app });
	}

	/** @param override leaving it out clears a present one, as an empty POST does */
	subscribeAccount(override: Override | undefined): void {
		this.#change({ account: true, accountOverride: override });
	}

	unsubscribeAccount(): void {
		this.#change({ account: false, accountOverride: undefined });
	}

	setNumberOverride(phoneNumberId: string, override: Override | undefined): void {
		const { [phoneNumberId]: _, ...others } = this.#subscribed.numberOverrides;
		const numberOverrides =
			override === undefined ? others : { ...others, [phoneNumberId]: override };
		this.#change({ numberOverrides });
	}

	/**
	 * The address for a field: the number's override, else the account's, else the app's. None when
	 * the account has not subscribed the app, or the app not the field.
	 */
	destination(field: string, phoneNumberId?: string): string | undefined {
		const { app, account, accountOverride } = this.#subscribed;
		if (!account || app?.fields.includes(field) !== true) return undefined;
		if (!OVERRIDABLE.includes(field)) return app.callback_url;
		const number = phoneNumberId === undefined ? undefined : this.numberOverride(phoneNumberId);
		return (number ?? accountOverride)?.override_callback_uri ?? app.callback_url;
	}

	reset(): void {
		this.#subscribed = none();
		this.#store.write('subscriptions', this.#subscribed);
	}

	#change(change: Partial<Subscribed>): void {
		this.#subscribed = { ...this.#subscribed, ...change };
		this.#store.write('subscriptions', this.#subscribed);
	}
}

function none(): Subscribed {
	return { account: false, numberOverrides: {} };
}
