import { drawBlocks, drawInline } from './draw-inline';
import { escapeHtml } from './escape';
import { icon, type IconName } from './icons';
import {
	BUTTONS_SHOWN,
	type PreviewButton,
	type PreviewCard,
	type PreviewHeader,
	type PreviewLabels,
	type PreviewOffer,
} from './model';

export function drawHeader(header: PreviewHeader | undefined, labels: PreviewLabels): string {
	if (!header) return '';
	switch (header.kind) {
		case 'text':
			return `<div class="wap-head" dir="auto">${drawInline(header.text)}</div>`;
		case 'document': {
			const value = header.value ? `<small>${drawInline(header.value)}</small>` : '';
			return `<div class="wap-file">${icon('document')}<div>${drawInline(header.fileName)}${value}</div></div>`;
		}
		case 'location':
			return (
				`<div class="wap-place"><div class="wap-map">${icon('pin')}</div><div class="wap-where" dir="auto">` +
				`<b>${drawInline(header.place)}</b><small>${drawInline(header.address)}</small></div></div>`
			);
		case 'product': {
			const value = header.value ? `<small>${drawInline(header.value)}</small>` : '';
			return `<div class="wap-item">${icon('product')}<div>${escapeHtml(labels.product)}${value}</div></div>`;
		}
		default:
			return drawMedia(header);
	}
}

type Media = Extract<PreviewHeader, { kind: 'image' | 'video' | 'gif' }>;

/** The picture itself where its link is public, over a drawing that shows where it cannot be loaded. */
function drawMedia({ kind, link, value }: Media): string {
	const picture = link === undefined || kind === 'video' ? '' : drawPicture(link);
	const play = kind === 'video' ? `<span class="wap-play">${icon('play')}</span>` : '';
	const known = value && picture === '' ? `<small>${drawInline(value)}</small>` : '';
	const drawing = kind === 'video' ? '' : icon(kind);
	return `<div class="wap-media">${drawing}${picture}${play}${known}</div>`;
}

/**
 * As a background, because a picture that cannot be loaded then leaves the drawing alone. The link has
 * neither quotes nor backslashes (`linkOf`), so it cannot end the `url("…")` it stands in.
 */
const drawPicture = (link: string) =>
	`<div class="wap-picture" style="background-image:url(&quot;${escapeHtml(link)}&quot;)"></div>`;

export function drawOffer(offer: PreviewOffer | undefined, labels: PreviewLabels): string {
	if (!offer) return '';
	const fact = (text: string) => `<span class="wap-fact">${text}</span>`;
	return (
		`<div class="wap-offer">${icon('gift')}<div><b dir="auto">${drawInline(offer.text)}</b>` +
		(offer.ends ? fact(drawInline(offer.ends)) : '') +
		(offer.code ? fact(`${escapeHtml(labels.code)} ${drawInline(offer.code)}`) : '') +
		'</div></div>'
	);
}

const ICONS_OF_BUTTONS = {
	reply: 'reply',
	link: 'link',
	phone: 'phone',
	copy: 'copy',
	form: 'form',
	catalog: 'catalog',
	product: 'product',
	pay: 'pay',
	contact: 'contact',
	other: 'other',
} as const satisfies Record<PreviewButton['kind'], IconName>;

function drawButton({ kind, text, link, code }: PreviewButton): string {
	const below = link ?? code;
	const small = below ? `<small dir="ltr">${drawInline(below)}</small>` : '';
	const label = `<span class="wap-label" dir="auto">${escapeHtml(text)}</span>`;
	return `<div class="wap-button">${icon(ICONS_OF_BUTTONS[kind])}${label}${small}</div>`;
}

export function drawButtons(buttons: PreviewButton[], labels: PreviewLabels): string {
	if (buttons.length === 0) return '';
	const shown = buttons.length > BUTTONS_SHOWN ? buttons.slice(0, BUTTONS_SHOWN - 1) : buttons;
	const all = escapeHtml(labels.allOptions);
	const more =
		shown === buttons
			? ''
			: `<div class="wap-button">${icon('list')}<span class="wap-label" dir="auto">${all}</span></div>`;
	return `<div class="wap-buttons">${shown.map(drawButton).join('')}${more}</div>`;
}

/** The list that the last button opens. */
export const drawAllOptions = (buttons: PreviewButton[]): string =>
	buttons.length > BUTTONS_SHOWN
		? `<div class="wap-more">${buttons.map(drawButton).join('')}</div>`
		: '';

export function drawCards(cards: PreviewCard[], labels: PreviewLabels): string {
	if (cards.length === 0) return '';
	const drawn = cards.map(
		({ header, body, buttons }) =>
			`<div class="wap-card">${drawHeader(header, labels)}<div class="wap-text">${drawBlocks(body)}</div>` +
			`${drawButtons(buttons, labels)}</div>`,
	);
	return `<div class="wap-cards">${drawn.join('')}</div>`;
}
