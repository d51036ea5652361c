import { el } from './dom';

const STYLES = { '*': 'strong', _: 'em', '~': 's' } as const;

/** Scripts without spaces between words: a marker beside their letters is not inside a word. */
const UNSPACED =
	'\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}';
const WORD = `(?![${UNSPACED}])[\\p{L}\\p{N}]`;
const BEFORE = `(?<![*_~])(?<!(?=${WORD})[\\p{L}\\p{N}])`;

/** Code, a marker that opens before a visible character outside a word and closes likewise, a link. */
const SPAN = new RegExp(
	[
		'```([^`]+?)```',
		`${BEFORE}([*_~])(?=\\S)([^\\n]*?\\S)\\2(?!${WORD})`,
		`(https?:\\/\\/[^\\s<>"]*[^\\s<>".,;:!?)、。」])`,
	].join('|'),
	'u',
);

/**
 * WhatsApp's formatting as elements: *bold*, _italic_, ~strike~, ```code```, and links as WhatsApp
 * colours them. Single characters of the private use area stand for what `atoms` has.
 */
export function richText(text: string, atoms: Map<string, () => Node>): Node[] {
	const match = SPAN.exec(text);
	if (!match) return plainText(text, atoms);
	const [whole, code, marker, inside, link] = match;
	const formatted =
		code !== undefined
			? el('code', {}, ...plainText(code, atoms))
			: link !== undefined
				? el('span', { class: 'wae-link' }, ...plainText(link, atoms))
				: el(STYLES[marker as keyof typeof STYLES], {}, ...richText(inside ?? '', atoms));
	return [
		...plainText(text.slice(0, match.index), atoms),
		formatted,
		...richText(text.slice(match.index + whole.length), atoms),
	];
}

function plainText(text: string, atoms: Map<string, () => Node>): Node[] {
	return text
		.split(/([\ue000-\uf8ff])/)
		.filter((part) => part !== '')
		.map((part) => atoms.get(part)?.() ?? document.createTextNode(part));
}
