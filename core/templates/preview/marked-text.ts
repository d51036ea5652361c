import type { Inline } from './model';

/**
 * A text in which single characters of a private use area stand for parts that are ready: values that
 * are drawn apart, and code, whose asterisks are no markup. Formatting is then looked for in what is left.
 */
export interface MarkedText {
	text: string;
	atoms: Inline[];
}

const FIRST_MARK = 0xf0000;
const MARKS = /[\u{f0000}-\u{ffffd}]/gu;

/** Text of a template or a value, in which no mark can be mistaken for one of ours. */
export const withoutMarks = (text: string): string => text.replace(MARKS, '\ufffd');

/** Puts a part aside and gives the character that stands for it. */
export function mark(atoms: Inline[], atom: Inline): string {
	atoms.push(atom);
	return String.fromCodePoint(FIRST_MARK + atoms.length - 1);
}

/** A marked text without any formatting. */
export function plainText(text: string, atoms: Inline[]): Inline[] {
	return text
		.split(/([\u{f0000}-\u{ffffd}])/u)
		.filter((part) => part !== '')
		.map(
			(part): Inline =>
				atoms[(part.codePointAt(0) ?? 0) - FIRST_MARK] ?? { kind: 'text', text: part },
		);
}
