import type { Node, NodeAPI } from 'node-red';
import { itemRequest, propertyReader, type ItemRequest, type PropertyReader } from '../../engine';
import type { SendTemplateConfig } from './config';

/** A message as the dialog's fields see it: `payload` is the one entry that is looked at. */
export interface ItemMessage {
	payload: unknown;
	[property: string]: unknown;
}

/**
 * Prepares the fields of the dialog.
 *
 * @returns what reads one entry: to whom, which template, with which values
 * @throws {Error} when an expression cannot be parsed
 */
export function itemReader(RED: NodeAPI, node: Node, config: SendTemplateConfig) {
	const reader = (value: string | undefined, type: string | undefined) =>
		propertyReader(RED, node, { value: value ?? '', type: type ?? 'str' });
	const template =
		(config.templateType ?? 'list') === 'list'
			? reader(config.template, 'str')
			: reader(config.template, config.templateType);
	const to = reader(config.to, config.toType ?? 'msg');
	const deliveryKey = config.deliveryKey
		? reader(config.deliveryKey, config.deliveryKeyType ?? 'msg')
		: reader('', 'str');
	const fromItem = config.variablesFrom === 'message';
	const variablesJson = fromItem
		? reader(config.variablesJson, config.variablesJsonType ?? 'msg')
		: undefined;
	const variables = (config.variables ?? []).map(
		({ id, value, type }) => [id, reader(value, type)] as const,
	);

	return async (msg: ItemMessage, runId: string): Promise<ItemRequest> =>
		itemRequest(
			{
				to: await to(msg),
				template: await template(msg),
				values: variablesJson ? await variablesJson(msg) : await readAll(variables, msg),
				fromItem,
				language: config.language,
				defaultCountry: config.defaultCountry,
				deliveryKey: await deliveryKey(msg),
			},
			msg.payload,
			runId,
		);
}

async function readAll(
	variables: ReadonlyArray<readonly [string, PropertyReader]>,
	msg: ItemMessage,
): Promise<Record<string, unknown>> {
	const values: Record<string, unknown> = {};
	for (const [id, read] of variables) values[id] = await read(msg);
	return values;
}
