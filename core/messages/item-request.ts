import { createHash } from 'crypto';
import type { TemplateValues } from '../templates/build-components';
import { readConsent } from '../opt-outs/consent';
import { parseTemplateKey } from '../templates/template';

/** What one item asks for, before anything is checked. */
export interface ItemRequest {
	to: unknown;
	templateName: string;
	/** Wished languages, best first; none where the template itself decides. */
	languages: string[];
	values: TemplateValues;
	/** The same in other languages, for when the first wish has no translation. */
	valuesIn?: Readonly<Record<string, TemplateValues>>;
	defaultCountry?: string;
	/** The category a planned message counts on: `UTILITY`. */
	category?: string;
	/** Whether the person agreed to marketing messages; left out where nobody told. */
	consent?: boolean;
	/** IANA name, for values that are a time without a zone; left out, the zone of the process. */
	timeZone?: string;
	keyBase: string;
}

/** The node's fields as they stand for one item. */
export interface ItemFields {
	to: unknown;
	/** `name` or `name:language`. */
	template: unknown;
	/** Values by name: an object, its JSON, or a list for numbered variables. */
	values: unknown;
	/** True where the values come with the item, as from Event Messages, and not from the node's fields. */
	fromItem: boolean;
	language?: unknown;
	defaultCountry?: unknown;
	deliveryKey?: unknown;
	/** Consent to marketing messages, in whatever way it is written; an item of Event Messages has its own. */
	hasConsented?: unknown;
	/** Time zone of the flow, where the engine has one. */
	timeZone?: string;
}

/**
 * The fields of a node and what its item brings → what is asked for. An item of Event Messages says
 * its languages and its delivery key; a template chosen by hand keeps its own language.
 *
 * @param item the item's own object, wherever the engine keeps it
 * @param runId tells runs apart, for items without a delivery key: repeats are found within one run
 * @throws {Error} when the values are not an object
 */
export function itemRequest(fields: ItemFields, item: unknown, runId: string): ItemRequest {
	const own = (typeof item === 'object' && item !== null ? item : {}) as Record<string, unknown>;
	const chosen = parseTemplateKey(textOf(fields.template));
	const values = readValues(fields.values);
	const language = textOf(fields.language) || chosen.language;
	const consent = readConsent(fields.hasConsented ?? own.consent);
	return {
		to: fields.to,
		templateName: chosen.name,
		languages: language ? [language] : fields.fromItem ? languagesOf(own) : [],
		values,
		...valuesInOther(own, values),
		defaultCountry: textOf(fields.defaultCountry) || undefined,
		...(isPlanned(own, chosen.name) ? { category: own.category } : {}),
		...(consent === undefined ? {} : { consent }),
		...(fields.timeZone ? { timeZone: fields.timeZone } : {}),
		keyBase:
			textOf(fields.deliveryKey) ||
			textOf(own.deliveryKey) ||
			`run:${runId}:${chosen.name}:${fingerprint(values)}`,
	};
}

/** A planned message brings its values in several languages; values of the flow's own stay as they are. */
function valuesInOther(
	{ variables, variablesIn }: Record<string, unknown>,
	values: TemplateValues,
): Pick<ItemRequest, 'valuesIn'> {
	const isPlan = typeof variablesIn === 'object' && variablesIn !== null;
	if (!isPlan || JSON.stringify(variables) !== JSON.stringify(values)) return {};
	return { valuesIn: variablesIn as Record<string, TemplateValues> };
}

/** A message planned with this template: only then its category is a template's, and not a ticket's. */
const isPlanned = (
	item: Record<string, unknown>,
	templateName: string,
): item is { category: string } =>
	typeof item.category === 'string' && item.template === templateName && templateName !== '';

function readValues(raw: unknown): TemplateValues {
	const values = typeof raw === 'string' && raw.trim() !== '' ? parseObject(raw) : (raw ?? {});
	if (Array.isArray(values))
		return Object.fromEntries(values.map((value, i) => [String(i + 1), value]));
	if (typeof values !== 'object' || values === null) {
		return typeof values === 'string' ? {} : notAnObject();
	}
	return values as TemplateValues;
}

function parseObject(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return notAnObject();
	}
}

function notAnObject(): never {
	throw new Error('Values by Name is not an object, e.g. {"first_name": "Aiko"}');
}

function languagesOf({ languages, language }: Record<string, unknown>): string[] {
	const wishes = Array.isArray(languages) && languages.length > 0 ? languages : [language];
	return wishes.filter((wish): wish is string => typeof wish === 'string' && wish.trim() !== '');
}

const fingerprint = (values: TemplateValues) =>
	createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 16);

/** A text or a number, tidied; nothing of what else a flow may hand in. */
const textOf = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
