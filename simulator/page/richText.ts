import { el } from './dom.ts';
import { parseFormatting } from './format.ts';
import type { Token } from './format.ts';

const tags = { bold: 'strong', italic: 'em', strike: 's' } as const;

/** WhatsApp's formatting as elements; every piece of text stays text. */
export function richText(text: string): Node[] {
	return parseFormatting(text).map(nodeOf);
}

function nodeOf(token: Token): Node {
	if (token.type === 'text') return document.createTextNode(token.text);
	if (token.type === 'mono') return el('code', {}, token.text);
	if (token.type === 'link') return externalLink(token.url, token.text);
	return el(tags[token.type], {}, ...token.children.map(nodeOf));
}

export function externalLink(url: string, text: string, className?: string): HTMLAnchorElement {
	return el(
		'a',
		{
			...(className === undefined ? {} : { class: className }),
			attributes: { href: url, target: '_blank', rel: 'noopener noreferrer' },
		},
		text,
	);
}

/** The address, if it is one a browser may open from here; nothing for javascript: and its kin. */
export function webAddress(url: string | undefined): string | undefined {
	return url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : undefined;
}
