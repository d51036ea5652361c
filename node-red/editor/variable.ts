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
 * Named variables are most often fields of the message with the same name; so is a code.
 * @param place where the message has them: `payload`
 */
export function newVariable(parameter: TemplateParameter, place: string): Variable {
	const { id, name, kind, card } = parameter;
	const field = kind === 'code' || card !== undefined ? id : name;
	const isField = kind === 'code' || (kind === 'text' && name !== undefined);
	return isField && field !== undefined && /^[A-Za-z_$][\w$]*$/.test(field)
		? { id, type: 'msg', value: `${place}.${field}` }
		: { id, type: 'str', value: '' };
}

const EVENT_NODES = ['whatsapp-event-trigger', 'whatsapp-event-messages'];

/** Behind our event nodes the values stand under `variables`, elsewhere beside each other. */
export function placeOfVariables(node: EditorNode): string {
	const upstream = RED.nodes.getAllUpstreamNodes?.(node) ?? [];
	return upstream.some(({ type }) => EVENT_NODES.includes(type)) ? 'payload.variables' : 'payload';
}

/** What a person reads beside the field, in the language of the editor. */
export function labelOf(parameter: TemplateParameter): string {
	const { card } = parameter;
	return card === undefined
		? ownLabelOf(parameter)
		: t('variable.card', { number: card + 1, text: ownLabelOf(parameter) });
}

/** The same, without the card below whose heading it stands. */
export function ownLabelOf(parameter: TemplateParameter): string {
	const { id, kind, part, name, label, card } = parameter;
	const button = label.slice(label.lastIndexOf(':') + 1).trim();
	switch (kind) {
		case 'text': {
			const bare = id.replace(/^(header|card_\d+)_/, '');
			const own = part === 'body' ? id : bare;
			const text =
				name === undefined
					? t('variable.numbered', { number: own })
					: tOr(`variable.names.${own}`, humanised(own));
			return part === 'header' ? t('variable.header', { text }) : text;
		}
		case 'url_suffix':
		case 'payload':
		case 'coupon_code':
		case 'sections':
		case 'flow_token':
		case 'flow_data':
			return t(`variable.${kind}`, { button });
		case 'image':
		case 'video':
			return t(card === undefined ? `variable.${kind}` : `variable.inCard.${kind}`);
		default:
			return t(`variable.${kind}`);
	}
}

/** Said once for the cards of a carousel, which are all alike. */
export function hintOf({
	kind,
	linkStart,
	required,
	card = 0,
}: TemplateParameter): string | undefined {
	if (card > 0) return undefined;
	switch (kind) {
		case 'image':
		case 'video':
		case 'document':
			return t('variable.mediaHint');
		case 'location':
			return t('variable.locationHint');
		case 'url_suffix':
			return t('variable.urlHint', { link: linkStart ?? '' });
		case 'product':
		case 'catalog':
		case 'code':
		case 'expiration':
		case 'payload':
		case 'sections':
			return t(`variable.${kind}Hint`);
		case 'thumbnail':
			return t(required ? 'variable.productHint' : 'variable.thumbnailHint');
		case 'flow_token':
			return t('variable.flowTokenHint');
		case 'flow_data':
			return t('variable.flowDataHint');
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
		const parsed: unknown = JSON.parse(value);
		return typeof parsed === 'object' ? value : String(parsed);
	} catch {
		return value;
	}
}
