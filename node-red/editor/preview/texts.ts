import type { Block, Inline } from '../../../core/templates/preview';
import { el } from '../dom';
import { t } from '../words';

const TAGS = { bold: 'strong', italic: 'em', strike: 's', code: 'code' } as const;

/** Parts of a line as nodes: text stays text, samples and what a message brings are told apart. */
export const inline = (parts: Inline[]): Node[] => parts.map(nodeOf);

function nodeOf(part: Inline): Node {
	switch (part.kind) {
		case 'text':
			return document.createTextNode(part.text);
		case 'link':
			return el('span', { class: 'wae-link' }, ...inline(part.children));
		case 'sample':
		case 'variable':
			return el('span', { class: 'wae-sample', title: t('preview.sampleTitle') }, part.text);
		case 'reference':
			return el('span', { class: 'wae-chip', dir: 'ltr', title: part.text }, part.text);
		default:
			return el(TAGS[part.kind], {}, ...inline(part.children));
	}
}

export const blocksOf = (blocks: Block[]): Node[] => blocks.map(blockOf);

const lineOf = (children: Inline[]) =>
	el('div', { class: 'wae-line', dir: 'auto' }, ...inline(children));

function blockOf(block: Block): Node {
	switch (block.kind) {
		case 'line':
			return lineOf(block.children);
		case 'quote':
			return el('blockquote', { class: 'wae-quote' }, ...block.lines.map(lineOf));
		case 'list': {
			const items = block.items.map((item) => el('li', { dir: 'auto' }, ...inline(item)));
			return block.start === undefined
				? el('ul', { class: 'wae-bullets' }, ...items)
				: el('ol', { class: 'wae-bullets', start: String(block.start) }, ...items);
		}
	}
}
