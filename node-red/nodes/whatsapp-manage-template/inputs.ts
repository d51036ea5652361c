import type { Node, NodeAPI } from 'node-red';
import {
	definitionOperations,
	isObject,
	propertyReader,
	findReadyMade,
	templateKey,
	type Draft,
	type IncomingMessage,
	type PropertyReader,
	type TemplateInput,
	type TemplateOperation,
} from '../../engine';
import type { ManageTemplateConfig } from './config';

/** What one message asks for. */
export interface Inputs {
	entries: TemplateInput[];
	/** What each entry was read from, for results that carry it. */
	brought: unknown[];
	/** Whether the results are a list, also where it has one entry. */
	isList: boolean;
}

export type InputReader = (msg: IncomingMessage, drafts: () => Promise<Draft[]>) => Promise<Inputs>;

/**
 * Prepares the fields of the dialog.
 *
 * @returns what reads a message: which definitions or templates it is about
 * @throws {Error} when an expression cannot be parsed
 */
export function inputReader(
	RED: NodeAPI,
	node: Node,
	config: ManageTemplateConfig,
	operation: TemplateOperation,
): InputReader {
	const reader = (value = '', type = 'str') => propertyReader(RED, node, { value, type });
	if (!definitionOperations.includes(operation)) return templates(config, operation, reader);
	const values: PropertyReader =
		operation === 'preview' && config.values
			? reader(config.values, config.valuesType ?? 'msg')
			: () => undefined;
	const withValues = async (definition: unknown, msg: object): Promise<TemplateInput> => {
		const given = await values(msg);
		return { definition, ...(isObject(given) ? { values: given as TemplateInput['values'] } : {}) };
	};
	const all = async (definitions: unknown[], msg: IncomingMessage): Promise<Inputs> => ({
		entries: await Promise.all(definitions.map(async (one) => await withValues(one, msg))),
		brought: definitions.map(() => msg.payload),
		isList: true,
	});
	switch (config.definitionFrom ?? 'message') {
		case 'fields':
			return async (msg) => ({ ...(await all([config.fields ?? {}], msg)), isList: false });
		case 'readyMade': {
			const chosen = new Set(config.readyMade);
			return async (msg) =>
				await all(
					findReadyMade().filter((one) => chosen.has(templateKey(one))),
					msg,
				);
		}
		case 'drafts': {
			const chosen = new Set(config.drafts);
			return async (msg, drafts) => {
				const definitions = (await drafts()).map(({ definition }) => definition);
				const wanted = definitions.filter(
					(one) => chosen.size === 0 || chosen.has(templateKey(one)),
				);
				return await all(wanted, msg);
			};
		}
		default: {
			const definition = reader(config.definition ?? 'payload', config.definitionType ?? 'msg');
			return async (msg) => {
				const brought = await definition(msg);
				const list: unknown[] = Array.isArray(brought) ? brought : [brought];
				const entries = list.map(async (entry) => {
					// What a result of this node brings: its definition is what is meant.
					const ofEntry = Array.isArray(brought) ? { ...msg, payload: entry } : msg;
					return await withValues(entry, ofEntry);
				});
				return {
					entries: await Promise.all(entries),
					brought: list,
					isList: Array.isArray(brought),
				};
			};
		}
	}
}

/** Get, Get Status and Delete name a template; Get Many and Get Ready-Made nothing. */
function templates(
	config: ManageTemplateConfig,
	operation: TemplateOperation,
	reader: (value?: string, type?: string) => PropertyReader,
): InputReader {
	if (operation === 'getMany' || operation === 'getReadyMade') {
		return async (msg) => ({ entries: [{}], brought: [msg.payload], isList: true });
	}
	const template = reader(
		config.template,
		(config.templateType ?? 'list') === 'list' ? 'str' : config.templateType,
	);
	return async (msg) => {
		const named = await template(msg);
		const list: unknown[] = Array.isArray(named) ? named : [named];
		return {
			entries: list.map(templateInput),
			brought: Array.isArray(named) ? list : [msg.payload],
			isList: Array.isArray(named),
		};
	};
}

/** `name`, `name:language`, or an object with both: a result, a definition, an update of the trigger. */
export const templateInput = (named: unknown): TemplateInput =>
	isObject(named) ? { template: named.name, language: named.language } : { template: named };
