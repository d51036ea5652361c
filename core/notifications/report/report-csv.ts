import { maskPhone } from '../../messages/recipient';
import type { ResultRow } from '../sending/result-row';
import { adviceIn, sentenceIn } from './japanese-sentences';
import { wordsFor, type Words } from './words';
import { writeCsv, type CsvCell } from './write-csv';

export interface CsvOptions {
	/** Whole numbers instead of their last four digits. */
	fullPhones?: boolean;
	/** Of the headers and states: `en`, `ja`. */
	language?: string;
}

type Column = [
	header: keyof Words['csv'],
	cell: (row: ResultRow, words: Words, fullPhones: boolean) => CsvCell,
];

const COLUMNS: Column[] = [
	['row', ({ row }) => row],
	['name', ({ name }) => name],
	['phone', ({ to }, _words, fullPhones) => (fullPhones ? to : maskPhone(to))],
	['ticketType', ({ ticketType }) => ticketType],
	['state', ({ state }, words) => words.states[state]],
	['reason', ({ reason }) => reason],
	['code', ({ code }) => code],
	['message', (row, words) => (row.state === 'accepted' ? '' : sentenceIn(words, row))],
	['whatToDo', (row, words) => (row.whatToDo === '' ? '' : adviceIn(words, row))],
	['template', ({ template }) => template],
	['language', ({ language }) => language],
	['country', ({ country }) => country],
	['category', ({ category }) => category.toLowerCase()],
	['price', ({ price }) => price],
	['messageId', ({ messageId }) => messageId],
	['at', ({ at }) => at],
];

/** One line per person, in the order of the list. */
export function reportCsv(
	rows: readonly ResultRow[],
	{ fullPhones = false, language = 'en' }: CsvOptions = {},
): string {
	const words = wordsFor(language);
	return writeCsv([
		COLUMNS.map(([header]) => words.csv[header]),
		...[...rows]
			.sort((a, b) => a.row - b.row)
			.map((row) => COLUMNS.map(([, cell]) => cell(row, words, fullPhones))),
	]);
}
