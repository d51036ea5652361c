import { byId } from '../dom';
import { fitTray } from '../form';
import type { EditorNode } from '../red';
import { TemplateField } from '../template-field';
import { Aside } from './aside';
import { DefinitionForm } from './definition-form';
import { DefinitionList } from './definition-list';
import type { Draft } from './definition-text';
import { fillDrafts, fillReadyMade, startFrom } from './definition-sources';
import { filterFields, type FilterFields } from './filter-fields';
import { m } from './manage-words';
import { isShown, showFields, type Shape } from './shown-fields';
import { manageValidators } from './validators';

const WIDTH = 980;

/** Parts of the open dialog, held: while an account is edited they are in no page. */
interface Dialog {
	operation: HTMLSelectElement;
	from: HTMLSelectElement;
	wait: HTMLInputElement;
	form: DefinitionForm;
	readyMade: DefinitionList;
	drafts: DefinitionList;
	filters: FilterFields;
	aside: Aside;
	draft: HTMLInputElement;
	template?: TemplateField;
}

let dialog: Dialog | undefined;

/** The dialog of whatsapp-manage-template. */
export const manageTemplate = {
	...manageValidators,

	prepare(node: EditorNode): void {
		fitTray(WIDTH);
		prepareTypedInputs();
		const list = (field: string) => (Array.isArray(node[field]) ? node[field].map(String) : []);
		const draft = (node.fields ?? {}) as Draft;
		const form = new DefinitionForm(draft, () => drawAside());
		const mine: Dialog = {
			operation: byId<HTMLSelectElement>('node-input-operation'),
			from: byId<HTMLSelectElement>('node-input-definitionFrom'),
			wait: byId('node-input-wait'),
			form,
			readyMade: new DefinitionList(list('readyMade'), () => drawAside()),
			drafts: new DefinitionList(list('drafts'), () => drawAside()),
			filters: filterFields(node),
			aside: new Aside(byId('wae-preview'), byId('wae-check')),
			draft: byId('wae-draft'),
		};
		dialog = mine;
		mine.draft.value = String(node.template ?? '');
		byId<HTMLElement>('wae-form-fields').replaceChildren(
			startFrom((definition) => form.fill(definition)),
			form.element,
		);
		form.begin(draft);
		byId<HTMLElement>('wae-ready-made').replaceChildren(mine.readyMade.element);
		byId<HTMLElement>('wae-drafts').replaceChildren(mine.drafts.element);
		mine.template = new TemplateField(() => drawAside(), true);
		for (const field of [mine.operation, mine.from, mine.wait]) {
			field.addEventListener('change', redraw);
		}
		$('#node-input-account').on('change', () => readDrafts());
		void fillReadyMade(mine.readyMade);
		redraw();
	},

	save(node: EditorNode): void {
		if (!dialog) return;
		const { form, readyMade, drafts, filters } = dialog;
		const shape = shapeOf(dialog);
		node.fields = isShown(shape, 'fields') ? form.value() : (node.fields ?? {});
		node.readyMade = readyMade.values();
		node.drafts = drafts.values();
		Object.assign(node, filters.values());
		if (shape.operation === 'deleteDraft') {
			$('#node-input-template').typedInput('type', 'str');
			$('#node-input-template').typedInput('value', dialog.draft.value.trim());
		}
		for (const field of ['waitMinutes', 'waitHours', 'timeout']) {
			node[field] = Number($(`#node-input-${field}`).val());
		}
		manageTemplate.close();
	},

	close(): void {
		dialog?.template?.close();
		dialog = undefined;
	},

	/** On the canvas: what it does, and to which template. `this` is the node. */
	label(this: EditorNode): string {
		const operation = String(this.operation ?? '');
		const words = m(`operation.${operation}`);
		const named =
			['getStatus', 'get', 'delete', 'deleteDraft'].includes(operation) &&
			['list', 'str'].includes(String(this.templateType));
		const { definitionFrom, fields } = this as { definitionFrom?: string; fields?: Draft };
		const written = definitionFrom === 'fields' && takesDefinition(operation) && fields?.name;
		const name = named ? String(this.template ?? '').split(':')[0] : written || '';
		return name ? `${words}: ${name}` : words;
	},
};

const takesDefinition = (operation: string) =>
	['check', 'preview', 'saveDraft', 'apply', 'submit'].includes(operation);

const shapeOf = ({ operation, from, wait }: Dialog): Shape => ({
	operation: operation.value,
	from: takesDefinition(operation.value) ? from.value : '',
	wait: wait.checked,
});

function prepareTypedInputs(): void {
	$('#node-input-definition').typedInput({
		default: 'msg',
		typeField: '#node-input-definitionType',
		types: ['msg', 'flow', 'global', 'jsonata', 'json'],
	});
	$('#node-input-values').typedInput({
		default: 'msg',
		typeField: '#node-input-valuesType',
		types: ['msg', 'flow', 'global', 'jsonata', 'json'],
	});
}

function redraw(): void {
	if (!dialog) return;
	const { operation, from } = dialog;
	// Saving a draft as a draft would change nothing.
	const drafts = from.querySelector<HTMLOptionElement>('option[value="drafts"]');
	if (drafts) drafts.hidden = drafts.disabled = operation.value === 'saveDraft';
	if (operation.value === 'saveDraft' && from.value === 'drafts') from.value = 'fields';
	byId<HTMLElement>('wae-operation-hint').textContent = m(`operationHint.${operation.value}`);
	showFields(shapeOf(dialog));
	if (from.value === 'drafts') readDrafts();
	// Whether an account is needed depends on the operation: its field is judged again.
	$('#node-input-account').trigger('change');
	drawAside();
}

function readDrafts(): void {
	if (dialog?.from.value === 'drafts') void fillDrafts(dialog.drafts);
}

/** The preview and the check of what is written, chosen, or looked at in a list. */
function drawAside(): void {
	if (!dialog?.template) return;
	const { aside, form, readyMade, drafts, template } = dialog;
	const { operation, from } = shapeOf(dialog);
	if (takesDefinition(operation)) {
		switch (from) {
			case 'fields':
				return aside.showWritten(form.value(), (place) => form.focus(place));
			case 'readyMade':
				return aside.showDefinition(readyMade.shown);
			case 'drafts':
				return aside.showDefinition(drafts.shown);
			default:
				return aside.say(m('preview.message'));
		}
	}
	if (['getStatus', 'get', 'delete'].includes(operation)) {
		return template.template
			? aside.showTemplate(template.template)
			: aside.say(m('preview.choose'));
	}
	aside.hide();
}
