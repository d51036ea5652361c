import { asArray, asObject, asText, type JsonObject } from '../json.ts';
import { jsonBody, type Answer, type Request, type Router } from '../http/router.ts';
import type { World } from '../world.ts';
import { describeCharge, describeMoney } from './describeMoney.ts';
import { isTimeZone } from './calendar.ts';
import { toMillionths } from './millionths.ts';
import { FUNDINGS, type Funding, type MoneyState } from './moneyState.ts';
import { readCards } from './rateCard.ts';
import { timeZoneIdOf, timeZoneOf } from './timeZones.ts';

const HOUR_MS = 3_600_000;

/** Adds `/sim/money`. See CONTROL-API.md, "Money". */
export function addMoneyControlRoutes(router: Router, world: World): void {
	const done = (refused?: string): Answer =>
		refused === undefined
			? { status: 200, json: describeMoney(world) }
			: { status: 400, json: { error: refused } };
	router
		.add('GET', '/sim/money', () => done())
		.add('PATCH', '/sim/money', (request) => done(change(world, bodyOf(request))))
		.add('POST', '/sim/money/topup', (request) => done(topUp(world, bodyOf(request))))
		.add('POST', '/sim/money/entry-points', (request) => done(enter(world, bodyOf(request))))
		.add('PUT', '/sim/money/cards', (request) => {
			const cards = readCards(jsonBody(request));
			if (typeof cards === 'string') return done(cards);
			const kept = world.money.state.cards.filter(
				(old) =>
					!cards.some((card) => card.currency === old.currency && card.validFrom === old.validFrom),
			);
			world.money.change({ cards: [...kept, ...cards] });
			return done();
		})
		.add('DELETE', '/sim/money/cards', () => {
			world.money.change({ cards: [] });
			return done();
		})
		.add('GET', '/sim/money/charges', (request) => {
			const limit = Number(request.query.get('limit') ?? 100);
			const charges = world.money.charges.newest(limit > 0 ? limit : 100);
			return { status: 200, json: { charges: charges.map(describeCharge) } };
		});
}

function change(world: World, given: JsonObject): string | undefined {
	const wanted: Partial<MoneyState> = {};
	if ('funding' in given) {
		const funding = asText(given['funding']) as Funding;
		if (!FUNDINGS.includes(funding)) return `The funding is one of ${FUNDINGS.join(', ')}.`;
		wanted.funding = funding;
	}
	if ('currency' in given) {
		const currency = asText(given['currency']) ?? '';
		if (!/^[A-Z]{3}$/.test(currency)) return 'The currency has three letters, as in USD.';
		wanted.currency = currency;
	}
	if ('timezoneId' in given || 'timeZone' in given) {
		const zone = readTimeZone(given);
		if (typeof zone === 'string') return zone;
		Object.assign(wanted, zone);
	}
	if ('balance' in given) {
		const balance = asAmount(given['balance']);
		if (balance === undefined) return 'The balance is a number.';
		wanted.paidIn = world.money.state.paidIn - world.money.balance + balance;
	}
	if ('refuse' in given) wanted.refuse = given['refuse'] === true;
	if ('freeServiceMessages' in given) {
		wanted.freeServiceMessages = Math.max(0, Number(given['freeServiceMessages']) || 0);
	}
	if ('authInternational' in given) {
		wanted.authInternational = asArray(given['authInternational']).flatMap(
			(one) => asText(one) ?? [],
		);
	}
	const credit = asObject(given['creditLine']);
	if (credit !== undefined) wanted.creditLine = creditOf(world, credit);
	world.money.change(wanted);
	return undefined;
}

function creditOf(world: World, given: JsonObject): MoneyState['creditLine'] {
	const present = world.money.state.creditLine;
	const used = asAmount(given['used']);
	return {
		max: asAmount(given['max']) ?? present.max,
		usedBefore:
			used === undefined ? present.usedBefore : present.usedBefore - world.money.creditUsed + used,
		partner: 'partner' in given ? given['partner'] === true : present.partner,
		permitted: 'permitted' in given ? given['permitted'] === true : present.permitted,
	};
}

function readTimeZone(given: JsonObject): Pick<MoneyState, 'timezoneId' | 'timeZone'> | string {
	const id = asText(given['timezoneId']);
	const name = asText(given['timeZone']);
	const timeZone = name ?? timeZoneOf(id ?? '');
	const timezoneId = id ?? timeZoneIdOf(name ?? '');
	if (timeZone === undefined || !isTimeZone(timeZone)) {
		return 'Name a time zone as in Europe/Berlin, or an id of Meta as in 47.';
	}
	if (timezoneId === undefined) return `Meta has no timezone_id for ${timeZone}.`;
	return { timezoneId, timeZone };
}

function topUp(world: World, given: JsonObject): string | undefined {
	const amount = asAmount(given['amount']);
	if (amount === undefined || amount <= 0) return 'Send { "amount": 20 }.';
	if (world.money.state.funding !== 'prepaid') return 'Only a prepaid account can be topped up.';
	world.money.change({ paidIn: world.money.state.paidIn + amount });
	return undefined;
}

function enter(world: World, given: JsonObject): string | undefined {
	const waId = (asText(given['waId']) ?? '').replace(/\D/g, '');
	const hours = Number(given['hours'] ?? 72);
	if (waId === '' || !(hours >= 0)) return 'Send { "waId": "819012345678" }.';
	const until = world.clock.now() + hours * HOUR_MS;
	world.money.change({ freeEntry: { ...world.money.state.freeEntry, [waId]: until } });
	return undefined;
}

function asAmount(value: unknown): number | undefined {
	return typeof value === 'number' && Number.isFinite(value) ? toMillionths(value) : undefined;
}

function bodyOf(request: Request): JsonObject {
	return asObject(jsonBody(request)) ?? {};
}
