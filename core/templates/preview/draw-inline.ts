import { escapeHtml } from './escape';
import type { Block, Inline } from './model';

const TAGS = { bold: 'b', italic: 'em', strike: 's' } as const;

/** Parts of a line as HTML. */
export const drawInline = (parts: Inline[]): string => parts.map(drawPart).join('');

function drawPart(part: Inline): string {
	switch (part.kind) {
		case 'text':
			return escapeHtml(part.text);
		case 'bold':
		case 'italic':
		case 'strike':
			return `<${TAGS[part.kind]}>${drawInline(part.children)}</${TAGS[part.kind]}>`;
		case 'code':
			return `<code class="wap-code">${drawInline(part.children)}</code>`;
		case 'link':
			return `<span class="wap-link">${drawInline(part.children)}</span>`;
		case 'sample':
			return `<span class="wap-sample">${escapeHtml(part.text)}</span>`;
		default:
			return `<span class="wap-chip" dir="ltr">${escapeHtml(part.text)}</span>`;
	}
}

export const drawBlocks = (blocks: Block[]): string => blocks.map(drawBlock).join('');

const line = (children: Inline[]) =>
	`<div class="wap-line" dir="auto">${drawInline(children)}</div>`;

function drawBlock(block: Block): string {
	switch (block.kind) {
		case 'line':
			return line(block.children);
		case 'quote':
			return `<div class="wap-quote">${block.lines.map(line).join('')}</div>`;
		case 'list': {
			// The numbers are text: n8n removes `start` and `value`.
			const items = block.items.map(
				(item, at) =>
					`<li><span class="wap-mark">${block.start === undefined ? '•' : `${block.start + at}.`}</span>` +
					`<div class="wap-line" dir="auto">${drawInline(item)}</div></li>`,
			);
			return `<ul class="wap-list">${items.join('')}</ul>`;
		}
	}
}
