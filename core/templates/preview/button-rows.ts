import { isObject, type JsonObject } from '../json';
import type { Filling } from './filling';
import { plainText } from './marked-text';
import type { Inline, PreviewButton, PreviewButtonKind } from './model';
import type { Words } from './words';

/** The link Meta gives to the button of an authentication template once it has made it. */
const CODE_LINK = 'https://www.whatsapp.com/otp/';

/** Kind of drawing and, where the template has none, the label of each kind of button. */
const KINDS: Record<string, [kind: PreviewButtonKind, label: keyof Words]> = {
	QUICK_REPLY: ['reply', 'unknown'],
	URL: ['link', 'unknown'],
	PHONE_NUMBER: ['phone', 'call'],
	VOICE_CALL: ['phone', 'call'],
	COPY_CODE: ['copy', 'copyCode'],
	OTP: ['copy', 'copyCode'],
	FLOW: ['form', 'form'],
	CATALOG: ['catalog', 'catalog'],
	MPM: ['catalog', 'items'],
	SPM: ['product', 'view'],
	ORDER_DETAILS: ['pay', 'pay'],
	REQUEST_CONTACT_INFO: ['contact', 'contact'],
};

/** Buttons of a template, or of a card: `prefix` is then `card_<i>_`. */
export function buttonsOf(
	component: JsonObject | undefined,
	filling: Filling,
	words: Words,
	prefix = '',
): PreviewButton[] {
	const buttons = Array.isArray(component?.buttons) ? component.buttons : [];
	return buttons.flatMap((button, at) =>
		isObject(button) ? [buttonOf(button, `${prefix}button_${at}`, filling, words)] : [],
	);
}

function buttonOf(button: JsonObject, id: string, filling: Filling, words: Words): PreviewButton {
	const type = String(button.type ?? '').toUpperCase();
	const url = typeof button.url === 'string' ? button.url : undefined;
	const isCode = type === 'OTP' || url?.startsWith(CODE_LINK) === true;
	const [kind, label] = isCode ? KINDS.OTP! : (KINDS[type] ?? (['other', 'unknown'] as const));
	const text = typeof button.text === 'string' && button.text !== '' ? button.text : words[label];
	const base = { kind, text };
	if (isCode) return base;
	if (type === 'COPY_CODE') return { ...base, code: codeOf(button, id, filling) };
	if (type === 'PHONE_NUMBER' && typeof button.phone_number === 'string') {
		return { ...base, link: [{ kind: 'text', text: button.phone_number }] };
	}
	return url === undefined ? base : { ...base, link: linkOf(button, url, id, filling) };
}

/** The code of a copy code button, which an offer shows as well. */
export const codeOf = (button: JsonObject, id: string, filling: Filling): Inline[] =>
	filling.one({ ids: [id], name: 'code', sample: firstOf(button.example) });

function linkOf(button: JsonObject, url: string, id: string, filling: Filling): Inline[] {
	const start = url.split('{{')[0] ?? '';
	const whole = firstOf(button.example);
	const sample = whole?.startsWith(start) ? whole.slice(start.length) : whole;
	const { text, atoms } = filling.text(url, (name) => ({ ids: [id], name, sample, start }));
	return plainText(text, atoms);
}

function firstOf(example: unknown): string | undefined {
	const first = Array.isArray(example) ? example[0] : example;
	return typeof first === 'string' ? first : undefined;
}
