import { readMoment } from './expiration-value';
import { readLocation } from './location-value';
import type { TemplateParameter } from './parameters';
import { readSections } from './sections-value';
import { asJson, asText, isEmptyValue } from './text-value';
import { invalid, mediaMissing, missing, type ValueProblem } from './value-problem';

/** Header media: by public link, or by the id of an upload. */
export type HeaderMedia = { link: string } | { id: string };

/** Values by parameter id; media, places and products as objects, everything else as text. */
export type TemplateValues = Record<string, unknown>;

/** When and where a message is built: what is over, and what a time without a zone means. */
export interface Moment {
	/** Milliseconds since 1970. */
	now?: number;
	/** IANA name. */
	timeZone?: string;
}

/** Meta's parameter, or what goes into the action of a button; undefined where nothing is given. */
export type BuiltValue =
	| { parameter: Record<string, unknown> }
	| { action: Record<string, unknown> }
	| { problem: ValueProblem }
	| undefined;

/** Longest coupon code: 15 characters, 20 for coupon templates since 2025-12-03; the longer is let through. */
const LONGEST_COUPON_CODE = 20;

/** Longest code of an authentication template (Meta, "Authentication templates"). */
const LONGEST_CODE = 15;

/** The value of one parameter as Meta takes it. Nothing is guessed: what is missing is a problem. */
export function buildValue(
	parameter: TemplateParameter,
	values: TemplateValues,
	moment: Moment,
): BuiltValue {
	const value = valueOf(values, parameter.id);
	switch (parameter.kind) {
		case 'image':
		case 'video':
		case 'document':
			return media(parameter, value, values.header_filename);
		case 'location':
			return location(parameter, value);
		case 'product':
			return product(parameter, value, values);
		case 'code':
			return limited(parameter, value ?? valueOf(values, '1'), LONGEST_CODE, (text) => ({
				type: 'text',
				text,
			}));
		case 'coupon_code':
			return limited(parameter, value, LONGEST_COUPON_CODE, (text) => ({
				type: 'coupon_code',
				coupon_code: text,
			}));
		case 'expiration':
			return expiration(parameter, value, moment);
		case 'sections':
			return sections(parameter, value);
		case 'flow_data':
			return flowData(parameter, value);
		case 'thumbnail':
			return action(parameter, value, 'thumbnail_product_retailer_id');
		case 'flow_token':
			return action(parameter, value, 'flow_token');
		case 'url_suffix':
			return urlSuffix(parameter, value);
		case 'payload':
			return text(parameter, value, (payload) => ({ type: 'payload', payload }));
		case 'text':
			return text(parameter, value, (filled) => ({
				type: 'text',
				...(parameter.name ? { parameter_name: parameter.name } : {}),
				text: filled,
			}));
		case 'filename':
		case 'catalog':
			// Part of another parameter; a missing catalogue is told there is none.
			return parameter.required && asText(value) === undefined
				? { problem: missing(parameter) }
				: undefined;
	}
}

/** A template may name its variable `constructor`. */
export const valueOf = (values: TemplateValues, id: string): unknown =>
	Object.hasOwn(values, id) ? values[id] : undefined;

function text(
	parameter: TemplateParameter,
	value: unknown,
	build: (text: string) => Record<string, unknown>,
): BuiltValue {
	const filled = asText(value);
	if (filled !== undefined) return { parameter: build(filled) };
	if (typeof value === 'object' && value !== null) {
		const whatToDo = 'Give a text, a number, or true or false.';
		return { problem: invalid(parameter, 'is a list or an object, not a text', whatToDo) };
	}
	return parameter.required ? { problem: missing(parameter) } : undefined;
}

function limited(
	parameter: TemplateParameter,
	value: unknown,
	most: number,
	build: (text: string) => Record<string, unknown>,
): BuiltValue {
	const code = asText(value);
	return code !== undefined && [...code].length > most
		? {
				problem: invalid(parameter, `is longer than ${most} characters`, 'Use a shorter code.'),
			}
		: text(parameter, value, build);
}

