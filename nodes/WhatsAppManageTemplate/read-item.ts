import type { IExecuteFunctions, INodeParameterResourceLocator } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import type { TemplateValues } from '../../core/templates/build-components';
import {
	definitionOperations,
	type TemplateOperation,
} from '../../core/templates/manage/operations';
import type { TemplateInput } from '../../core/templates/manage/run';
import { findReadyMade } from '../../core/templates/pack';
import { templateKey } from '../../core/templates/template';
import { itemParameter } from '../engine/item-parameter';
import { definitionFromFields, type DefinitionFields } from './definition-from-fields';

/** Reads the parameters of one item. */
export function readItem(
	context: IExecuteFunctions,
	operation: TemplateOperation,
	index: number,
): TemplateInput {
	if (definitionOperations.includes(operation)) {
		const values = operation === 'preview' && itemParameter(context, 'options.values', index);
		return {
			definition: definitionOf(context, index),
			...(values ? { values: parsedValues(context, values) } : {}),
		};
	}
	if (operation === 'getReadyMade' || operation === 'getMany') return {};
	const template = keyAt(context, 'template', index);
	const everyLanguage =
		operation === 'delete' && itemParameter(context, 'allLanguages', index, false) === true;
	// The list gives a name and a language; whoever asks for all languages means the name.
	return { template: everyLanguage ? template.split(':')[0] : template };
}

function definitionOf(context: IExecuteFunctions, index: number): unknown {
	switch (itemParameter(context, 'definitionFrom', index, 'fields')) {
		case 'item':
			return itemParameter(context, 'definitionJson', index, {});
		case 'readyMade':
			return readyMade(keyAt(context, 'readyMade', index));
		default:
			return definitionFromFields(fieldsOf(context, index));
	}
}

function readyMade(key: string): unknown {
	const found = findReadyMade().find((definition) => templateKey(definition) === key);
	if (found) return found;
	throw new Error(
		`There is no ready-made template “${key}”. Choose one from the list, or write name:language`,
	);
}

function fieldsOf(context: IExecuteFunctions, index: number): DefinitionFields {
	const of = (name: string) => itemParameter(context, name, index);
	return {
		templateName: of('templateName'),
		language: of('language'),
		category: of('category'),
		audience: of('audience'),
		headerType: of('headerType'),
		headerText: of('headerText'),
		headerSample: of('headerSample'),
		body: of('body'),
		footer: of('footer'),
		buttons: of('buttons'),
		samples: of('samples.value'),
		timeToLive: of('options.timeToLive'),
	};
}

/** What a resource locator names, chosen or typed. */
function keyAt(context: IExecuteFunctions, name: string, index: number): string {
	const locator = itemParameter(context, name, index) as INodeParameterResourceLocator | string;
	return String((typeof locator === 'object' ? locator?.value : locator) ?? '').trim();
}

/** A JSON field is an object where an expression gave one, and a text where somebody typed it. */
function parsedValues(context: IExecuteFunctions, value: unknown): TemplateValues {
	if (typeof value !== 'string') return value as TemplateValues;
	try {
		return JSON.parse(value) as TemplateValues;
	} catch (error) {
		const why = (error as Error).message;
		throw new NodeOperationError(context.getNode(), `The values are not JSON: ${why}`);
	}
}
