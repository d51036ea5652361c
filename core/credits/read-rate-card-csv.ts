import { readCsv } from '../notifications/recipients/read-csv';
import { addDays } from './local-day';
import { membersOf, placeOf, type Place } from './market-places';
import type { Market, Prices, RateCard } from './rate-card';
import { readPriceCell } from './read-price-cell';

export type RateCardReading =
	{ ok: true; card: RateCard } | { ok: false; message: string; whatToDo: string };

/** The columns of prices as Meta heads them, letters only. */
const PRICE_COLUMNS: Readonly<Record<string, keyof Prices>> = {
	marketing: 'marketing',
	utility: 'utility',
	authentication: 'authentication',
	authenticationinternational: 'authenticationInternational',
	service: 'service',
};

/** Without these it is another table: the one of volume tiers, say. */
const NEEDED = ['market', 'currency', 'marketing', 'utility', 'authentication'];

/** A file as it comes from Meta has a comma; saved by a spreadsheet it may have another. */
const DELIMITERS = [',', ';', '\t'] as const;

/**
 * The rate card of one currency as Meta offers it for download (Meta, "Pricing", "Rate cards"): lines before the table, a
 * heading with a line break in it, `$US` for dollars, `n/a` where there is no price. As Meta saves it and as spreadsheets do.
 *
 * @param about.validFrom ISO date: the file does not say from when on it holds
 * @returns the card, or what is wrong, with row and column; never throws
 */
export function readRateCardCsv(
	text: string,
	about: { validFrom: string; source: string },
): RateCardReading {
	if (!isDay(about.validFrom))
		return refusal(
			`“${about.validFrom}” is no day from which the prices hold`,
			'Write it as in 2027-01-01; it stands on Meta’s page beside the file.',
		);
	const table = findTable(text);
	if (!table)
		return refusal(
			'This is no rate card: no row has the headings Market, Currency, Marketing, Utility and Authentication',
			'Download the rate card of your currency from Meta’s page about WhatsApp pricing, as CSV, and leave it as it is.',
		);
	return readTable(table, about);
}

interface Table {
	/** The place of each column. */
	columns: Map<string, number>;
	rows: string[][];
	/** As the lines before the table say: `Cost per message in BRL`. */
	currency?: string;
	decimalComma: boolean;
}

function findTable(text: string): Table | undefined {
	for (const delimiter of DELIMITERS) {
		const rows = readCsv(text, delimiter);
		for (const [place, row] of rows.entries()) {
			const headings = row.map((heading) => heading.toLowerCase().replace(/[^a-z]/g, ''));
			if (!NEEDED.every((name) => headings.includes(name))) continue;
			const columns = new Map(headings.map((name, at) => [name, at] as const).reverse());
			const before = rows.slice(0, place).flat().join(' ');
			const currency = /\bin ([A-Z]{3})\b/.exec(before)?.[1];
			const decimalComma = delimiter !== ',';
			return { columns, rows: rows.slice(place + 1), currency, decimalComma };
		}
	}
	return undefined;
}

interface Row {
	name: string;
	currency: string;
	prices: Prices;
}

function readTable(table: Table, about: { validFrom: string; source: string }): RateCardReading {
	const rows: Row[] = [];
	for (const [place, cells] of table.rows.entries()) {
		const read = readRow(table, cells, `Row ${place + 1} of the table`);
		if (read === 'note') continue;
		if ('ok' in read) return read;
		if (rows[0] && rows[0].currency !== read.currency)
			return refusal(
				`${rowOf(place, read.name)}, column Currency: ${read.currency}, while the rows before are in ${rows[0].currency}`,
				'A rate card has one currency. Load each currency as a file of its own.',
			);
		rows.push(read);
	}
	const [first] = rows;
	if (!first) return refusal('The rate card has headings and no prices', 'Download it again.');
	return cardOf(rows, { ...about, currency: first.currency });
}

/** Below the table Meta may have notes: one cell and no price. */
function readRow(
	{ columns, decimalComma, currency: said }: Table,
	cells: string[],
	where: string,
): Row | 'note' | Refusal {
	const cell = (column: string) => (cells[columns.get(column) ?? -1] ?? '').trim();
	const name = cell('market').replace(/\s+/g, ' ');
	const place = name === '' ? where : `${where} (${name})`;
	const filled = cells.filter((value) => value.trim() !== '').length;
	if (filled <= 1 && placeOf(name) === undefined) return 'note';
	if (name === '')
		return refusal(
			`${where}, column Market: there is no name`,
			'Write the name of the market, as Meta does.',
		);
	const currency = currencyOf(cell('currency')) ?? said;
	if (currency === undefined)
		return refusal(
			`${place}, column Currency: “${cell('currency')}” is no currency`,
			'It has to be as in $US or BRL.',
		);
	const prices: Prices = {};
	for (const [column, key] of Object.entries(PRICE_COLUMNS)) {
		const price = readPriceCell(cell(column), decimalComma);
		if (price === 'none') continue;
		if (typeof price === 'string') {
			const heading =
				key === 'authenticationInternational'
					? 'Authentication-International'
					: column[0]!.toUpperCase() + column.slice(1);
			return refusal(
				`${place}, column ${heading}: ${price}`,
				'It has to be a price as in 0.0118, or n/a.',
			);
		}
		prices[key] = price;
	}
	return { name, currency, prices };
}

/** The table is read; now what its names stand for. */
function cardOf(
	rows: Row[],
	about: Pick<RateCard, 'currency' | 'validFrom' | 'source'>,
): RateCardReading {
	const seen = new Set<string>();
	const places: Place[] = [];
	for (const [at, { name }] of rows.entries()) {
		const place = placeOf(name);
		if (place === undefined)
			return refusal(
				`${rowOf(at, name)}, column Market: this is no country and no region known here`,
				'Write it as Meta does, in English. If Meta has a new region, an update of this package will know it.',
			);
		if (seen.has(place.name))
			return refusal(
				`${rowOf(at, name)}, column Market: this market is in the file twice`,
				'Take out the row that does not hold.',
			);
		seen.add(place.name);
		places.push(place);
	}
	const { members, unplaced } = membersOf(places);
	const markets: Market[] = rows.map(({ name, prices }, at) => ({
		market: name,
		countries: members.get(places[at]!.name) ?? [],
		prices,
	}));
	const kept = markets.filter(
		// A region whose countries all have markets of their own would look like the one for every other country.
		({ countries }, at) => countries.length > 0 || places[at]!.kind === 'other',
	);
	return {
		ok: true,
		card: { ...about, markets: kept, ...(unplaced.length > 0 ? { unplaced } : {}) },
	};
}

type Refusal = Extract<RateCardReading, { ok: false }>;

const refusal = (message: string, whatToDo: string): Refusal => ({
	ok: false,
	message: `${message}.`,
	whatToDo,
});

const rowOf = (place: number, name: string): string => `Row ${place + 1} of the table (${name})`;

/** Signs that stand for one currency only. `$` alone may be any of a dozen. */
const SIGNS: Readonly<Record<string, string>> = { US: 'USD', '€': 'EUR', '£': 'GBP', '₹': 'INR' };

/** `$US` is how Meta writes dollars of the United States, `₹` how it writes rupees. */
function currencyOf(written: string): string | undefined {
	const letters = written.replace(/[$\s]/g, '').toUpperCase();
	return /^[A-Z]{3}$/.test(letters) ? letters : SIGNS[letters];
}

function isDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(`${text}T00:00Z`))) return false;
	return addDays(text, 0) === text;
}