/** People have the whole link at hand; WhatsApp takes what follows the template's own part. */
function urlSuffix(parameter: TemplateParameter, value: unknown): BuiltValue {
	const given = asText(value);
	const start = parameter.linkStart ?? '';
	const suffix =
		given !== undefined && start !== '' && given.startsWith(start)
			? given.slice(start.length)
			: value;
	return text(parameter, suffix, (filled) => ({ type: 'text', text: filled }));
}

function action(parameter: TemplateParameter, value: unknown, name: string): BuiltValue {
	const built = text(parameter, value, (filled) => ({ [name]: filled }));
	return built && 'parameter' in built ? { action: built.parameter } : built;
}

function media(parameter: TemplateParameter, value: unknown, filename: unknown): BuiltValue {
	const reference = readMedia(value);
	if (!reference) return { problem: mediaMissing(parameter) };
	const type = parameter.sentAs ?? parameter.kind;
	const name = parameter.kind === 'document' ? asText(filename) : undefined;
	return { parameter: { type, [type]: { ...reference, ...(name ? { filename: name } : {}) } } };
}

function readMedia(value: unknown): HeaderMedia | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const link = asText((value as { link?: unknown }).link);
	if (link) return { link };
	const id = asText((value as { id?: unknown }).id);
	return id ? { id } : undefined;
}

function location(parameter: TemplateParameter, value: unknown): BuiltValue {
	if (isEmptyValue(value)) return { problem: missing(parameter) };
	const place = readLocation(value);
	if (place) return { parameter: { type: 'location', location: place } };
	const whatToDo = 'Give {"latitude": 35.68, "longitude": 139.76, "name": "…", "address": "…"}.';
	return { problem: invalid(parameter, 'is not a place', whatToDo) };
}

/** A missing catalogue is told by its own field. */
function product(parameter: TemplateParameter, value: unknown, values: TemplateValues): BuiltValue {
	return text(parameter, value, (id) => ({
		type: 'product',
		product: { product_retailer_id: id, catalog_id: asText(values.catalog_id) },
	}));
}

function expiration(
	parameter: TemplateParameter,
	value: unknown,
	{ now, timeZone }: Moment,
): BuiltValue {
	if (isEmptyValue(value)) return { problem: missing(parameter) };
	const time = readMoment(value, timeZone);
	const example = 'Give a date and time to come, e.g. 2026-12-24T23:59:00+09:00.';
	if (time === undefined) {
		return { problem: invalid(parameter, 'is not a date and time', example) };
	}
	if (now !== undefined && time <= now) {
		const when = new Date(time).toISOString().slice(0, 16).replace('T', ' ');
		return { problem: invalid(parameter, `is over: ${when} UTC`, example) };
	}
	return {
		parameter: { type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: time } },
	};
}

function sections(parameter: TemplateParameter, value: unknown): BuiltValue {
	if (isEmptyValue(value)) return { problem: missing(parameter) };
	const title = parameter.label.slice(parameter.label.indexOf(':') + 1).trim();
	const read = readSections(value, title || 'Products');
	if ('sections' in read) return { action: { sections: read.sections } };
	const whatToDo =
		'Give {"Shirts": ["SKU1", "SKU2"]}, a list of product IDs, or Meta’s sections: up to 10, with 30 products in all.';
	return { problem: invalid(parameter, read.why, whatToDo) };
}

function flowData(parameter: TemplateParameter, value: unknown): BuiltValue {
	if (isEmptyValue(value)) return undefined;
	const data = asJson(value);
	if (typeof data !== 'object' || data === null || Array.isArray(data)) {
		const whatToDo = 'Give an object, e.g. {"ticket": "A1"}, or leave it empty.';
		return { problem: invalid(parameter, 'is not an object', whatToDo) };
	}
	// Meta takes no empty object.
	return Object.keys(data).length === 0 ? undefined : { action: { flow_action_data: data } };
}
