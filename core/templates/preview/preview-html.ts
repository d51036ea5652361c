import { drawBlocks, drawInline } from './draw-inline';
import { drawAllOptions, drawButtons, drawCards, drawHeader, drawOffer } from './draw-parts';
import { escapeHtml } from './escape';
import type { PreviewModel, PreviewModelOptions } from './model';
import { previewModel, type PreviewedTemplate } from './preview-model';
import { STYLE } from './styles';

export interface PreviewOptions extends PreviewModelOptions {
	/**
	 * `auto` follows the system of whoever looks.
	 * @default 'auto'
	 */
	theme?: 'light' | 'dark' | 'auto';
	/** Above the preview, and the title of the page. */
	title?: string;
	/**
	 * Line above each message; name, language and category where it is left out, nothing where it is ''.
	 */
	caption?: string;
}

/**
 * One template as it looks on the phone: a whole HTML page without script, whose style and icons are
 * inside it. Nothing is loaded but header pictures from public https links. Made to survive what n8n's
 * HTML display removes (`svg`, `dir`, `data:` pictures), and safe whatever the template says.
 */
export const previewHtml = (template: PreviewedTemplate, options: PreviewOptions = {}): string =>
	previewPage([template], options);

/** Many templates on one page, side by side where there is room. */
export function previewPage(
	templates: readonly PreviewedTemplate[],
	options: PreviewOptions = {},
): string {
	const { theme = 'auto', title, caption } = options;
	const models = templates.map((template) => previewModel(template, options));
	const first = models[0];
	const language = models.length === 1 && first ? first.language.replace('_', '-') : 'en';
	const name = title ?? (models.length === 1 && first ? first.name : `${models.length} templates`);
	const themed = theme === 'light' ? 'wap-page' : `wap-page wap-${theme}`;
	return (
		`<!doctype html><html lang="${escapeHtml(language)}"><head><meta charset="utf-8">` +
		'<meta name="viewport" content="width=device-width,initial-scale=1">' +
		`<title>${escapeHtml(name)}</title><style>${STYLE}</style></head><body>` +
		`<div class="${themed}">` +
		(title === undefined ? '' : `<h1 class="wap-title" dir="auto">${escapeHtml(title)}</h1>`) +
		`<div class="wap-grid">${models.map((model) => drawPhone(model, caption)).join('')}</div>` +
		'</div></body></html>'
	);
}

/**
 * One message for a page of one's own: what `previewPage` draws for it, without the page. The style sheet is
 * {@link PREVIEW_STYLE}, and around it all goes an element of the class `wap-page`, with `wap-dark` or `wap-auto`.
 */
export const previewPhone = (template: PreviewedTemplate, options: PreviewOptions = {}): string =>
	drawPhone(previewModel(template, options), options.caption);

export { STYLE as PREVIEW_STYLE };

function drawPhone(model: PreviewModel, caption: string | undefined): string {
	const { language, rightToLeft, footer, buttons, cards, labels } = model;
	const chat = rightToLeft ? 'class="wap-chat wap-rtl" dir="rtl"' : 'class="wap-chat" dir="ltr"';
	return (
		`<div class="wap-one">${drawCaption(model, caption)}` +
		`<div ${chat} lang="${escapeHtml(language.replace('_', '-'))}"><div class="wap-bubble">` +
		drawHeader(model.header, labels) +
		drawOffer(model.offer, labels) +
		`<div class="wap-text">${drawBlocks(model.body)}</div>` +
		(footer ? `<div class="wap-foot" dir="auto">${drawInline(footer)}</div>` : '') +
		`<div class="wap-time"><span dir="ltr">${escapeHtml(model.time)}</span></div>` +
		drawButtons(buttons, labels) +
		`</div>${drawAllOptions(buttons)}${drawCards(cards, labels)}</div></div>`
	);
}

function drawCaption({ name, language, category }: PreviewModel, caption: string | undefined) {
	if (caption === '') return '';
	const facts = [language, category.toLowerCase()].filter((fact) => fact !== '').join(' · ');
	const text =
		caption === undefined ? `<b>${escapeHtml(name)}</b> ${escapeHtml(facts)}` : escapeHtml(caption);
	return `<p class="wap-caption">${text}</p>`;
}
