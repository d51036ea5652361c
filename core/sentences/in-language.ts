import { JAPANESE_ACCOUNT } from './japanese-account';
import { JAPANESE_BALANCE } from './japanese-balance';
import { JAPANESE_GUARD } from './japanese-guard';

/** A sentence, with the space before it; `known` where it is in the reader's language. */
export interface Said {
	text: string;
	known: boolean;
}

interface Row {
	pattern: RegExp;
	blanks: string[];
	words: string;
}

/** Longer texts are somebody else's. */
const LONGEST = 2_000;

/** What stands in a blank; an amount of money has no plain space in it, but may have one that does not break. */
const BLANKS: Readonly<Record<string, string>> = {
	...{ money: '[^ ]+', time: '[^ ]+', n: '[\\d.,]*\\d', days: '[\\d.,]*\\d' },
	// More than one sentence, maybe.
	...{ why: '.+', balance: '.+' },
};

/** Of any other blank: a part of a sentence. */
const PART = '(?:(?![.!?] [A-Z]).)+?';

/** Blanks that hold words of core's: where the table has none for them, it is somebody else's sentence. */
const OURS = ['left', 'cost', 'whose', 'shown', 'balance'];

const tables: ReadonlyMap<string, readonly Row[]> = new Map([
	['ja', rowsOf({ ...JAPANESE_ACCOUNT, ...JAPANESE_BALANCE, ...JAPANESE_GUARD })],
]);

/**
 * What core says in English, in the reader's language. Core's sentences are data of a flow, where they stay English; for
 * places where people read them, a table by language has each with its blanks, as gettext does. Words that core passes on
 * (WhatsApp's, a provider's) are in no table and stay as they are.
 *
 * @param language BCP 47; English for all that have no table
 * @returns the sentences in their order; their texts one after the other are the whole
 */
export function saidIn(language: string, english: string): Said[] {
	const rows = tables.get(/^[a-z]+/i.exec(language.trim())?.[0].toLowerCase() ?? '');
	return rows ? said(rows, english) : [{ text: english, known: true }];
}

/** The same as one text. */
export const inLanguage = (language: string, english: string): string =>
	joined(saidIn(language, english));

const joined = (all: readonly Said[]): string => all.map(({ text }) => text).join('');

/** From the left the longest run of sentences that has a row; one that has none stands for itself. */
function said(rows: readonly Row[], english: string): Said[] {
	if (english.length > LONGEST) return [{ text: english, known: false }];
	const sentences = english.split(/(?<=[.!?]) /);
	const all: Said[] = [];
	for (let at = 0; at < sentences.length;) {
		const runs = sentences.length - at;
		const found = Array.from({ length: runs }, (_, less) => sentences.slice(at, at + runs - less))
			.map((run) => ({ size: run.length, text: translated(rows, run.join(' ')) }))
			.find(({ text }) => text !== undefined);
		// A language that ends its sentences with 。 has no space between them.
		const space = all.length === 0 || all.at(-1)?.text.endsWith('。') ? '' : ' ';
		const text = found?.text ?? sentences[at] ?? '';
		all.push({ text: space + text, known: found !== undefined });
		at += found?.size ?? 1;
	}
	return all;
}

function translated(rows: readonly Row[], english: string): string | undefined {
	for (const { pattern, blanks, words } of rows) {
		const values = pattern.exec(english)?.slice(1);
		if (!values) continue;
		const filled = new Map(blanks.map((name, at) => [name, said(rows, values[at] ?? '')]));
		if (OURS.some((name) => filled.get(name)?.some(({ known }) => !known))) continue;
		return words.replace(/\{(\w+)\}/g, (_blank, name: string) => joined(filled.get(name) ?? []));
	}
	return undefined;
}

/** Those with most words of their own first: `{shown} is in review.` fits much. */
function rowsOf(table: Readonly<Record<string, string>>): Row[] {
	const size = (english: string) => english.replace(/\{\w+\}/g, '').length;
	return Object.entries(table)
		.sort(([one], [other]) => size(other) - size(one))
		.map(([english, words]) => {
			const parts = english.split(/\{(\w+)\}/);
			const blanks = parts.filter((_, at) => at % 2 === 1);
			const pattern = parts.map((part, at) =>
				at % 2 === 1 ? `(${BLANKS[part] ?? PART})` : part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
			);
			return { pattern: new RegExp(`^${pattern.join('')}$`, 's'), blanks, words };
		});
}
