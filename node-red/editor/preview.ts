import { listParameters, type TemplateParameter } from '../../core/templates/parameters';
import { renderText } from '../../core/templates/render-text';
import {
	componentOf,
	type MessageTemplate,
	type TemplateButton,
} from '../../core/templates/template';
import { el, icon } from './dom';
import { richText } from './rich-text';
import { fixedText, isFilled, referenceOf, type Variable } from './variable';
import { languageName, t } from './words';

/** Languages WhatsApp writes from right to left. */
const RIGHT_TO_LEFT = /^(ar|fa|he|ur|ps|dv|ckb)(_|$)/;

const BUTTON_ICONS: Record<string, string> = {
	URL: 'external-link',
	PHONE_NUMBER: 'phone',
	VOICE_CALL: 'phone',
	COPY_CODE: 'clone',
	QUICK_REPLY: 'reply',
};

/** The message as the phone will show it: fixed texts filled in, chips for what the message brings. */
export function preview(template: MessageTemplate, variables: Variable[]): HTMLElement {
	const parameters = listParameters(template);
	const atoms = new Map<string, () => Node>();
	const texts: Record<string, string> = {};
	for (const [index, parameter] of parameters.entries()) {
		const variable = variables.find(({ id }) => id === parameter.id);
		const atom = atomFor(parameter, variable);
		if (atom === undefined) {
			texts[parameter.id] = fixedText(variable as Variable);
			continue;
		}
		const mark = String.fromCharCode(0xe000 + index);
		atoms.set(mark, atom);
		texts[parameter.id] = mark;
	}
	const rendered = renderText(template, texts);
	const bubble = el(
		'div',
		{ class: 'wae-bubble', dir: RIGHT_TO_LEFT.test(template.language) ? 'rtl' : undefined },
		headerOf(template, rendered.header, texts, atoms),
		el('div', { class: 'wae-bubble-body', dir: 'auto' }, ...richText(rendered.body, atoms)),
		rendered.footer !== undefined &&
			el('div', { class: 'wae-bubble-footer', dir: 'auto' }, rendered.footer),
		el('div', { class: 'wae-bubble-time', dir: 'ltr' }, '10:27'),
		buttonsOf(template, texts, atoms),
	);
	bubble.lang = template.language.replace('_', '-');
	return el('div', { class: 'wae-chat' }, bubble);
}

/** A chip or a sample; nothing for a fixed text, which is written as it is. */
function atomFor(
	parameter: TemplateParameter,
	variable: Variable | undefined,
): (() => Node) | undefined {
	if (variable === undefined || !isFilled(variable)) {
		const sample = parameter.sample || `{{${parameter.name ?? parameter.id}}}`;
		return () => el('span', { class: 'wae-sample', title: t('preview.sampleTitle') }, sample);
	}
	const reference = referenceOf(variable);
	if (reference === undefined) return undefined;
	return () => el('span', { class: 'wae-chip', dir: 'ltr', title: reference }, reference);
}

function headerOf(
	template: MessageTemplate,
	text: string | undefined,
	texts: Record<string, string>,
	atoms: Map<string, () => Node>,
): HTMLElement | undefined {
	const format = String(componentOf(template, 'HEADER')?.format ?? 'TEXT').toUpperCase();
	const value = (id: string) => richText(texts[id] ?? '', atoms);
	const given = (id: string) => texts[id] !== undefined && !isSample(texts[id], atoms);
	switch (format) {
		case 'IMAGE':
		case 'VIDEO':
			return el(
				'div',
				{ class: 'wae-media' },
				picture(format, texts.header_media) ?? icon(format === 'IMAGE' ? 'image' : 'play-circle'),
				given('header_media') && el('small', {}, ...value('header_media')),
			);
		case 'DOCUMENT':
			return el(
				'div',
				{ class: 'wae-document' },
				icon('file-pdf-o'),
				el(
					'span',
					{},
					el('span', { class: 'wae-document-name' }, ...value('header_filename')),
					given('header_media') && el('small', {}, ...value('header_media')),
				),
			);
		case 'LOCATION':
			return el(
				'div',
				{ class: 'wae-place' },
				el('div', { class: 'wae-map' }, icon('map-marker')),
				el('div', { class: 'wae-place-text' }, ...placeText(texts.header_location, atoms)),
			);
		default:
			return text === undefined
				? undefined
				: el('div', { class: 'wae-bubble-header', dir: 'auto' }, ...richText(text, atoms));
	}
}

const isSample = (text: string, atoms: Map<string, () => Node>): boolean => {
	const atom = atoms.get(text)?.();
	return atom instanceof HTMLElement && atom.classList.contains('wae-sample');
};

/** The picture itself where a public link is typed. */
function picture(format: string, link: string | undefined): HTMLElement | undefined {
	if (format !== 'IMAGE' || link === undefined || !/^https:\/\/\S+$/i.test(link)) return undefined;
	const image = el('img', { src: link, alt: '', referrerpolicy: 'no-referrer' });
	image.addEventListener('error', () => image.replaceWith(icon('image')));
	return image;
}

function placeText(value: string | undefined, atoms: Map<string, () => Node>): Node[] {
	try {
		const { name, address } = JSON.parse(value ?? '') as { name?: string; address?: string };
		return [el('strong', {}, String(name ?? '')), el('span', {}, String(address ?? ''))];
	} catch {
		return isSample(value ?? '', atoms)
			? [el('span', { class: 'wae-sample' }, t('preview.place'))]
			: richText(value ?? '', atoms);
	}
}

function buttonsOf(
	template: MessageTemplate,
	texts: Record<string, string>,
	atoms: Map<string, () => Node>,
): HTMLElement | undefined {
	const buttons = componentOf(template, 'BUTTONS')?.buttons;
	if (!Array.isArray(buttons) || buttons.length === 0) return undefined;
	return el(
		'div',
		{ class: 'wae-bubble-buttons' },
		...buttons.map((button, index) => buttonOf(button, texts[`button_${index}`], atoms)),
	);
}

function buttonOf(
	button: TemplateButton | null,
	value: string | undefined,
	atoms: Map<string, () => Node>,
): HTMLElement {
	const type = String(button?.type ?? '').toUpperCase();
	const text = button?.text ?? (type === 'COPY_CODE' ? t('preview.copyCode') : type);
	const link = type === 'URL' && value !== undefined ? button?.url?.split('{{')[0] : undefined;
	const below = link !== undefined || (type === 'COPY_CODE' && value !== undefined);
	return el(
		'div',
		{ class: 'wae-bubble-button' },
		el('span', {}, icon(BUTTON_ICONS[type] ?? 'hand-pointer-o'), ' ', text),
		below && el('small', { dir: 'ltr' }, link, ...richText(value ?? '', atoms)),
	);
}

/** Name, language and category under the bubble. */
export function previewCaption(template: MessageTemplate): string {
	const category = t(`category.${template.category.toLowerCase()}`, {
		defaultValue: template.category,
	});
	return [template.name, languageName(template.language), category].filter(Boolean).join(' · ');
}
