import { accountKey, type Account } from '../../account/account';
import { readHealth, type AccountHealth, type HealthPorts } from '../../account/health';
import { sendingStates } from '../../account/sending-states';
import type { Clock, Transport } from '../../ports';
import type { Balance, BalanceSourceId, ProviderTransport } from '../balance/balance';
import { readBalance } from '../balance/read-balance';
import { readBilling, type Billing } from '../billing';
import { buyUrl } from '../buying';
import { readKnownSpend } from '../known-spend';
import { monthIn, startOfDay } from '../local-day';
import type { KnownSpend } from '../purchases/prepaid-balance';
import type { Purchase } from '../purchases/purchase';
import { RATE_CARDS, type RateCard } from '../rate-card';
import { readSpend, type Spend, type SpendPeriod } from '../spend';
import { spendBy, spendPerDay, type SpendBy, type SpendReport } from '../spend-report';

const DAY_MS = 24 * 60 * 60_000;

/** Seven whole days, wherever in a day one asks. */
const PACE_DAYS = 8;

/** What a look at the credits of an account needs of its engine. */
export interface CreditPorts {
	clock: Clock;
	/** Of a provider or of a table alone, none is needed. */
	account?: Account;
	transport?: Transport;
	provider?: ProviderTransport;
	/** Who is asked for the balance, and what they ask for. */
	source?: BalanceSourceId;
	access?: Record<string, string>;
	/** For own credits. */
	purchases?: readonly Purchase[];
	cards?: readonly RateCard[];
}

/** One look at the credits of an account: what several answers need is read once. */
export class CreditDesk {
	private billingRead: Promise<Billing> | undefined;

	private balanceRead: Promise<Balance> | undefined;

	/** The last days that were read, or are being read. */
	private daysRead: { days: number; spend: Promise<Spend> } | undefined;

	constructor(private readonly ports: CreditPorts) {}

	get cards(): readonly RateCard[] {
		return this.ports.cards ?? RATE_CARDS;
	}

	/** Of own credits, as they were handed over. */
	get purchases(): readonly Purchase[] | undefined {
		return this.ports.purchases;
	}

	now = (): number => this.ports.clock.now();

	/** The currency and the time zone of the account. */
	billing(): Promise<Billing> {
		const { transport, account } = this.meta();
		return (this.billingRead ??= readBilling(transport, account));
	}

	balance(): Promise<Balance> {
		return (this.balanceRead ??= this.readBalance());
	}

	/** What was delivered and what it cost. */
	async spend({ from, until = this.now() }: { from: number; until?: number }): Promise<Spend> {
		const { transport, account } = this.meta();
		const period: SpendPeriod = { from, until, now: this.now(), billing: await this.billing() };
		return await readSpend(transport, account, period);
	}

	/** The last so many days, up to now. */
	async spendOfDays(days: number): Promise<Spend> {
		const spend = this.spend({ from: this.now() - days * DAY_MS });
		this.daysRead = { days, spend };
		return await spend;
	}

	report = (spend: Spend, by: SpendBy): SpendReport => spendBy(spend, by, this.cards);

	/** What is spent a day at the current pace; undefined where that cannot be read: a balance without a pace is worth more than none. */
	async perDay(): Promise<number | undefined> {
		const { days = 0, spend } = this.daysRead ?? {};
		const read = spend && days >= PACE_DAYS ? spend : this.spendOfDays(PACE_DAYS);
		return await read.then(
			(spend) => spendPerDay(spend, this.now(), this.cards),
			() => undefined,
		);
	}

	/** Where a page leads whoever wants to pay. @param ownCredits address of the form that sells own credits */
	buyUrl(ownCredits?: string): string | undefined {
		const { source = 'meta', account } = this.ports;
		return buyUrl({ source, businessAccountId: account?.businessAccountId }, ownCredits);
	}

	/** Since the first of the month where the account is; without an amount where that cannot be read. */
	async spentThisMonth(): Promise<KnownSpend | undefined> {
		try {
			const { timeZone } = await this.billing();
			return await this.spentSince(startOfDay(timeZone, `${monthIn(timeZone, this.now())}-01`));
		} catch {
			return undefined;
		}
	}

	async health(more: Pick<HealthPorts, 'usedToday' | 'seen'> = {}): Promise<AccountHealth> {
		const { transport, account } = this.meta();
		const known = { refusedForMoney: this.refusedForMoney(), ...more };
		return await readHealth(transport, account, { clock: this.ports.clock, ...known });
	}

	private async readBalance(): Promise<Balance> {
		const { source = 'meta', access = {}, purchases, provider } = this.ports;
		const { clock, transport, account } = this.ports;
		return await readBalance(source, access, {
			...{ clock, provider, purchases, account, graph: transport },
			lastMoneyError: this.refusedForMoney(),
			...(account ? { spentSince: async (since: number) => await this.spentSince(since) } : {}),
		});
	}

	/** When WhatsApp refused for money (131042), as long as that says something; milliseconds since 1970. */
	private refusedForMoney(): number | undefined {
		if (!this.ports.account) return undefined;
		return sendingStates.refusedForMoney(accountKey(this.ports.account), this.now());
	}

	private async spentSince(since: number): Promise<KnownSpend> {
		const { transport, account } = this.meta();
		const { cards } = this;
		const billing = await this.billing();
		return await readKnownSpend(transport, account, { since, now: this.now(), cards, billing });
	}

	private meta(): { transport: Transport; account: Account } {
		const { transport, account } = this.ports;
		if (!transport || !account) throw new Error('Choose the WhatsApp account: Meta is asked.');
		return { transport, account };
	}
}
