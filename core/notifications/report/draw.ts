import { escapeHtml } from '../../templates/preview';
import type { Cost } from '../check/cost';
import { adviceIn, sentenceIn } from './japanese-sentences';
import { valueReasons, type ReasonCount } from './report';
import { STYLE } from './styles';
import { fill, type Words } from './words';

export interface PageAction {
	label: string;
	url: string;
	/** Left out of a check that nobody passed: there is nobody to send to. */
	onlyIfReady?: boolean;
}

/** How a page of a notification is written and coloured. */
export interface PageOptions {
	/** Above the page: what the organiser calls the notification. */
	title: string;
	/** `en`, `ja`; English for all others. */
	language?: string;
	/**
	 * `auto` follows the system of whoever looks.
	 * @default 'auto'
	 */
	theme?: 'light' | 'dark' | 'auto';
	/** One line of facts below the title: event, template. */
	facts?: string;
	/** What can be done from here; the first one stands out. */
	actions?: readonly PageAction[];
	/** IANA name, of the times on the page; UTC where it is left out. */
	timeZone?: string;
	/** Loads the page again every so many seconds. */
	refresh?: number;
}

export const text = (value: string | number): string => escapeHtml(String(value));

/** A whole page: nothing is loaded. */
export function drawPage(
	kicker: string,
	body: string,
	options: PageOptions,
	moreStyle = '',
): string {
	const { title, language = 'en', theme = 'auto', facts, actions = [], refresh } = options;
	const themed = theme === 'light' ? 'wan-page' : `wan-page wan-${theme}`;
	return (
		`<!doctype html><html lang="${/^ja\b/i.test(language) ? 'ja' : 'en'}"><head><meta charset="utf-8">` +
		'<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">' +
		(refresh ? `<meta http-equiv="refresh" content="${Math.round(refresh)}">` : '') +
		`<title>${text(title)}</title><style>${STYLE}\n${moreStyle}</style></head><body><div class="${themed}"><div class="wan-all">` +
		`<p class="wan-kicker">${text(kicker)}</p><h1 class="wan-title" dir="auto">${text(title)}</h1>` +
		(facts ? `<p class="wan-facts">${text(facts)}</p>` : '') +
		(actions.length > 0
			? `<div class="wan-actions">${actions.map(drawAction).join('')}</div>`
			: '') +
		`${body}</div></div></body></html>`
	);
}

const drawAction = ({ label, url }: { label: string; url: string }, index: number): string =>
	/^https?:\/\//i.test(url)
		? `<a href="${text(url)}"${index === 0 ? ' class="wan-first"' : ''}>${text(label)}</a>`
		: '';

export interface Tile {
	value: string;
	label: string;
	more?: string;
	kind?: 'good' | 'bad';
}

export const drawTiles = (tiles: readonly Tile[]): string =>
	`<div class="wan-tiles">${tiles
		.map(
			({ value, label, more, kind }) =>
				`<div class="wan-tile${kind ? ` wan-${kind}` : ''}"><b>${text(value)}</b><span>${text(label)}</span>` +
				`${more ? `<small>${text(more)}</small>` : ''}</div>`,
		)
		.join('')}</div>`;

export const drawCard = (title: string, body: string): string =>
	`<div class="wan-card"><h2>${text(title)}</h2>${body}</div>`;

export const drawWarning = (sentence: string): string =>
	`<p class="wan-warn">${text(sentence)}</p>`;

