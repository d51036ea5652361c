import type { Charge, ChargeStore } from '../storage/chargeStore.ts';
import type { SettingStore } from '../storage/settingStore.ts';
import type { Clock } from '../time/clock.ts';
import { monthOf } from './calendar.ts';
import { firstMoney, type MoneyState } from './moneyState.ts';
import { quote, type Priced, type Quote } from './quote.ts';
import { SHIPPED, type RateCard } from './rateCard.ts';

interface LedgerParts {
	clock: Clock;
	stored: SettingStore;
	charges: ChargeStore;
}

/**
 * The account's money. A message is priced when it is accepted, its price is set aside, and it is
 * charged when it is delivered: so prepaid money runs out at exactly the message that it does not
 * cover, however many are under way.
 */
export class Ledger {
	readonly #parts: LedgerParts;
	#state: MoneyState;
	/** By funding, in millionths. */
	#charged = new Map<string, number>();
	#held = new Map<string, number>();

	constructor(parts: LedgerParts) {
		this.#parts = parts;
		this.#state = { ...firstMoney(), ...parts.stored.read<Partial<MoneyState>>('money', {}) };
		this.#sum();
	}

	get state(): Readonly<MoneyState> {
		return this.#state;
	}

	get charges(): ChargeStore {
		return this.#parts.charges;
	}

	/** Every rate card, the shipped ones first; a put one replaces a shipped one of the same day. */
	get cards(): RateCard[] {
		const own = this.#state.cards;
		const same = (one: RateCard) => (card: RateCard) =>
			card.currency === one.currency && card.validFrom === one.validFrom;
		return [...SHIPPED.filter((card) => !own.some(same(card))), ...own];
	}

	/** Prepaid: what is left, in millionths. */
	get balance(): number {
		return this.#state.paidIn - (this.#charged.get('prepaid') ?? 0);
	}

	/** Set aside for messages on their way. */
	get held(): number {
		return this.#held.get(this.#state.funding) ?? 0;
	}

	/** Owed on the credit line. */
	get creditUsed(): number {
		return this.#state.creditLine.usedBefore + (this.#charged.get('creditLine') ?? 0);
	}

	change(change: Partial<MoneyState>): void {
		this.#state = { ...this.#state, ...change };
		this.#parts.stored.write('money', this.#state);
	}

	/** What this message costs as things stand, those before it counted as delivered. */
	price(message: Priced, promised = true): Quote {
		const { clock, charges } = this.#parts;
		const { currency, timeZone, authInternational, freeServiceMessages, freeEntry } = this.#state;
		const now = clock.now();
		const used =
			message.category === undefined
				? charges.freeService(message.phoneNumberId, monthOf(now, timeZone), promised)
				: 0;
		return quote(
			message,
			{
				cards: this.cards,
				currency,
				timeZone,
				authInternational,
				freeServiceLeft: freeServiceMessages - used,
				freeEntryUntil: freeEntry[message.waId],
			},
			now,
		);
	}

	/** Whether there is money for it. Free messages need none. Source: reference §6, 131042. */
	covers({ price = 0 }: Quote): boolean {
		const { funding, creditLine } = this.#state;
		if (price === 0 || funding === 'card') return true;
		if (funding === 'none') return false;
		const left = funding === 'prepaid' ? this.balance : creditLine.max - this.creditUsed;
		return left - this.held >= price;
	}

	/** Sets the price of an accepted message aside. */
	hold(messageId: string, message: Priced, priced: Quote): void {
		this.#put({ ...this.#chargeOf(messageId, message, priced), delivered: false });
	}

	/** What was set aside for a message, or charged. */
	of(messageId: string): Charge | undefined {
		return this.#parts.charges.get(messageId);
	}

	/** Charges a message that is delivered, once, at the price of this moment. */
	settle(messageId: string, message: Priced): Charge {
		const promised = this.of(messageId);
		if (promised?.delivered === true) return promised;
		if (promised !== undefined) add(this.#held, promised.funding, -(promised.price ?? 0));
		const charge = this.#chargeOf(messageId, message, this.price(message, false));
		const settled = {
			...charge,
			delivered: true,
			// Whoever answers meanwhile was still reached outside the window.
			outside: promised?.outside ?? charge.outside,
			funding: promised?.funding ?? charge.funding,
		};
		this.#put(settled);
		return settled;
	}

	/** Forgets the charges; `all` everything, else what is left stays left. */
	reset(all: boolean): void {
		const { balance, creditUsed } = this;
		this.#parts.charges.empty();
		this.#sum();
		if (all) {
			this.#state = firstMoney();
			this.change({});
		} else {
			const creditLine = { ...this.#state.creditLine, usedBefore: creditUsed };
			this.change({ paidIn: balance, creditLine });
		}
	}

	#chargeOf(messageId: string, message: Priced, priced: Quote): Omit<Charge, 'delivered'> {
		const at = this.#parts.clock.now();
		return {
			...priced,
			messageId,
			at,
			waId: message.waId,
			phoneNumberId: message.phoneNumberId,
			funding: this.#state.funding,
			outside: !message.inWindow,
			month: monthOf(at, this.#state.timeZone),
		};
	}

	#put(charge: Charge): void {
		add(charge.delivered ? this.#charged : this.#held, charge.funding, charge.price ?? 0);
		this.#parts.charges.put(charge);
	}

	#sum(): void {
		this.#charged = new Map();
		this.#held = new Map();
		for (const { funding, delivered, price } of this.#parts.charges.sums()) {
			add(delivered ? this.#charged : this.#held, funding, price);
		}
	}
}

function add(sums: Map<string, number>, name: string, price: number): void {
	sums.set(name, (sums.get(name) ?? 0) + price);
}
