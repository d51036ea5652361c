/** What separates fields in the files people have: English and most others, German Excel, copied cells, old exports. */
const DELIMITERS = [',', ';', '\t', '|'];

/**
 * CSV as spreadsheets and ticketing platforms write it (RFC 4180, and what differs from it in practice): the delimiter is
 * found by itself, a byte order mark and a first line `sep=;` are no part of the list, fields may be quoted and hold
 * delimiters, quotes and line breaks, lines end in any way, and rows may be shorter or longer than the first.
 *
 * Never throws: a quote that is never closed holds the rest of its row.
 *
 * @param wanted the delimiter, where another part of the file than its first row tells
 * @returns the rows with their fields, without empty rows
 */
export const readCsv = (text: string, wanted?: string): string[][] =>
	readNumberedCsv(text, wanted).map(({ fields }) => fields);

/** A row of the file, with the number a spreadsheet shows beside it: empty rows count. */
export interface NumberedRow {
	row: number;
	fields: string[];
}

/** A list of phone numbers alone has no row of headers: its first row is somebody. */
export function hasHeaders([first, ...others]: readonly unknown[]): boolean {
	const isText = typeof first === 'string' || typeof first === 'number';
	const text = isText
		? String(first)
				.normalize('NFKC')
				.replace(/\p{Cf}/gu, '')
				.trim()
		: '';
	return others.length > 0 || !/^[+(]?[\d\s().-]{7,}$/.test(text);
}

/** As `readCsv`, for who names rows to people. */
export function readNumberedCsv(text: string, wanted?: string): NumberedRow[] {
	const { body, delimiter } = withoutPrelude(text.replace(/^\ufeff/, ''));
	return readRows(body, wanted ?? delimiter ?? likelyDelimiter(body));
}

/** Excel's own note about the delimiter. */
function withoutPrelude(text: string): { body: string; delimiter?: string } {
	const [line, delimiter] = /^"?sep=(.)"?\r?\n/i.exec(text) ?? [];
	return line === undefined ? { body: text } : { body: text.slice(line.length), delimiter };
}

/** The one that splits the first row into most fields; of a list of one column, none does. */
function likelyDelimiter(text: string): string {
	const fields = (delimiter: string) => readRows(text, delimiter, 1)[0]?.fields.length ?? 0;
	return DELIMITERS.reduce((best, one) => (fields(one) > fields(best) ? one : best));
}

/**
 * @param most rows after which reading ends
 */
function readRows(text: string, delimiter: string, most = Infinity): NumberedRow[] {
	const rows: NumberedRow[] = [];
	let row = 1;
	let fields: string[] = [];
	let at = 0;
	while (at < text.length && rows.length < most) {
		const field = readField(text, at, delimiter);
		fields.push(field.value);
		at = field.end;
		if (text[at] === delimiter) {
			at++;
			// A delimiter at the very end has an empty field behind it.
			if (at < text.length) continue;
			fields.push('');
		} else {
			at += text.startsWith('\r\n', at) ? 2 : 1;
		}
		if (fields.some((value) => value.trim() !== '')) rows.push({ row, fields });
		row++;
		fields = [];
	}
	return rows;
}

/** One field from `at` on, and where what ends it stands. */
function readField(text: string, at: number, delimiter: string): { value: string; end: number } {
	let value = '';
	let from = at;
	if (text[at] === '"') {
		const quoted = readQuoted(text, at + 1);
		value = quoted.value;
		from = quoted.end;
	}
	let end = from;
	while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r')
		end++;
	// What follows the closing quote belongs to the field, as spreadsheets read it.
	return { value: value + text.slice(from, end), end };
}

/** From behind the opening quote to behind the closing one; two quotes stand for one. */
function readQuoted(text: string, start: number): { value: string; end: number } {
	let value = '';
	let at = start;
	for (;;) {
		const quote = text.indexOf('"', at);
		if (quote < 0) return { value: value + text.slice(at), end: text.length };
		value += text.slice(at, quote);
		if (text[quote + 1] !== '"') return { value, end: quote + 1 };
		value += '"';
		at = quote + 2;
	}
}
