import {
	addAmounts,
	estimateCost,
	RATE_CARDS,
	readBilling,
	readRateCardCsv,
	readSpend,
	spendBy,
	type RateCard,
} from '../../core/credits';
import { prepaidBalance } from '../../core/credits/purchases/prepaid-balance';
import { normaliseRecipient } from '../../core/messages/recipient';
import { CATEGORIES, planned, type ByHand, type Category, type Planned } from './by-hand';
import { makeTemplates, sendAll } from './send-all';
import { delivered, openStage, type Stage, type StageAddress } from './stage';

/** One amount as several sources say it. */
export interface Comparison {
	what: string;
	byHand: number;
	said: Record<string, number>;
}

/** Before the card of by-hand.json's midnight, after the one that comes with the package. */
const NOON = Date.parse('2026-11-20T12:00:00Z');
const HOUR_MS = 3_600_000;
const BOUGHT = 100;

/**
 * Sends what by-hand.json says to a simulator and compares what it costs: by hand, by the client's estimate, by Meta's
 * pricing_analytics read by the client, and by what is left of the prepaid money.
 *
 * @param secondCard text of second-card.csv
 */
export async function reconcile(
	address: StageAddress,
	byHand: ByHand,
	secondCard: string,
): Promise<Comparison[]> {
	const stage = openStage(address);
	await stage.setTime(NOON);
	await prepare(stage);
	const comparisons = await compareCountries(stage, byHand);
	return [...comparisons, ...(await compareMidnight(stage, byHand, secondCard))];
}

/** How far any source is from any other. */
export function differenceOf({ byHand, said }: Comparison): number {
	const amounts = [byHand, ...Object.values(said)];
	if (amounts.some(Number.isNaN)) return NaN;
	return addAmounts([Math.max(...amounts), -Math.min(...amounts)]);
}

/** To cents, upwards: what rounding would hide is a difference all the same. */
export const inCents = (difference: number): string =>
	(Math.ceil(Number((difference * 100).toFixed(4))) / 100).toFixed(2);

async function prepare(stage: Stage): Promise<void> {
	await stage.control('PATCH', '/sim/control', {
		pairLimit: { enabled: false },
		throughput: { [stage.account.phoneNumberId]: 1000 },
		statuses: { sentMs: 0, deliveredMs: 0, autoRead: false },
	});
	await stage.control('PATCH', '/sim/money', {
		funding: 'prepaid',
		balance: BOUGHT,
		currency: 'USD',
		timezoneId: '77',
	});
	await makeTemplates(stage);
}

async function compareCountries(stage: Stage, byHand: ByHand): Promise<Comparison[]> {
	const cells = byHand.rows.flatMap((row) =>
		CATEGORIES.map((category) => ({ category, country: row.country, row, ...row[category] })),
	);
	const messages = cells.flatMap(({ row, category, messages: count }) =>
		planned(row, category, count),
	);
	const estimate = estimateFor(messages, stage.clock.now(), 'Asia/Tokyo', RATE_CARDS);
	await sendAll(stage, messages);
	const money = await delivered(stage, messages.length);
	const spend = await readSpend(stage.transport, stage.account, {
		from: NOON - HOUR_MS,
		until: stage.clock.now(),
	});
	const ofCell = (country: string, category: Category) => ({
		byHand: cells.find((cell) => cell.country === country && cell.category === category)!.total,
		said: {
			estimate: addAmounts(
				estimate.countries
					.filter((one) => one.country === country && one.category === category)
					.map(({ cost = NaN }) => cost),
			),
			analytics: addAmounts(
				spend.points
					.filter((point) => point.country === country && point.category === category)
					.map(({ cost = NaN }) => cost),
			),
		},
	});
	const analytics = spendBy(spend, 'country').total ?? NaN;
	const counted = spend.points.reduce((sum, { volume }) => sum + volume, 0);
	return [
		...cells.map(({ country, category }) => ({
			what: `${country} ${category.toLowerCase()}`,
			...ofCell(country, category),
		})),
		{
			what: 'messages',
			byHand: byHand.messages,
			said: { estimate: estimate.messages, analytics: counted },
		},
		{
			what: 'total',
			byHand: byHand.total,
			said: {
				estimate: estimate.total,
				analytics,
				'prepaid spent': addAmounts([BOUGHT, -(money.balance ?? NaN), -money.held]),
			},
		},
		{
			what: 'prepaid balance',
			byHand: addAmounts([BOUGHT, -byHand.total]),
			said: {
				'own credits': ownCredits(analytics),
				simulator: money.balance ?? NaN,
			},
		},
	];
}

