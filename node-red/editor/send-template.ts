import { listParameters } from '../../core/templates/parameters';
import { parseTemplateKey, type MessageTemplate } from '../../core/templates/template';
import { prepareGuardField } from './credits/guard-field';
import { byId, el, icon } from './dom';
import { fitTray } from './form';
import { preview, previewCaption } from './preview';
import type { EditorNode } from './red';
import { TemplateField } from './template-field';
import { VariableRows } from './variable-rows';
import { placeOfVariables, type Variable } from './variable';
import { t } from './words';
import { valid, type Verdict } from './validators';

const WIDTH_WITH_PREVIEW = 900;

/** Parts of the open dialog, held: while an account or an expression is edited they are in no page. */
interface Dialog {
	template?: TemplateField;
	rows: VariableRows;
	from: JQuery;
	json: JQuery;
	jsonType: JQuery;
	places: Record<'fields' | 'byName' | 'forced' | 'none' | 'preview', HTMLElement>;
}

let dialog: Dialog | undefined;

/** The dialog of whatsapp-send-template. */
export const sendTemplate = {
	prepare(node: EditorNode): void {
		fitTray(WIDTH_WITH_PREVIEW);
		$('#node-input-to').typedInput({
			default: 'msg',
			typeField: '#node-input-toType',
			types: ['msg', 'str', 'flow', 'global', 'jsonata', 'env'],
		});
		$('#node-input-variablesJson').typedInput({
			default: 'msg',
			typeField: '#node-input-variablesJsonType',
			types: ['msg', 'flow', 'global', 'jsonata', 'json'],
		});
		$('#node-input-deliveryKey').typedInput({
			default: 'msg',
			typeField: '#node-input-deliveryKeyType',
			types: ['msg', 'str', 'flow', 'global', 'jsonata'],
		});
		// Nodes of before do not say.
		const marketing = $('#node-input-marketingMessages');
		if (!marketing.val()) marketing.val('off');
		prepareGuardField(node);
		prepareWaiting(node);
		const saved = Array.isArray(node.variables) ? (node.variables as Variable[]) : [];
		const { name } = parseTemplateKey(String(node.template ?? ''));
		const fields = byId<HTMLElement>('wae-variables');
		dialog = {
			rows: new VariableRows(fields, saved, name, placeOfVariables(node), drawPreview),
			from: $('#node-input-variablesFrom'),
			json: $('#node-input-variablesJson'),
			jsonType: $('#node-input-variablesJsonType'),
			places: {
				fields,
				byName: byId('wae-variables-json'),
				forced: byId('wae-variables-forced'),
				none: byId('wae-variables-none'),
				preview: byId('wae-preview'),
			},
		};
		dialog.template = new TemplateField(redraw);
		dialog.from.add(dialog.json).on('change keyup', redraw);
		redraw();
	},

	save(node: EditorNode): void {
		if (!dialog) return;
		node.variables = dialog.rows.kept();
		if (dialog.template?.isFixed === false) dialog.from.val('message');
		for (const field of ['messagesPerSecond', 'concurrency', 'timeout', 'lookAgainMinutes']) {
			node[field] = Number($(`#node-input-${field}`).val());
		}
		sendTemplate.close();
	},

	close(): void {
		dialog?.template?.close();
		dialog = undefined;
	},

	/** The validators of the node's fields; `this` is the node. */
	validTemplate(this: EditorNode, value: unknown): Verdict {
		const type = liveValue(this, 'templateType');
		if (String(value ?? '').trim() === '') return t('valid.template');
		if (type === 'list') return true;
		if (type !== 'str') return valid.typed(value, type, t('template.label'));
		return /^[a-z0-9_]{1,512}(:[A-Za-z_-]{2,10})?$/.test(String(value).trim())
			? true
			: t('valid.templateName');
	},

	validVariables(this: EditorNode, values: unknown): Verdict {
		if (this.variablesFrom !== 'fields' || !Array.isArray(values)) return true;
		const empty = (values as Variable[]).filter(
			({ value, type }) => type !== 'bool' && String(value ?? '').trim() === '',
		);
		return empty.length === 0
			? true
			: t('valid.variables', { names: empty.map(({ id }) => id).join(', ') });
	},

	validValue(this: EditorNode, value: unknown, typeField: string, what: string): Verdict {
		return valid.typed(value, liveValue(this, typeField), what);
	},
};

/** How often it is looked at again matters only where something waits. */
function prepareWaiting(node: EditorNode): void {
	const keep = byId('node-input-keepWaiting');
	const minutes = byId('node-input-lookAgainMinutes');
	// Nodes of before do not say.
	if (minutes.value === '') minutes.value = String(node.lookAgainMinutes ?? 10);
	const show = (): void => {
		byId<HTMLElement>('wae-look-again').hidden = !keep.checked;
	};
	keep.addEventListener('change', show);
	show();
}

/** What stands in the open dialog, or in the saved node. */
function liveValue(node: EditorNode, field: string): unknown {
	const typed = dialog ? $(`#node-input-${field}`).val() : undefined;
	return typed ?? node[field];
}

function redraw(): void {
	if (!dialog?.template) return;
	const { template, rows, from, places } = dialog;
	from.find('option[value="fields"]').prop('disabled', !template.isFixed);
	if (!template.isFixed) from.val('message');
	const byFields = from.val() === 'fields';
	places.fields.hidden = !byFields;
	places.byName.hidden = byFields;
	places.forced.hidden = template.isFixed;
	places.none.hidden = !byFields || template.key !== '';
	if (template.template) rows.show(template.template);
	else rows.clear();
	drawPreview();
}

function drawPreview(): void {
	if (!dialog?.template) return;
	const { rows, from, places } = dialog;
	const { template, isFixed } = dialog.template;
	const place = places.preview;
	if (!template) {
		place.replaceChildren(
			el(
				'div',
				{ class: 'wae-chat wae-chat-empty' },
				icon('whatsapp'),
				el('p', {}, t(isFixed ? 'preview.none' : 'preview.unknown')),
			),
		);
		return;
	}
	const byFields = from.val() === 'fields';
	const values = byFields ? rows.values() : fromMessage(template);
	const missing = byFields ? rows.missing() : [];
	place.replaceChildren(
		preview(template, values),
		el('p', { class: 'wae-preview-caption' }, previewCaption(template)),
		missing.length > 0
			? el(
					'p',
					{ class: 'wae-preview-missing' },
					icon('exclamation-triangle'),
					' ',
					t('preview.missing', { names: missing.join(t('listSeparator')) }),
				)
			: '',
	);
}

/** With values by name, each variable is a field of what the message brings. */
function fromMessage(template: MessageTemplate): Variable[] {
	const type = String(dialog?.jsonType.val());
	const value = String(dialog?.json.val()).trim();
	if (value === '') return [];
	const parameters = listParameters(template).filter(({ required }) => required);
	if (type === 'json') {
		try {
			const given = JSON.parse(value) as Record<string, unknown>;
			return parameters.map(({ id }) => ({ id, type: 'str', value: textOf(given[id]) }));
		} catch {
			return [];
		}
	}
	if (type === 'jsonata') return [];
	return parameters.map(({ id }) => ({
		id,
		type,
		value: /^[A-Za-z_$][\w$]*$/.test(id) ? `${value}.${id}` : `${value}["${id}"]`,
	}));
}

const textOf = (value: unknown): string =>
	typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
