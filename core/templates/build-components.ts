import { listParameters, type TemplateParameter } from './parameters';
import type { MessageTemplate } from './template';

/** Header media: by public link, or by the id of an upload. */
export type HeaderMedia = { link: string } | { id: string };

/** A place, for templates with a location header. */
export interface HeaderLocation {
	latitude: number;
	longitude: number;
	name: string;
	address: string;
}

/** Values by parameter id; header media and location as objects, everything else as text. */
export type TemplateValues = Record<string, unknown>;

export interface ValueProblem {
	reason: 'variable_missing' | 'variable_invalid' | 'header_media_missing';
	parameter: string;
	message: string;
	whatToDo: string;
}

export type SendComponent = Record<string, unknown>;

/** Longest coupon code: 15 characters, 20 for coupon templates since 2025-12-03; the longer is let through. */
const LONGEST_COUPON_CODE = 20;

/**
 * Values → the `components` of a template message (`POST /{number}/messages`).
 *
 * Nothing is guessed: a missing or empty value is a problem and not an empty bubble, because Meta
 * refuses empty text (131008), and an organiser would rather have no message than "Hi ,".
 */
export function buildComponents(
	template: MessageTemplate,
	values: TemplateValues,
): { components: SendComponent[]; problems: ValueProblem[] } {
	const problems: ValueProblem[] = [];
	const parts: Record<'header' | 'body', unknown[]> = { header: [], body: [] };
	const buttons: SendComponent[] = [];

	for (const parameter of listParameters(template)) {
		if (parameter.kind === 'filename') continue;
		const built = buildParameter(parameter, values);
		if (built === undefined) continue;
		if ('reason' in built) problems.push(built as unknown as ValueProblem);
		else if (parameter.part === 'button') buttons.push(buttonComponent(parameter, built));
		else parts[parameter.part].push(built);
	}

	const components: SendComponent[] = [];
	if (parts.header.length > 0) components.push({ type: 'header', parameters: parts.header });
	if (parts.body.length > 0) components.push({ type: 'body', parameters: parts.body });
	return { components: [...components, ...buttons], problems };
}

function buildParameter(
	parameter: TemplateParameter,
	values: TemplateValues,
): Record<string, unknown> | ValueProblem | undefined {
	const value = Object.hasOwn(values, parameter.id) ? values[parameter.id] : undefined;
	switch (parameter.kind) {
		case 'image':
		case 'video':
		case 'document':
			return mediaParameter(parameter, value, values.header_filename);
		case 'location':
			return locationParameter(parameter, value);
		default:
			return textParameter(parameter, value);
	}
}

function textParameter(parameter: TemplateParameter, value: unknown) {
	const text = asText(value);
	if (text === undefined && typeof value === 'object' && value !== null) {
		return invalid(
			parameter,
			'is a list or an object, not a text',
			'Give a text, a number, or true or false.',
		);
	}
	if (text === undefined) return parameter.required ? missing(parameter) : undefined;
	if (parameter.kind === 'url_suffix') {
		// People have the whole link at hand; WhatsApp takes what follows the template's own part.
		const start = parameter.linkStart ?? '';
		const suffix = start !== '' && text.startsWith(start) ? text.slice(start.length) : text;
		return suffix === '' ? missing(parameter) : { type: 'text', text: suffix };
	}
	if (parameter.kind === 'payload') return { type: 'payload', payload: text };
	if (parameter.kind === 'coupon_code') {
		return [...text].length > LONGEST_COUPON_CODE
			? invalid(
					parameter,
					`is longer than ${LONGEST_COUPON_CODE} characters`,
					'Use a shorter code.',
				)
			: { type: 'coupon_code', coupon_code: text };
	}
	return { type: 'text', ...(parameter.name ? { parameter_name: parameter.name } : {}), text };
}

/**
 * Meta refuses line breaks, tabs and more than four spaces in a row inside a value (132018, or
 * 132012 on older numbers), and a value typed in a form often ends with one: they become a space.
 * A calculation that failed (NaN) is no value.
 */
