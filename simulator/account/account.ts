import type { SettingStore } from '../storage/settingStore.ts';
import type { Clock } from '../time/clock.ts';

/** A restriction of the account; without `until` it stays until it is lifted. */
export interface Restriction {
	type: string;
	until?: number;
}

/** What Meta has decided of the account and its numbers. */
export interface AccountState {
	ban?: { state: string; date: string };
	restrictions: Restriction[];
	violation?: { type: string; at: number };
	review: string;
	tier?: string;
	/** By phone number id. */
	quality: Record<string, string>;
	/** By phone number id: a display name that Meta has looked at. */
	names: Record<string, { name: string; status: string }>;
}

/** How the account and its numbers stand with Meta. */
export class Account {
	readonly #clock: Clock;
	readonly #stored: SettingStore;
	#state: AccountState;

	constructor(clock: Clock, stored: SettingStore) {
		this.#clock = clock;
		this.#stored = stored;
		this.#state = { ...firstAccount(), ...stored.read<Partial<AccountState>>('account', {}) };
	}

	get state(): Readonly<AccountState> {
		return this.#state;
	}

	/** Whether the account is disabled now; one that is only scheduled for it is not. */
	get isBanned(): boolean {
		return this.#state.ban?.state === 'DISABLE';
	}

	/** The restrictions that are not over yet. */
	get restrictions(): Restriction[] {
		const now = this.#clock.now();
		return this.#state.restrictions.filter(({ until }) => until === undefined || until > now);
	}

	isRestricted(type: string): boolean {
		return this.restrictions.some((one) => one.type === type);
	}

	/** `status` of a number. Source: reference §6. */
	statusOf(phoneNumberId: string): string {
		if (this.isBanned) return 'BANNED';
		if (this.isRestricted('RESTRICTED_BIZ_INITIATED_MESSAGING')) return 'RESTRICTED';
		return this.qualityOf(phoneNumberId) === 'RED' ? 'FLAGGED' : 'CONNECTED';
	}

	qualityOf(phoneNumberId: string): string {
		return this.#state.quality[phoneNumberId] ?? 'GREEN';
	}

	nameOf(phoneNumberId: string): { name: string; status: string } | undefined {
		return this.#state.names[phoneNumberId];
	}

	/** Changes what is named; `undefined` takes it away. */
	change(change: { [Name in keyof AccountState]?: AccountState[Name] | undefined }): void {
		this.#state = JSON.parse(JSON.stringify({ ...this.#state, ...change })) as AccountState;
		this.#stored.write('account', this.#state);
	}

	reset(): void {
		this.#state = firstAccount();
		this.#stored.write('account', this.#state);
	}
}

function firstAccount(): AccountState {
	return { restrictions: [], review: 'APPROVED', quality: {}, names: {} };
}
