import type { JsonObject } from '../json.ts';
import type { Charge } from '../storage/chargeStore.ts';
import type { World } from '../world.ts';
import { monthOf } from './calendar.ts';
import { toAmount } from './millionths.ts';

/** `GET /sim/money`. */
export function describeMoney(world: World): JsonObject {
	const { money, clock, numbers } = world;
	const { funding, currency, timezoneId, timeZone, refuse, creditLine, freeEntry } = money.state;
	const now = clock.now();
	const charges = money.charges.delivered(0, Number.MAX_SAFE_INTEGER);
	const byCategory = new Map<string, { messages: number; cost: number }>();
	for (const { category, price = 0 } of charges) {
		const sum = byCategory.get(category) ?? { messages: 0, cost: 0 };
		sum.messages += 1;
		sum.cost += price;
		byCategory.set(category, sum);
	}
	return {
		funding,
		currency,
		timezoneId,
		timeZone,
		balance: funding === 'prepaid' ? toAmount(money.balance) : null,
		held: toAmount(money.held),
		refuse,
		creditLine: {
			max: toAmount(creditLine.max),
			used: toAmount(money.creditUsed),
			partner: creditLine.partner,
			permitted: creditLine.permitted,
		},
		authInternational: money.state.authInternational,
		freeServiceMessages: money.state.freeServiceMessages,
		freeEntryPoints: Object.fromEntries(
			Object.entries(freeEntry)
				.filter(([, until]) => until > now)
				.map(([waId, until]) => [waId, new Date(until).toISOString()]),
		),
		spent: toAmount(charges.reduce((sum, { price = 0 }) => sum + price, 0)),
		messages: charges.length,
		billable: charges.filter(({ type }) => type === 'REGULAR').length,
		byCategory: [...byCategory].map(([category, { messages, cost }]) => ({
			category,
			messages,
			cost: toAmount(cost),
		})),
		cards: money.cards.map((card) => ({
			currency: card.currency,
			validFrom: card.validFrom,
			source: card.source,
			markets: card.markets.length,
		})),
		freeServiceUsed: Object.fromEntries(
			[...numbers.keys()].map((id) => [
				id,
				money.charges.freeService(id, monthOf(now, timeZone), false),
			]),
		),
	};
}

/** One charge, as `GET /sim/money/charges` lists it. */
export function describeCharge(charge: Charge): JsonObject {
	return {
		messageId: charge.messageId,
		at: new Date(charge.at).toISOString(),
		to: charge.waId,
		phoneNumberId: charge.phoneNumberId,
		country: charge.country,
		market: charge.market ?? null,
		category: charge.category,
		type: charge.type,
		price: charge.price === undefined ? null : toAmount(charge.price),
		currency: charge.currency,
		card: charge.card ?? null,
	};
}