export function asText(value: unknown): string | undefined {
	if (!['string', 'number', 'bigint', 'boolean'].includes(typeof value)) return undefined;
	if (typeof value === 'number' && !Number.isFinite(value)) return undefined;
	const text = String(value).replace(LINE_BREAKS, ' ').replace(/ {5,}/g, '    ').trim();
	return text === '' ? undefined : text;
}

/** Also those of word processors: vertical tab, form feed, next line, line and paragraph separator. */
const LINE_BREAKS = /[\r\n\t\v\f\u0085\u2028\u2029]+/g;

function mediaParameter(parameter: TemplateParameter, value: unknown, filename: unknown) {
	const reference = readMedia(value);
	if (!reference) {
		return {
			reason: 'header_media_missing' as const,
			parameter: parameter.id,
			message: `${parameter.label} is missing`,
			whatToDo: 'Give a public https link, a media ID, or the name of the file field of the item.',
		};
	}
	const name = parameter.kind === 'document' ? asText(filename) : undefined;
	return {
		type: parameter.kind,
		[parameter.kind]: { ...reference, ...(name ? { filename: name } : {}) },
	};
}

function readMedia(value: unknown): HeaderMedia | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const link = asText((value as { link?: unknown }).link);
	if (link) return { link };
	const id = asText((value as { id?: unknown }).id);
	return id ? { id } : undefined;
}

function locationParameter(parameter: TemplateParameter, value: unknown) {
	if (typeof value !== 'object' && asText(value) === undefined) return missing(parameter);
	if (value === null) return missing(parameter);
	const place = readLocation(value);
	if (!place) {
		return invalid(
			parameter,
			'is not a place',
			'Give {"latitude": 35.68, "longitude": 139.76, "name": "…", "address": "…"}.',
		);
	}
	return { type: 'location', location: place };
}

function readLocation(value: unknown): HeaderLocation | undefined {
	const raw = typeof value === 'string' ? parseJson(value) : value;
	if (typeof raw !== 'object' || raw === null) return undefined;
	const { latitude, longitude, name, address } = raw as Record<string, unknown>;
	const lat = degrees(latitude, 90);
	const lng = degrees(longitude, 180);
	if (lat === undefined || lng === undefined) return undefined;
	const placeName = asText(name);
	const placeAddress = asText(address);
	if (!placeName || !placeAddress) return undefined;
	return { latitude: lat, longitude: lng, name: placeName, address: placeAddress };
}

/** Degrees from a number or its text; an empty field is not 0, which is in the sea off Ghana. */
function degrees(value: unknown, most: number): number | undefined {
	const text = typeof value === 'boolean' ? undefined : asText(value);
	const number = text === undefined ? NaN : Number(text);
	return Math.abs(number) <= most ? number : undefined;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		// Not JSON means not a place; the caller reports it with what is expected.
		return undefined;
	}
}

const SUB_TYPES: Partial<Record<TemplateParameter['kind'], string>> = {
	url_suffix: 'url',
	payload: 'quick_reply',
	coupon_code: 'copy_code',
};

function buttonComponent(parameter: TemplateParameter, built: unknown): SendComponent {
	return {
		type: 'button',
		sub_type: SUB_TYPES[parameter.kind],
		index: String(parameter.buttonIndex),
		parameters: [built],
	};
}

function missing(parameter: TemplateParameter): ValueProblem {
	return {
		reason: 'variable_missing',
		parameter: parameter.id,
		message: `${parameter.label} is empty`,
		whatToDo: `Give a value for “${parameter.id}”${parameter.sample ? `, e.g. ${parameter.sample}` : ''}.`,
	};
}

function invalid(parameter: TemplateParameter, why: string, whatToDo: string): ValueProblem {
	return {
		reason: 'variable_invalid',
		parameter: parameter.id,
		message: `${parameter.label} ${why}`,
		whatToDo,
	};
}
