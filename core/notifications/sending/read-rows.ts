import { isObject } from '../../templates/json';
import { resultColumns, resultStates, type ResultRow, type ResultState } from './result-row';

/**
 * Rows as a table gives them back → rows of results: what a table may have added (its own ids and times) is left out, and
 * what it made of empty cells is empty again.
 */
export function readRows(rows: readonly unknown[]): ResultRow[] {
	return rows.filter(isObject).flatMap((row) => {
		const state = resultStates.find((one) => one === row.state);
		return state === undefined ? [] : [readRow(row, state)];
	});
}

function readRow(row: Record<string, unknown>, state: ResultState): ResultRow {
	const cells = resultColumns.map(({ name, type }) => {
		const cell = row[name];
		const isEmpty = cell === null || cell === undefined || cell === '';
		if (type === 'string') return [name, isEmpty ? '' : String(cell)];
		return [name, isEmpty ? (name === 'price' ? null : 0) : Number(cell)];
	});
	return { ...(Object.fromEntries(cells) as unknown as ResultRow), state };
}
