import { isObject } from '../../templates/json';
import { cellText, countryCode, saysYes, timeZoneName } from './cells';
import { mapColumns, recipientFields, variableName, type ColumnMapping } from './columns';
import { hasHeaders, readNumberedCsv, type NumberedRow } from './read-csv';
import { readText } from './read-text';

/** Somebody on a list, before anything about them is checked. */
export interface Recipient {
	/** Place on the list, from 1; in a file or a sheet as a spreadsheet counts, where the headers are a row. */
	row: number;
	/** As the list has it. */
	phone: unknown;
	name?: string;
	email?: string;
	ticketType?: string;
	/** As the list has it: `ja`, `pt-BR`. */
	language?: string;
	/** Two letters. */
	country?: string;
	/** Undefined where the list does not say. */
	consent?: boolean;
	/** IANA name. */
	timeZone?: string;
	/** All columns by the names variables have: `first_name`, `seat`. */
	values: Record<string, unknown>;
}

export interface RecipientList {
	recipients: Recipient[];
	/** Which column was taken for what. */
	columns: ColumnMapping;
	/** How many of the list were not meant, by their ticket type. */
	notChosen: number;
}

export interface ReadOptions {
	mapping?: ColumnMapping;
	/** Only people with one of these; empty or left out: everybody. */
	ticketTypes?: readonly string[];
}

/**
 * A list of recipients of whatever shape: the text or the bytes of a CSV file, rows of a Data Table or of a sheet (objects),
 * rows with a row of headers (lists), or plain phone numbers.
 *
 * @throws {Error} where no column has phone numbers, or the mapping names a column that is not there
 */
export function readRecipients(list: unknown, options: ReadOptions = {}): RecipientList {
	const rows = rowsOf(list);
	const headers = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))];
	if (rows.length === 0) return { recipients: [], columns: {}, notChosen: 0 };
	const columns = mapColumns(headers, options.mapping);
	if (columns.phone === undefined) {
		throw new Error(
			`No column seems to hold phone numbers (columns: ${headers.join(', ')}). Call one “phone”, or say which one it is.`,
		);
	}
	const all = rows.map(({ place, cells }) => recipientOf(cells, place, columns));
	const wanted = new Set((options.ticketTypes ?? []).map(comparable).filter((type) => type !== ''));
	const recipients =
		wanted.size === 0
			? all
			: all.filter(({ ticketType = '' }) => wanted.has(comparable(ticketType)));
	return { recipients, columns, notChosen: all.length - recipients.length };
}

const comparable = (text: string): string => cellText(text).toLowerCase();

type Row = Record<string, unknown>;

interface PlacedRow {
	place: number;
	cells: Row;
}

const placed = (rows: Row[]): PlacedRow[] =>
	rows.map((cells, index) => ({ place: index + 1, cells }));

function rowsOf(list: unknown): PlacedRow[] {
	if (list instanceof Uint8Array) return rowsOf(readText(list));
	if (typeof list === 'string') return fromLists(readNumberedCsv(list));
	if (!Array.isArray(list)) return isObject(list) ? placed([list]) : [];
	const rows = list.filter((row) => row !== null && row !== undefined && row !== '');
	if (rows.length > 0 && rows.every(Array.isArray)) {
		return fromLists(rows.map((fields, index) => ({ row: index + 1, fields })));
	}
	return placed(rows.map((row) => (isObject(row) ? row : { phone: row })));
}

function fromLists(
	rows: ReadonlyArray<Omit<NumberedRow, 'fields'> & { fields: unknown[] }>,
): PlacedRow[] {
	const [{ fields: first } = { fields: [] }, ...others] = rows;
	if (!hasHeaders(first)) {
		return rows.map(({ row, fields: [phone] }) => ({ place: row, cells: { phone } }));
	}
	const headers = first.map((header, index) => cellText(header) || `column ${index + 1}`);
	return others.map(({ row, fields }) => ({
		place: row,
		cells: Object.fromEntries(headers.map((header, i) => [header, fields[i]])),
	}));
}

function recipientOf(row: Row, place: number, columns: ColumnMapping): Recipient {
	const cell = (field: string) => {
		const header = columns[field];
		return header === undefined || !Object.hasOwn(row, header) ? undefined : row[header];
	};
	const text = (field: string) => cellText(cell(field)) || undefined;
	const name = text('name') ?? text('first_name');
	const consent = columns.consent === undefined ? undefined : (saysYes(cell('consent')) ?? false);
	return {
		row: place,
		phone: cell('phone'),
		...definedOnly({
			name,
			email: text('email'),
			ticketType: text('ticket_type'),
			language: text('language'),
			country: countryCode(cell('country')),
			consent,
			timeZone: timeZoneName(cell('time_zone')),
		}),
		values: valuesOf(row, columns, cell),
	};
}

/** What a template may be filled with: every column by its name, then what is known of the person. */
function valuesOf(row: Row, columns: ColumnMapping, cell: (field: string) => unknown): Row {
	const filled = (entries: Array<[string, unknown]>) =>
		entries.filter(([, value]) => value !== null && value !== undefined && value !== '');
	const known = ['name', 'first_name', 'email', 'ticket_type'].map((field): [string, unknown] => [
		field,
		cell(field),
	]);
	const named = Object.keys(columns)
		.filter((field) => !(recipientFields as readonly string[]).includes(field))
		.map((field): [string, unknown] => [field, cell(field)]);
	return Object.fromEntries(
		filled([
			['ticket_name', cell('ticket_type')],
			// A full name is never split: which part is the first one depends on the language.
			['first_name', cell('name')],
			...Object.entries(row).map(([header, value]): [string, unknown] => [
				variableName(header),
				value,
			]),
			...Object.entries(row),
			...known,
			...named,
		]),
	);
}

const definedOnly = <T extends object>(fields: T): T =>
	Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
