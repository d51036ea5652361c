import { estimateCost } from './estimate';
import { addAmounts, roundedToCoin, timesAmount, writeMoney } from './money';
import type { RateCard } from './rate-card';

/** What a credit is and what comes on top of it; all of it is up to who sells it. */
export interface CreditSettings {
	/** Money for one credit; 2 by default. */
	creditPrice?: number;
	/** ISO 4217; USD by default. */
	currency?: string;
	/** Money for one message; 0.008 by default, so that 40 credits are 10,000 messages. */
	averagePrice?: number;
	/** The countries and categories one really sends to, for the average that comes of them. */
	mix?: ReadonlyArray<{ country?: string; category: string; messages: number }>;
	/** On credits and fee. */
	taxPercent?: number;
	/** Money on top of each purchase. */
	fee?: number;
	/** For the mix; those that come with the package by default. */
	cards?: readonly RateCard[];
	/** When the mix is sent, milliseconds since 1970; without it the mix is not looked at. */
	at?: number;
	/** The account's; UTC by default. */
	timeZone?: string;
	/** For the sentences. */
	language?: string;
}

/** What so many credits cost, and how far they go. */
export interface CreditPrice {
	credits: number;
	messages: number;
	/** For the credits alone. */
	net: number;
	fee: number;
	tax: number;
	/** What is paid. */
	total: number;
	currency: string;
	averagePrice: number;
	/** What a message of the real mix costs, where every price of it is known. */
	realAverage?: number;
	/** One sentence. */
	text: string;
	/** What the real mix changes, where it changes more than a twentieth. */
	differs?: string;
}

/** A real mix this close to the average is the average. */
const SAME_WITHIN = 0.05;

/** Credits to buy for a number of messages: whole ones, never too few. */
export function creditsForMessages(messages: number, settings: CreditSettings = {}): CreditPrice {
	const wanted = readCount(messages, 'messages');
	const terms = termsOf(settings);
	const credits = creditsFor(wanted, terms.averagePrice, terms.creditPrice);
	const { realAverage } = terms;
	const differs =
		realAverage !== undefined && isFar(realAverage, terms.averagePrice)
			? `${terms.inMix} ${wanted} messages take ${creditsFor(wanted, realAverage, terms.creditPrice)} credits instead of ${credits}.`
			: undefined;
	return priceOfCredits(credits, wanted, terms, differs);
}

/** How many messages a number of credits buys. */
export function messagesForCredits(credits: number, settings: CreditSettings = {}): CreditPrice {
	const bought = readCount(credits, 'credits');
	const terms = termsOf(settings);
	const messages = messagesFor(bought, terms.averagePrice, terms.creditPrice);
	const { realAverage } = terms;
	const differs =
		realAverage !== undefined && isFar(realAverage, terms.averagePrice)
			? `${terms.inMix} ${bought} credits buy ${messagesFor(bought, realAverage, terms.creditPrice)} messages instead of ${messages}.`
			: undefined;
	return priceOfCredits(bought, messages, terms, differs);
}

interface Terms {
	creditPrice: number;
	averagePrice: number;
	currency: string;
	fee: number;
	taxPercent: number;
	realAverage?: number;
	inMix: string;
	write: (amount: number) => string;
}

function termsOf(settings: CreditSettings): Terms {
	const { fee = 0, taxPercent = 0, language } = settings;
	const currency = (settings.currency ?? 'USD').toUpperCase();
	const creditPrice = positive(settings.creditPrice ?? 2, 'The price of a credit');
	const averagePrice = positive(settings.averagePrice ?? 0.008, 'The average price of a message');
	if (!(fee >= 0)) throw new Error(`The fee has to be 0 or more, not ${fee}.`);
	if (!(taxPercent >= 0 && taxPercent <= 100))
		throw new Error(`The tax has to be between 0 and 100 percent, not ${taxPercent}.`);
	const realAverage = averageOf(settings, currency);
	const write = (amount: number) => writeMoney({ amount, currency }, language);
	const inMix =
		realAverage === undefined
			? ''
			: `In your mix of countries a message costs ${write(realAverage)} on average, not ${write(averagePrice)}:`;
	return { creditPrice, averagePrice, currency, fee, taxPercent, realAverage, inMix, write };
}

/** Undefined where one price of the mix is not known: an average of the others would be a guess. */
function averageOf(settings: CreditSettings, currency: string): number | undefined {
	const { mix = [], cards, at, timeZone = 'UTC' } = settings;
	const count = mix.reduce((sum, { messages }) => sum + messages, 0);
	if (at === undefined || count === 0) return undefined;
	const costs = mix
		.filter(({ messages }) => messages > 0)
		.map(({ country, category, messages }) => {
			const { countries } = estimateCost([{ country, category }], {
				cards,
				currency,
				at,
				timeZone,
			});
			const price = countries[0]?.price;
			return price === undefined ? undefined : timesAmount(price, messages);
		});
	const known = costs.filter((cost) => cost !== undefined);
	return known.length === costs.length ? addAmounts([addAmounts(known) / count]) : undefined;
}

function priceOfCredits(
	credits: number,
	messages: number,
	{ creditPrice, averagePrice, currency, fee: added, taxPercent, realAverage, write }: Terms,
	differs: string | undefined,
): CreditPrice {
	const coin = (amount: number) => roundedToCoin({ amount, currency });
	const net = coin(timesAmount(creditPrice, credits));
	const fee = credits === 0 ? 0 : coin(added);
	const tax = coin((addAmounts([net, fee]) * taxPercent) / 100);
	const total = addAmounts([net, fee, tax]);
	const onTop = [
		...(fee > 0 ? [`fee ${write(fee)}`] : []),
		...(tax > 0 ? [`tax ${write(tax)}`] : []),
	];
	const breakdown = onTop.length > 0 ? ` (credits ${write(net)}, ${onTop.join(', ')})` : '';
	return {
		credits,
		messages,
		net,
		fee,
		tax,
		total,
		currency,
		averagePrice,
		...(realAverage === undefined ? {} : { realAverage }),
		text: `${credits} credit${credits === 1 ? '' : 's'} for about ${messages} messages at ${write(averagePrice)} each: ${write(total)}${breakdown}.`,
		...(differs === undefined ? {} : { differs }),
	};
}

/** In whole millionths, since 10,000 × 0.008 must be 80 and not a little more. */
const creditsFor = (messages: number, average: number, creditPrice: number): number =>
	Math.ceil(Number((timesAmount(average, messages) / creditPrice).toFixed(6)));

const messagesFor = (credits: number, average: number, creditPrice: number): number =>
	average > 0 ? Math.floor(Number((timesAmount(creditPrice, credits) / average).toFixed(6))) : 0;

const isFar = (real: number, average: number): boolean =>
	Math.abs(real - average) > average * SAME_WITHIN;

function positive(value: number, what: string): number {
	if (value > 0 && Number.isFinite(value)) return value;
	throw new Error(`${what} has to be more than 0, not ${value}.`);
}

function readCount(value: number, of: string): number {
	if (Number.isFinite(value) && value >= 0 && (of === 'credits' || Number.isInteger(value)))
		return value;
	throw new Error(`The number of ${of} has to be 0 or more, not ${value}.`);
}
