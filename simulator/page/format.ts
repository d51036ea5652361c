/**
 * WhatsApp's text formatting: *bold*, _italic_, ~strike~, `code`, ```mono``` and links.
 * Follows https://faq.whatsapp.com/539178204879377: a marker opens only before a visible character
 * and not inside a word, closes the same way round, and never crosses a line.
 */

export type Token =
	| { type: 'text'; text: string }
	| { type: 'link'; text: string; url: string }
	| { type: 'mono'; text: string; marker: '`' | '```' }
	| { type: 'bold' | 'italic' | 'strike'; marker: string; children: Token[] };

const styles: Record<string, 'bold' | 'italic' | 'strike'> = {
	'*': 'bold',
	_: 'italic',
	'~': 'strike',
};

interface Opaque {
	start: number;
	end: number;
	token: Token;
}

const opaquePattern =
	/```([^`]+?)```|`([^`\n]+)`|(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<>"`]+/giu;
const trailing = /[*_~.,;:!?'"()[\]{}、。」）]+$/u;
const wordCharacter = /[\p{L}\p{N}]/u;
/** Scripts that put no space between words: a marker beside their letters is not inside a word. */
const unspaced =
	/[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;

/** Spans in which no marker counts: code and addresses (an underscore in a URL is not italic). */
function opaqueSpans(text: string): Opaque[] {
	const spans: Opaque[] = [];
	for (const match of text.matchAll(opaquePattern)) {
		const start = match.index;
		if (match[1] !== undefined || match[2] !== undefined) {
			const token: Token =
				match[1] !== undefined
					? { type: 'mono', text: match[1], marker: '```' }
					: { type: 'mono', text: match[2] ?? '', marker: '`' };
			spans.push({ start, end: start + match[0].length, token });
			continue;
		}
		const address = trimAddress(match[0]);
		const url = /^www\./i.test(address) ? `https://${address}` : address;
		if (!URL.canParse(url)) continue;
		spans.push({ start, end: start + address.length, token: { type: 'link', text: address, url } });
	}
	return spans;
}

/** Drops what ends the sentence rather than the address, but keeps a bracket the address opened. */
function trimAddress(raw: string): string {
	const trimmed = raw.replace(trailing, '');
	return trimmed.includes('(') && raw[trimmed.length] === ')' ? `${trimmed})` : trimmed;
}

function isWordAt(text: string, index: number): boolean {
	const character = text[index];
	if (character === undefined) return false;
	// A surrogate half is a letter only together with its other half.
	if (/[\uD800-\uDFFF]/.test(character)) {
		const low = /[\uDC00-\uDFFF]/.test(character);
		const pair = low ? text.slice(index - 1, index + 1) : text.slice(index, index + 2);
		return isWordCharacter(pair);
	}
	return isWordCharacter(character);
}

function isWordCharacter(character: string): boolean {
	return wordCharacter.test(character) && !unspaced.test(character);
}

function isBlank(character: string | undefined): boolean {
	return character === undefined || /\s/.test(character);
}

export function parseFormatting(text: string): Token[] {
	const spans = opaqueSpans(text);
	const spanAt = new Map(spans.map((span) => [span.start, span]));

	function closerOf(open: number, end: number): number {
		const marker = text[open];
		for (let at = open + 1; at < end; at++) {
			const span = spanAt.get(at);
			if (span !== undefined) {
				at = span.end - 1;
				continue;
			}
			if (text[at] === '\n') return -1;
			if (text[at] !== marker || at === open + 1) continue;
			if (!isBlank(text[at - 1]) && !isWordAt(text, at + 1)) return at;
		}
		return -1;
	}

	function parseRange(start: number, end: number, active: string): Token[] {
		const tokens: Token[] = [];
		let plainFrom = start;
		let at = start;
		const flush = (): void => {
			if (at > plainFrom) tokens.push({ type: 'text', text: text.slice(plainFrom, at) });
		};
		while (at < end) {
			const span = spanAt.get(at);
			if (span !== undefined) {
				flush();
				tokens.push(span.token);
				at = plainFrom = span.end;
				continue;
			}
			const marker = text[at] ?? '';
			const type = active.includes(marker) ? undefined : styles[marker];
			if (type === undefined || isWordAt(text, at - 1) || isBlank(text[at + 1])) {
				at++;
				continue;
			}
			const close = closerOf(at, end);
			if (close === -1) {
				at++;
				continue;
			}
			flush();
			tokens.push({ type, marker, children: parseRange(at + 1, close, active + marker) });
			at = plainFrom = close + 1;
		}
		flush();
		return tokens;
	}

	return parseRange(0, text.length, '');
}

/** The text with its markers, exactly as it was written. */
export function sourceOf(tokens: Token[]): string {
	return tokens
		.map((token) => {
			if (token.type === 'mono') return token.marker + token.text + token.marker;
			if ('children' in token) return token.marker + sourceOf(token.children) + token.marker;
			return token.text;
		})
		.join('');
}

/** The text as it is read, without markers. */
export function plainOf(tokens: Token[]): string {
	return tokens
		.map((token) => ('children' in token ? plainOf(token.children) : token.text))
		.join('');
}
