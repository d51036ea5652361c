import { createHash } from 'crypto';
import type { IExecuteFunctions, INodeParameterResourceLocator } from 'n8n-workflow';
import type { ItemFile } from '../../core/messages/header-media';
import { itemRequest, type ItemRequest } from '../../core/messages/item-request';
import { itemParameter } from '../engine/item-parameter';

/**
 * Reads the parameters of one item.
 *
 * @throws {Error} when the values are not an object
 */
export function readItem(context: IExecuteFunctions, index: number): ItemRequest {
	const locator = itemParameter(context, 'template', index) as
		INodeParameterResourceLocator | string;
	const fromItem = itemParameter(context, 'variablesFrom', index, 'fields') !== 'fields';
	const option = (name: string) => itemParameter(context, `options.${name}`, index);
	return itemRequest(
		{
			to: itemParameter(context, 'to', index),
			template: typeof locator === 'object' ? locator?.value : locator,
			values: fromItem
				? itemParameter(context, 'variablesJson', index, {})
				: itemParameter(context, 'variables.value', index, {}),
			fromItem,
			language: option('language'),
			defaultCountry: option('defaultCountry'),
			deliveryKey: option('deliveryKey'),
			hasConsented: itemParameter(context, 'options.hasConsented', index, null),
			timeZone: context.getTimezone(),
		},
		context.getInputData()[index]?.json,
		context.getExecutionId(),
	);
}

/** A file of the item, for templates with header media. */
export function itemFile(
	context: IExecuteFunctions,
	index: number,
	field: string,
): ItemFile | undefined {
	const file = context.getInputData()[index]?.binary?.[field];
	if (!file) return undefined;
	return {
		// Files kept in memory have no id.
		key: file.id ?? createHash('sha256').update(file.data).digest('hex'),
		name: file.fileName,
		read: async () => ({
			name: file.fileName ?? field,
			mimeType: file.mimeType,
			data: await context.helpers.getBinaryDataBuffer(index, field),
		}),
	};
}
