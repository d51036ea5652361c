import { accountKey, type Account } from '../../../core/account/account';
import { readHealth, type AccountHealth } from '../../../core/account/health';
import { sendingStates } from '../../../core/account/sending-states';
import {
	readBilling,
	readKnownSpend,
	readSpend,
	spendBy,
	spendPerDay,
	type Billing,
	type RateCard,
	type Spend,
	type SpendBy,
} from '../../../core/credits';
import { readBalance } from '../../../core/credits/balance/read-balance';
import type { Balance, BalanceSourceId } from '../../../core/credits/balance/balance';
import { monthIn, startOfDay } from '../../../core/credits/local-day';
import type { KnownSpend } from '../../../core/credits/purchases/prepaid-balance';
import type { Purchase } from '../../../core/credits/purchases/purchase';
import type { Transport } from '../../../core/ports';
import { systemClock } from '../clock';
import { providerTransport } from './provider-transport';

const DAY_MS = 24 * 60 * 60_000;

export interface CreditDeskPorts {
	account: Account;
	transport: Transport;
	/** Who is asked for the balance, and what they ask for. */
	source: BalanceSourceId;
	access: Record<string, string>;
	purchases(): Promise<Purchase[]>;
	cards: readonly RateCard[];
}

/** One look at the credits of an account: what several answers need is read once. */
export class CreditDesk {
	private billingRead: Promise<Billing> | undefined;

	constructor(private readonly ports: CreditDeskPorts) {}

	/** The currency and the time zone of the account. */
	billing(): Promise<Billing> {
		return (this.billingRead ??= readBilling(this.ports.transport, this.ports.account));
	}

	/** The last so many days, up to now. */
	async spend(days: number): Promise<Spend> {
		const now = Date.now();
		return await this.read(now - days * DAY_MS, now);
	}

	async health(): Promise<AccountHealth> {
		const { transport, account } = this.ports;
		return await readHealth(transport, account, { clock: systemClock });
	}

	async balance(): Promise<Balance> {
		const { source, access, transport, account } = this.ports;
		return await readBalance(source, access, {
			clock: systemClock,
			provider: providerTransport,
			...{ graph: transport, account, purchases: await this.ports.purchases() },
			spentSince: async (since) => await this.spentSince(since),
			lastMoneyError: this.lastMoneyError,
		});
	}

	async purchases(): Promise<Purchase[]> {
		return await this.ports.purchases();
	}

	/** What is spent a day at the current pace; undefined where that cannot be read. */
	async perDay(): Promise<number | undefined> {
		try {
			return spendPerDay(await this.spend(8), Date.now(), this.ports.cards);
		} catch {
			// A balance without a pace is worth more than none: the guard says what it does not know.
			return undefined;
		}
	}

	/** Since the first of the month where the account is; undefined where that cannot be read. */
	async spentThisMonth(): Promise<KnownSpend | undefined> {
		try {
			const { timeZone } = await this.billing();
			const first = startOfDay(timeZone, `${monthIn(timeZone, Date.now())}-01`);
			return await this.spentSince(first);
		} catch {
			return undefined;
		}
	}

	report = (spend: Spend, by: SpendBy) => spendBy(spend, by, this.ports.cards);

	private async spentSince(since: number): Promise<KnownSpend> {
		const { transport, account, cards } = this.ports;
		return await readKnownSpend(transport, account, { since, now: Date.now(), cards });
	}

	private async read(from: number, until: number): Promise<Spend> {
		return await readSpend(this.ports.transport, this.ports.account, { from, until, now: until });
	}

	/** When WhatsApp last refused for money, as far as this process knows. */
	private get lastMoneyError(): number | undefined {
		const { account } = this.ports;
		const { phoneNumberId } = account;
		const halt = sendingStates.current({ account: accountKey(account), phoneNumberId }, Date.now());
		return halt?.cause === 'money' ? halt.since : undefined;
	}
}
