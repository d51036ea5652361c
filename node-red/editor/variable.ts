import type { TemplateParameter } from '../../core/templates/parameters';
import type { EditorNode } from './red';
import { humanised, t, tOr } from './words';

/** One value as the node keeps it. */
export interface Variable {
	id: string;
	value: string;
	type: string;
}

export const VARIABLE_TYPES = [
	'msg',
	'str',
	'flow',
	'global',
	'jsonata',
	'env',
	'num',
	'json',
	'bool',
];

/** Filled in where it has to be: what is optional is kept only with a value. */
export const isFilled = ({ value, type }: Variable): boolean =>
	type === 'bool' || value.trim() !== '';

/**
 * Named variables are most often fields of the message with the same name.
 * @param place where the message has them: `payload`
 */
export function newVariable({ id, name, kind }: TemplateParameter, place: string): Variable {
	const named = kind === 'text' && name !== undefined && /^[A-Za-z_$][\w$]*$/.test(name);
	return named ? { id, type: 'msg', value: `${place}.${name}` } : { id, type: 'str', value: '' };
}

const EVENT_NODES = ['whatsapp-event-trigger', 'whatsapp-event-messages'];

/** Behind our event nodes the values stand under `variables`, elsewhere beside each other. */
export function placeOfVariables(node: EditorNode): string {
	const upstream = RED.nodes.getAllUpstreamNodes?.(node) ?? [];
	return upstream.some(({ type }) => EVENT_NODES.includes(type)) ? 'payload.variables' : 'payload';
}

/** What a person reads beside the field, in the language of the editor. */
export function labelOf(parameter: TemplateParameter): string {
	const { id, kind, part, name, label } = parameter;
	const button = label.slice(label.indexOf(':') + 1).trim();
	switch (kind) {
		case 'text': {
			const bare = part === 'header' ? id.replace(/^header_/, '') : id;
			const text =
				name === undefined
					? t('variable.numbered', { number: bare })
					: tOr(`variable.names.${bare}`, humanised(bare));
			return part === 'header' ? t('variable.header', { text }) : text;
		}
		case 'url_suffix':
		case 'payload':
		case 'coupon_code':
			return t(`variable.${kind}`, { button });
		default:
			return t(`variable.${kind}`);
	}
}

export function hintOf({ kind, linkStart }: TemplateParameter): string | undefined {
	switch (kind) {
		case 'image':
		case 'video':
		case 'document':
			return t('variable.mediaHint');
		case 'location':
			return t('variable.locationHint');
		case 'url_suffix':
			return t('variable.urlHint', { link: linkStart ?? '' });
		case 'payload':
			return t('variable.payloadHint');
		default:
			return undefined;
	}
}

/** How the preview names a value that only a message will bring: `msg.payload.first_name`. */
export function referenceOf({ value, type }: Variable): string | undefined {
	const text = value.trim();
	switch (type) {
		case 'msg':
			return `msg.${text}`;
		case 'flow':
		case 'global':
			return `${type}.${RED.utils.parseContextKey(text).key}`;
		case 'env':
			return text.includes('${') ? text : `\${${text}}`;
		case 'jsonata':
			return text.length > 28 ? `${text.slice(0, 27)}…` : text;
		case 'json':
			return /^[[{]/.test(text) ? `${text.slice(0, 27)}${text.length > 27 ? '…' : ''}` : undefined;
		default:
			return undefined;
	}
}

/** The text a fixed value will be sent as. */
export function fixedText({ value, type }: Variable): string {
	if (type === 'bool') return value === 'false' ? 'false' : 'true';
	if (type !== 'json') return value;
	try {
		return String(JSON.parse(value));
	} catch {
		return value;
	}
}
