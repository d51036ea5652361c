import { createHash } from 'crypto';
import type { IExecuteFunctions, INodeParameterResourceLocator } from 'n8n-workflow';
import { parseTemplateKey } from '../../core/templates/template';
import type { TemplateValues } from '../../core/templates/build-components';
import { itemParameter } from '../engine/item-parameter';

/** What one item asks for, before anything is checked. */
export interface ItemRequest {
	to: unknown;
	templateName: string;
	/** Wished languages, best first; none where the template itself decides. */
	languages: string[];
	values: TemplateValues;
	defaultCountry?: string;
	keyBase: string;
}

/**
 * Reads the parameters of one item.
 *
 * @throws {Error} when the values are not an object
 */
export function readItem(context: IExecuteFunctions, index: number): ItemRequest {
	const locator = itemParameter(context, 'template', index) as
		INodeParameterResourceLocator | string;
	const chosen = parseTemplateKey(
		String(typeof locator === 'object' ? (locator?.value ?? '') : locator),
	);
	const values = readValues(context, index);
	const text = (name: string) =>
		String(itemParameter(context, `options.${name}`, index) ?? '').trim();
	const language = text('language') || chosen.language;
	return {
		to: itemParameter(context, 'to', index),
		templateName: chosen.name,
		languages: language ? [language] : languagesOf(context, index),
		values,
		defaultCountry: text('defaultCountry') || undefined,
		keyBase: keyBase(context, index, text('deliveryKey'), chosen.name, values),
	};
}

function readValues(context: IExecuteFunctions, index: number): TemplateValues {
	if (itemParameter(context, 'variablesFrom', index, 'fields') === 'fields') {
		return (itemParameter(context, 'variables.value', index, {}) ?? {}) as TemplateValues;
	}
	const raw = itemParameter(context, 'variablesJson', index, {});
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

/** Items of Event Messages say their languages; a template chosen by hand keeps its own. */
function languagesOf(context: IExecuteFunctions, index: number): string[] {
	if (itemParameter(context, 'variablesFrom', index, 'fields') === 'fields') return [];
	const { languages, language } = context.getInputData()[index]?.json ?? {};
	const wishes = Array.isArray(languages) && languages.length > 0 ? languages : [language];
	return wishes.filter((wish): wish is string => typeof wish === 'string' && wish.trim() !== '');
}

/**
 * The delivery key: the option, else the item's own, else one that finds repeats within this run only.
 */
function keyBase(
	context: IExecuteFunctions,
	index: number,
	option: string,
	template: string,
	values: TemplateValues,
): string {
	const own = context.getInputData()[index]?.json.deliveryKey;
	const key =
		option || (typeof own === 'string' || typeof own === 'number' ? String(own).trim() : '');
	if (key !== '') return key;
	const content = createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 16);
	return `run:${context.getExecutionId()}:${template}:${content}`;
}
