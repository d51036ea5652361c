/** What spreadsheets take for the beginning of a formula (OWASP, "CSV Injection"), also in full width. */
const FORMULA = /^[\s\u00a0]*[=+\-@＝＋－＠\t\r]/;

export type CsvCell = string | number | null | undefined;

/**
 * Rows → CSV as RFC 4180 has it: lines end in CRLF, and what holds a comma, a quote or a line break is quoted. A text that a
 * spreadsheet would run as a formula gets an apostrophe in front, since names come from forms anybody can fill in.
 */
export const writeCsv = (rows: ReadonlyArray<readonly CsvCell[]>): string =>
	rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');

function cellOf(cell: CsvCell): string {
	if (cell === null || cell === undefined) return '';
	if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
	const safe = FORMULA.test(cell) ? `'${cell}` : cell;
	return /[",\r\n;]/.test(safe) || safe !== safe.trim() ? `"${safe.replace(/"/g, '""')}"` : safe;
}
