import { inLanguage } from '../../../core/sentences';

const NAMESPACE = '@whatsapp-events/node-red/whatsapp-check-credits:';

/** A text of Check Credits' own catalogue, in the language of the editor. */
export const c = (key: string, values: Record<string, unknown> = {}): string =>
	RED._(NAMESPACE + key, values);

const PROVIDER = '@whatsapp-events/node-red/whatsapp-credit-provider:';

/** Of the provider's catalogue where it has the text, else what core says in English. */
export function p(key: string, fallback = '', values: Record<string, unknown> = {}): string {
	const text = RED._(PROVIDER + key, { ...values, defaultValue: fallback });
	return text === PROVIDER + key ? fallback : text;
}

export const count = (value: number): string =>
	new Intl.NumberFormat(RED.i18n.lang(), { maximumFractionDigits: 2 }).format(value);

/** `2026-11-26 14:05`, by the clock of whoever looks. */
export function moment(iso: string, withTime = true): string {
	const options: Intl.DateTimeFormatOptions = { dateStyle: 'medium' };
	if (withTime) options.timeStyle = 'short';
	const date = new Date(iso);
	return Number.isNaN(date.getTime())
		? iso
		: new Intl.DateTimeFormat(RED.i18n.lang(), options).format(date);
}

/** In the sentences of core, which are made for flows. */
const ISO_TIME = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z/g;

/** A sentence of core's in the language of the editor, as far as it is one of core's. */
export const said = (english: string): string =>
	inLanguage(RED.i18n.lang(), english).replace(ISO_TIME, (iso) => moment(iso));
