import { drawCard, text } from '../../notifications/report/draw';
import type { ChartName } from './chart-data';

interface PictureParts {
	/** The picture in a sentence, for who does not see it. */
	summary: string;
	/** HTML of the same numbers. */
	table: string;
	notes?: string[];
	/** Too many columns to stand beside the picture. */
	isWide?: boolean;
}

/** A picture with its table beside it, below it where one of them is wide; without a script the table alone. */
export function drawPicture(
	name: ChartName,
	title: string,
	{ summary, table, notes = [], isWide }: PictureParts,
): string {
	const lines = notes.filter(Boolean).map((note) => `<p class="wan-note">${text(note)}</p>`);
	return drawCard(
		title,
		`<div class="wac-picture${isWide ? ' wac-wide' : ''}"><div class="wac-chart"><canvas id="wac-${name}" role="img" aria-label="${text(summary)}"></canvas></div>` +
			`${table}</div>${lines.join('')}`,
	);
}

export interface Column<Row> {
	title: string;
	/** Escaped by the table. */
	cell: (row: Row) => string;
	/** A number: to the right, and never broken. */
	isNumber?: boolean;
	/** The colour of this column in the picture. */
	swatch?: string;
}

/**
 * Rows for reading and for screen readers. Each has a bar, which is seen where no picture is.
 *
 * @param share of the longest bar, 0 to 1
 */
export function drawTable<Row>(
	caption: string,
	columns: ReadonlyArray<Column<Row>>,
	rows: readonly Row[],
	{ share, total }: { share?: (row: Row) => number; total?: string[] } = {},
): string {
	const kind = ({ isNumber }: Column<Row>) => (isNumber ? ' class="wan-n"' : '');
	const head = columns.map((column) => {
		const swatch = column.swatch ? `<i class="wac-swatch wac-${column.swatch}"></i>` : '';
		return `<th scope="col"${kind(column)}>${swatch}${text(column.title)}</th>`;
	});
	const bar = (row: Row): string => {
		if (!share) return '';
		const width = Math.round(Math.min(1, Math.max(0, share(row))) * 100);
		return `<td class="wac-bar" aria-hidden="true"><span class="wan-track"><span class="wan-bar wan-w${width || 0}"></span></span></td>`;
	};
	const body = rows.map((row) => {
		const [first, ...others] = columns.map((column, n) =>
			n === 0
				? `<th scope="row">${text(column.cell(row))}</th>`
				: `<td${kind(column)}>${text(column.cell(row))}</td>`,
		);
		return `<tr>${first ?? ''}${bar(row)}${others.join('')}</tr>`;
	});
	const foot = total
		? `<tfoot><tr>${columns.map((column, n) => `<td${kind(column)}>${text(total[n] ?? '')}</td>${n === 0 && share ? '<td class="wac-bar"></td>' : ''}`).join('')}</tr></tfoot>`
		: '';
	return (
		`<div class="wan-scroll wac-table" role="region" tabindex="0" aria-label="${text(caption)}"><table class="wan-table">` +
		`<thead><tr>${head[0] ?? ''}${share ? '<td class="wac-bar"></td>' : ''}${head.slice(1).join('')}</tr></thead>` +
		`<tbody>${body.join('')}</tbody>${foot}</table></div>`
	);
}