/** Why, how often, whom for example, and what to do: in the reader's words, with core's sentence where there are none. */
export function drawReasons(reasons: readonly ReasonCount[], words: Words): string {
	// Meta's text stands behind its code; ours is told in the reader's language.
	const sentenceOf = (reason: string, message: string) => sentenceIn(words, { reason, message });
	const rows = reasons.map(({ reason, code, count, message, whatToDo, examples }) => {
		const label = words.reasons[reason] ?? message;
		const detail = [
			code ? `WhatsApp ${code}` : '',
			code || valueReasons.includes(reason) || (count === 1 && !words.advice[reason])
				? sentenceOf(reason, message)
				: '',
		]
			.filter(Boolean)
			.join(': ');
		const named = examples.map(({ row, name }) =>
			[fill(words.row, { n: row }), name].filter(Boolean).join(' '),
		);
		return (
			`<tr><td class="wan-n">${text(count)}</td><td>${text(label)}${detail ? `<small>${text(detail)}</small>` : ''}</td>` +
			`<td>${text(named.join(', '))}${count > examples.length ? ' …' : ''}</td><td>${text(adviceIn(words, { reason, code, whatToDo }))}</td></tr>`
		);
	});
	return (
		`<div class="wan-scroll"><table class="wan-table"><thead><tr><th class="wan-n">${text(words.people)}</th><th>${text(words.why)}</th>` +
		`<th>${text(words.forExample)}</th><th>${text(words.whatToDo)}</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`
	);
}

export function drawCost(cost: Cost, words: Words, language: string): string {
	const unknown = words.priceUnknown;
	const rows = cost.countries.map(
		({ country, messages, price, cost: together }) =>
			`<tr><td>${text(country === undefined ? words.countryUnknown : countryName(country, language))}</td>` +
			`<td class="wan-n">${text(number(messages, language))}</td>` +
			`<td class="wan-n">${text(price === undefined ? unknown : money(price, cost.currency, language))}</td>` +
			`<td class="wan-n">${text(together === undefined ? unknown : money(together, cost.currency, language, true))}</td></tr>`,
	);
	const more =
		cost.unknown > 0 ? `<small>${text(fill(words.plusUnknown, { n: cost.unknown }))}</small>` : '';
	return (
		`<div class="wan-scroll"><table class="wan-table"><thead><tr><th>${text(words.country)}</th><th class="wan-n">${text(words.messages)}</th>` +
		`<th class="wan-n">${text(words.price)}</th><th class="wan-n">${text(words.cost)}</th></tr></thead><tbody>${rows.join('')}</tbody>` +
		`<tfoot><tr><td>${text(words.total)}</td><td></td><td></td><td class="wan-n">${text(total(cost, words, language, true))}${more}</td></tr></tfoot></table></div>` +
		`<p class="wan-note">${text(fill(words.priceNote, { date: cost.validFrom }))}</p>`
	);
}

/** Unknown is not free: where nothing is known, nothing is added up. */
export function total(cost: Cost, words: Words, language: string, exact = false): string {
	const known = cost.countries.some(({ price }) => price !== undefined);
	return known || cost.countries.length === 0
		? money(cost.total, cost.currency, language, exact)
		: words.priceUnknown;
}

/** To the cent, or as exact as the price list, so that what is added up by hand is the same. */
export const money = (amount: number, currency: string, language: string, exact = false): string =>
	new Intl.NumberFormat(localeOf(language), {
		style: 'currency',
		currency,
		minimumFractionDigits: exact || (amount < 1 && amount > 0) ? 4 : 2,
		maximumFractionDigits: exact || amount < 1 ? 4 : 2,
	}).format(amount);

export const number = (value: number, language: string): string =>
	new Intl.NumberFormat(localeOf(language)).format(value);

export function time(iso: string | number, language: string, timeZone = 'UTC'): string {
	const moment = new Date(iso);
	if (Number.isNaN(moment.getTime())) return String(iso);
	const options = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const;
	const shown = new Intl.DateTimeFormat(localeOf(language), options).format(moment);
	return `${shown.replace(/[\u00a0\u202f]/g, ' ')} (${timeZone.replace(/_/g, ' ')})`;
}

function countryName(code: string, language: string): string {
	return new Intl.DisplayNames([localeOf(language)], { type: 'region' }).of(code) ?? code;
}

const localeOf = (language: string): string => (/^ja\b/i.test(language) ? 'ja' : 'en');
