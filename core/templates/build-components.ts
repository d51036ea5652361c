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
	if (text === undefined) return parameter.required ? missing(parameter) : undefined;
	if (parameter.kind === 'payload') return { type: 'payload', payload: text };
	if (parameter.kind === 'coupon_code') {
		return [...text].length > LONGEST_COUPON_CODE
			? invalid(parameter, `is longer than ${LONGEST_COUPON_CODE} characters`, 'Use a shorter code.')
			: { type: 'coupon_code', coupon_code: text };
	}
	return { type: 'text', ...(parameter.name ? { parameter_name: parameter.name } : {}), text };
}

/**
 * Meta refuses line breaks, tabs and more than four spaces in a row inside a value (132018, or
 * 132012 on older numbers), and a value typed in a form often ends with one: they become a space.
 */
function asText(value: unknown): string | undefined {
	if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined;
	const text = String(value).replace(/[\r\n\t]+/g, ' ').replace(/ {5,}/g, '    ').trim();
	return text === '' ? undefined : text;
}

function mediaParameter(parameter: TemplateParameter, value: unknown, filename: unknown) {
	const media = value as Partial<{ link: string; id: string }> | undefined;
	const reference =
		typeof media?.link === 'string' ? { link: media.link } : typeof media?.id === 'string' ? { id: media.id } : undefined;
	if (!reference) {
		return {
			reason: 'header_media_missing' as const,
			parameter: parameter.id,
			message: `${parameter.label} is missing`,
			whatToDo: 'Give a public https link, a media ID, or the name of the file field of the item.',
		};
	}
	const name = parameter.kind === 'document' ? asText(filename) : undefined;
	return { type: parameter.kind, [parameter.kind]: { ...reference, ...(name ? { filename: name } : {}) } };
}

function locationParameter(parameter: TemplateParameter, value: unknown) {
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
	const lat = Number(latitude);
	const lng = Number(longitude);
	const inRange = Math.abs(lat) <= 90 && Math.abs(lng) <= 180;
	if (latitude === undefined || longitude === undefined || !inRange) return undefined;
	const placeName = asText(name);
	const placeAddress = asText(address);
	if (!placeName || !placeAddress) return undefined;
	return { latitude: lat, longitude: lng, name: placeName, address: placeAddress };
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
