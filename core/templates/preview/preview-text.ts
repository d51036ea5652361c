import type {
	Block,
	Inline,
	PreviewButton,
	PreviewHeader,
	PreviewModel,
	PreviewModelOptions,
	PreviewOffer,
} from './model';
import { previewModel, type PreviewedTemplate } from './preview-model';

/** A template as plain text, for logs and for AI tools: what the phone shows, line by line. */
export function previewText(
	template: PreviewedTemplate,
	options: PreviewModelOptions = {},
): string {
	const model = previewModel(template, options);
	return [
		[model.name, model.language, model.category.toLowerCase()].filter(Boolean).join(' · '),
		'',
		...messageLines(model),
		...model.cards.flatMap((card, at) => ['', `[Card ${at + 1}]`, ...messageLines(card)]),
	].join('\n');
}

type Message = Pick<PreviewModel, 'body' | 'buttons' | 'header' | 'offer' | 'footer'>;

function messageLines({ header, offer, body, footer, buttons }: Message): string[] {
	return [
		...(header ? headerLines(header) : []),
		...(offer ? offerLines(offer) : []),
		...body.flatMap(blockLines),
		...(footer ? [inlineText(footer)] : []),
		...buttons.map(buttonLine),
	];
}

/** Markup is left out: what is bold on the phone is plain here. */
const inlineText = (parts: Inline[]): string =>
	parts.map((part) => ('text' in part ? part.text : inlineText(part.children))).join('');

function blockLines(block: Block): string[] {
	switch (block.kind) {
		case 'line':
			return [inlineText(block.children)];
		case 'quote':
			return block.lines.map((line) => `> ${inlineText(line)}`);
		case 'list': {
			const { start, items } = block;
			return items.map(
				(item, at) => `${start === undefined ? '-' : `${start + at}.`} ${inlineText(item)}`,
			);
		}
	}
}

function headerLines(header: PreviewHeader): string[] {
	switch (header.kind) {
		case 'text':
			return [inlineText(header.text)];
		case 'document':
			return [`[Document: ${inlineText(header.fileName)}]`];
		case 'location': {
			const lines = [header.place, header.address].map(inlineText).filter((line) => line !== '');
			return [`[Location: ${lines.join(', ')}]`];
		}
		case 'product':
			return [header.value ? `[Product: ${inlineText(header.value)}]` : '[Product]'];
		default: {
			const kind = { image: 'Image', video: 'Video', gif: 'GIF' }[header.kind];
			const known = header.link ?? (header.value && inlineText(header.value));
			return [known === undefined ? `[${kind}]` : `[${kind}: ${known}]`];
		}
	}
}

function offerLines({ text, ends, code }: PreviewOffer): string[] {
	const facts = [text, ends, code].flatMap((fact) => (fact ? [inlineText(fact)] : []));
	return [`[Offer: ${facts.join(', ')}]`];
}

function buttonLine({ text, link, code }: PreviewButton): string {
	const below = link ?? code;
	return below ? `[${text}: ${inlineText(below)}]` : `[${text}]`;
}
