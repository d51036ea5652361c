import { mark, plainText, type MarkedText } from './marked-text';
import type { Block, Inline } from './model';

const KINDS = { '*': 'bold', _: 'italic', '~': 'strike' } as const;

/** Scripts without spaces between words: a marker beside their letters is not inside a word. */
const UNSPACED =
	'\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}';
const WORD = `(?![${UNSPACED}])[\\p{L}\\p{N}]`;
const BEFORE = `(?<![*_~])(?<!(?=${WORD})[\\p{L}\\p{N}])`;

/** A marker that opens before a visible character outside a word and closes likewise, or a link. */
const SPAN = new RegExp(
	[
		`${BEFORE}([*_~])(?=\\S)([^\\n]*?\\S)\\1(?!${WORD})`,
		'(https?:\\/\\/[^\\s<>"]*[^\\s<>".,;:!?)、。」])',
	].join('|'),
	'u',
);

const CODE = /```([^`]+?)```|`([^`\n]+?)`/g;

/** Longest text WhatsApp has; formatting is not looked for in longer ones. */
const LONGEST = 4096;

/**
 * WhatsApp's formatting, taken apart: *bold*, _italic_, ~strike~, ```code```, `code`, links, "> " for a
 * quote, "- " or "* " and "1. " for lists. Source: WhatsApp's help, "How to format your messages".
 */
export function richText({ text, atoms }: MarkedText): Block[] {
	if (text.length > LONGEST)
		return text.split(/\r?\n/).map((line) => lineOf(plainText(line, atoms)));
	const known = [...atoms];
	const codeAside = text.replace(CODE, (_whole, fenced?: string, inline?: string) =>
		mark(known, { kind: 'code', children: plainText(fenced ?? inline ?? '', atoms) }),
	);
	const blocks: Block[] = [];
	for (const line of codeAside.split(/\r?\n/)) addLine(blocks, line, known);
	return blocks;
}

const lineOf = (children: Inline[]): Block => ({ kind: 'line', children });

/** A line joins the quote or the list above it, or stands for itself. */
function addLine(blocks: Block[], line: string, atoms: Inline[]): void {
	const last = blocks.at(-1);
	const [, sign, number, item] = /^(?:([-*])|(\d{1,3})\.) (.*\S.*)$/u.exec(line) ?? [];
	if (/^> \S/.test(line)) {
		const quoted = formatted(line.replace(/^> /, ''), atoms);
		if (last?.kind === 'quote') last.lines.push(quoted);
		else blocks.push({ kind: 'quote', lines: [quoted] });
	} else if (item !== undefined) {
		const children = formatted(item, atoms);
		const same = last?.kind === 'list' && (last.start === undefined) === (sign !== undefined);
		if (same) last.items.push(children);
		else if (sign !== undefined) blocks.push({ kind: 'list', items: [children] });
		else blocks.push({ kind: 'list', start: Number(number), items: [children] });
	} else {
		blocks.push(lineOf(formatted(line, atoms)));
	}
}

/** One line with its bold, italic and struck words and its links. */
export function formatted(line: string, atoms: Inline[]): Inline[] {
	const found: Inline[] = [];
	let rest = line;
	for (let match = SPAN.exec(rest); match; match = SPAN.exec(rest)) {
		const [whole, marker, inside, link] = match;
		found.push(...plainText(rest.slice(0, match.index), atoms));
		found.push(
			link === undefined
				? {
						kind: KINDS[marker as keyof typeof KINDS],
						children: formatted(inside ?? '', atoms),
					}
				: { kind: 'link', children: plainText(link, atoms) },
		);
		rest = rest.slice(match.index + whole.length);
	}
	return [...found, ...plainText(rest, atoms)];
}
