import { listParameters } from '../../../core/templates/parameters';
import { prepareGuardField } from '../credits/guard-field';
import { byId, el, icon } from '../dom';
import { fitTray } from '../form';
import { preview, previewCaption } from '../preview';
import type { EditorNode } from '../red';
import { TemplateField } from '../template-field';
import { t } from '../words';
import { ColumnRows, type ColumnChoice } from './column-rows';
import { Standing } from './standing';
import { validNotification } from './validators';
import { ValueRows, type SharedValue } from './value-rows';

const WIDTH_WITH_PREVIEW = 940;

interface Dialog {
	template: TemplateField;
	values: ValueRows;
	columns: ColumnRows;
	standing: Standing;
	preview: HTMLElement;
}

let dialog: Dialog | undefined;

const list = <Row>(value: unknown): Row[] => (Array.isArray(value) ? (value as Row[]) : []);

/** The dialog of whatsapp-notification. */
export const notification = {
	prepare(node: EditorNode): void {
		fitTray(WIDTH_WITH_PREVIEW);
		$('#node-input-recipients').typedInput({
			default: 'msg',
			typeField: '#node-input-recipientsType',
			types: ['msg', 'flow', 'global', 'jsonata'],
		});
		prepareTimes(node);
		// Nodes of before do not say.
		const marketing = $('#node-input-marketingMessages');
		if (!marketing.val()) marketing.val('off');
		prepareGuardField(node);
		const minutes = byId('node-input-lookAgainMinutes');
		if (minutes.value === '') minutes.value = '10';
		const values = new ValueRows(
			byId<HTMLElement>('wae-values'),
			list<SharedValue>(node.values),
			drawPreview,
		);
		const template: TemplateField = new TemplateField(redraw, false, ['str']);
		dialog = {
			...{ template, values, preview: byId<HTMLElement>('wae-preview') },
			columns: new ColumnRows(
				byId<HTMLElement>('wae-columns'),
				list<ColumnChoice>(node.columns),
				() => (template.template ? listParameters(template.template).map(({ id }) => id) : []),
			),
			standing: new Standing(byId<HTMLElement>('wae-stands'), node, () => ({
				sendAt: text('sendAt'),
				timeZone: text('timeZone'),
				quietFrom: text('quietFrom'),
				quietUntil: text('quietUntil'),
			})),
		};
		redraw();
	},

	save(node: EditorNode): void {
		if (!dialog) return;
		node.values = dialog.values.values();
		node.columns = dialog.columns.values();
		for (const field of ['messagesPerSecond', 'chunkSize', 'lookAgainMinutes'])
			node[field] = Number(text(field));
		notification.close();
	},

	close(): void {
		dialog?.template.close();
		dialog?.standing.close();
		dialog = undefined;
	},

	valid: validNotification,
};

const text = (field: string): string => String($(`#node-input-${field}`).val() ?? '').trim();

/** A calendar and clocks of the browser, where what is saved is something they can show. */
function prepareTimes(node: EditorNode): void {
	const saved = String(node.sendAt ?? '').trim();
	const field = byId('node-input-sendAt');
	const moment = /^(\d{4})[-/.](\d\d)[-/.](\d\d)[T ](\d\d:\d\d)/.exec(saved);
	if (saved !== '' && !moment) field.type = 'text';
	field.value = moment ? `${moment[1]}-${moment[2]}-${moment[3]}T${moment[4]}` : saved;
	const zones = byId<HTMLDataListElement>('wae-time-zones');
	zones.replaceChildren(
		...Intl.supportedValuesOf('timeZone').map((value) => el('option', { value })),
	);
	// A node that is new: most events are where those who write to their guests are.
	if (String(node.template ?? '') === '' && text('timeZone') === '') {
		byId('node-input-timeZone').value = Intl.DateTimeFormat().resolvedOptions().timeZone;
	}
}

function redraw(): void {
	if (!dialog) return;
	dialog.values.show(dialog.template.template);
	byId<HTMLElement>('wae-values-none').hidden = dialog.template.template !== undefined;
	drawPreview();
}

function drawPreview(): void {
	if (!dialog) return;
	const { template } = dialog.template;
	dialog.preview.replaceChildren(
		...(template
			? [
					preview(template, dialog.values.variables()),
					el('p', { class: 'wae-preview-caption' }, previewCaption(template)),
				]
			: [
					el(
						'div',
						{ class: 'wae-chat wae-chat-empty' },
						icon('whatsapp'),
						el('p', {}, t('preview.none')),
					),
				]),
	);
}