async function compareMidnight(
	stage: Stage,
	{ midnight, messages: already }: ByHand,
	secondCard: string,
): Promise<Comparison[]> {
	const { validFrom, zones, rows, simulatorCard } = midnight;
	const read = readRateCardCsv(secondCard, {
		validFrom,
		source: 'test/reconcile/fixtures/second-card.csv',
	});
	if (!read.ok) throw new Error(`${read.message} ${read.whatToDo}`);
	const cards = [...RATE_CARDS, read.card];
	await stage.control('PUT', '/sim/money/cards', [simulatorCard]);
	const comparisons: Comparison[] = [];
	let count = already;
	for (const [z, { timeZone, timezoneId, before, after }] of zones.entries()) {
		await stage.control('PATCH', '/sim/money', { timezoneId });
		const billing = await readBilling(stage.transport, stage.account);
		if (billing.timeZone !== timeZone) throw new Error(`${billing.timeZone} is not ${timeZone}`);
		for (const [s, side] of (['before', 'after'] as const).entries()) {
			const at = Date.parse({ before, after }[side]);
			await stage.setTime(at);
			const messages = rows.flatMap((row) => {
				// Nobody twice: the others were written to on the other side of midnight, and in the other zone.
				const firstNumber = String(BigInt(row.firstNumber) + BigInt(10 * (2 * z + s)));
				return planned({ ...row, firstNumber }, row.category, row.messages);
			});
			const estimate = estimateFor(messages, at, timeZone, cards);
			await sendAll(stage, messages);
			count += messages.length;
			await delivered(stage, count);
			// Half an hour is the smallest that Meta tells, and midnight lies between two of them.
			const [from, until] = side === 'before' ? [at - 60_000, at + 60_000] : [at, at + 60_000];
			const spend = await readSpend(stage.transport, stage.account, { from, until, billing });
			const byHandTotal = side === 'before' ? midnight.totalBefore : midnight.totalAfter;
			comparisons.push({
				what: `${side} midnight in ${timeZone}`,
				byHand: byHandTotal,
				said: {
					'by hand, added': addAmounts(rows.map((row) => row[side].total)),
					estimate: estimate.total,
					analytics: spendBy(spend, 'day').total ?? NaN,
				},
			});
		}
	}
	return comparisons;
}

/** What the client says is left of credits that were bought for as much as the simulator was given. */
function ownCredits(spent: number): number {
	const bought = { paymentId: 'pi_1', credits: BOUGHT / 2, amount: BOUGHT, currency: 'USD' };
	const purchase = {
		...bought,
		paidAt: new Date(NOON - HOUR_MS).toISOString(),
		by: 'hand' as const,
	};
	return prepaidBalance([purchase], { currency: 'USD', amount: spent }).amount ?? NaN;
}

/** The country is found from the number, as before sending to a list of people. */
function estimateFor(
	messages: readonly Planned[],
	at: number,
	timeZone: string,
	cards: readonly RateCard[],
) {
	const found = messages.map(({ to, category }) => {
		const number = normaliseRecipient(to);
		return { country: number.ok ? number.country : undefined, category };
	});
	return estimateCost(found, { cards, at, timeZone, authInternational: false });
}
