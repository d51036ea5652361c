import { text, time } from '../../notifications/report/draw';
import { saidIn } from '../../sentences';
import { roundedToCoin, writeMoney, type Money } from '../money';
import type { CreditsPageFacts } from './facts';
import { wordsFor, type Words } from './words';

/** How this page writes: in the reader's language, in the account's time zone. */
export interface Formats {
	words: Words;
	locale: 'en' | 'ja';
	timeZone: string;
	money: (amount: number | undefined, currency: string) => string;
	count: (value: number) => string;
	/** A number that need not be whole, to one digit. */
	about: (value: number) => string;
	/** `2026-10-01` as the reader writes it. */
	day: (day: string) => string;
	/** The same for the foot of a picture. */
	shortDay: (day: string) => string;
	time: (iso: string) => string;
	country: (code: string) => string;
	/** With times and days in it as the reader writes them: core's are ISO, some of Meta's are English words. */
	moment: (said: string) => string;
	/** A sentence of core's in the reader's language, escaped; what is in none of the tables is marked as English. */
	sentence: (english: string) => string;
}

export function formatsFor({ language = 'en', timeZone, spend }: CreditsPageFacts): Formats {
	const locale = /^ja\b/i.test(language.trim()) ? 'ja' : 'en';
	const words = wordsFor(locale);
	const zone = [timeZone, spend?.timeZone].find(isTimeZone) ?? 'UTC';
	const counts = new Intl.NumberFormat(locale);
	const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
	const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
	const short = new Intl.DateTimeFormat(locale, {
		month: locale === 'ja' ? 'numeric' : 'short',
		day: 'numeric',
		timeZone: 'UTC',
	});
	const countries = new Intl.DisplayNames([locale], { type: 'region' });
	const moment = (said: string) =>
		said
			.replace(ISO_TIME, (iso) => time(iso, locale, zone))
			.replace(META_DAY, (day) => days.format(Date.parse(`${day} UTC`)));
	return {
		words,
		locale,
		timeZone: zone,
		money: (amount, currency) =>
			amount === undefined || !Number.isFinite(amount)
				? words.unknown
				: writeMoney({ amount: toCents({ amount, currency }), currency }, locale),
		count: (value) => (Number.isFinite(value) ? counts.format(value) : words.unknown),
		about: (value) => (Number.isFinite(value) ? tenths.format(value) : words.unknown),
		day: (day) => writeDay(days, day),
		shortDay: (day) => writeDay(short, day),
		time: (iso) => time(iso, locale, zone),
		country: (code) =>
			/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : words.countryUnknown,
		moment,
		sentence: (english) =>
			saidIn(locale, english)
				.map(({ text: words, known }) => {
					const said = text(moment(words));
					return known ? said : `<span lang="en">${said}</span>`;
				})
				.join(''),
	};
}

/** Meta's words for a day, `April 17, 2025`. */
const META_DAY =
	/\b(January|February|March|April|May|June|July|August|September|October|November|December) (0?[1-9]|[12]\d|3[01]), \d{4}\b/g;

/** Core's sentences are made for flows, too, where times are ISO. */
const ISO_TIME = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z/g;

/** A page is read, not added up: cents, except where they would make something look like nothing. */
function toCents(money: Money): number {
	return roundedToCoin(money) || money.amount;
}

function writeDay(format: Intl.DateTimeFormat, day: string): string {
	const at = Date.parse(`${day}T00:00Z`);
	return Number.isNaN(at) ? day : format.format(at);
}

function isTimeZone(name: string | undefined): name is string {
	if (!name) return false;
	try {
		return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
	} catch {
		return false;
	}
}
