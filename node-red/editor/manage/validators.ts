import type { EditorNode } from '../red';
import { valid, type Verdict } from '../validators';
import { t } from '../words';
import type { Draft } from './definition-text';
import { m } from './manage-words';

const DEFINITIONS = ['check', 'preview', 'saveDraft', 'apply', 'submit'];

/** Operations that can do without an account, unless they look into its drafts. */
const ACCOUNTLESS = ['getReadyMade', 'check', 'preview'];

/** The validators of the node's fields; `this` is the node. */
export const manageValidators = {
	/** Node-RED asks only about an account that is chosen: none is a choice, too. */
	validAccount(this: EditorNode, id: unknown): Verdict {
		return id === '_ADD_' ? true : valid.account(id);
	},

	validOperation(this: EditorNode, operation: unknown): Verdict {
		if (ACCOUNTLESS.includes(String(operation)) && !from(this, 'drafts')) return true;
		const { account } = this;
		return account === '' || account === '_ADD_' ? t('valid.account') : true;
	},

	validDefinition(this: EditorNode, value: unknown): Verdict {
		if (!from(this, 'message')) return true;
		return valid.typed(value, this.definitionType, m('label.definition'));
	},

	/** What the check says is told in the dialog; a template without a name or a text is none. */
	validFields(this: EditorNode, fields: unknown): Verdict {
		if (!from(this, 'fields')) return true;
		const { name, body, category } = (fields ?? {}) as Draft;
		return name && (body || category === 'AUTHENTICATION') ? true : m('valid.form');
	},

	validReadyMade(this: EditorNode, chosen: unknown): Verdict {
		if (!from(this, 'readyMade')) return true;
		return Array.isArray(chosen) && chosen.length > 0 ? true : m('valid.readyMade');
	},

	validTemplate(this: EditorNode, value: unknown): Verdict {
		const operation = String(this.operation);
		if (!['getStatus', 'get', 'delete', 'deleteDraft'].includes(operation)) return true;
		if (String(value ?? '').trim() === '') return m('valid.template');
		const type = this.templateType;
		return type === 'list' || type === 'str' ? true : valid.typed(value, type, t('template.label'));
	},
};

const from = ({ operation, definitionFrom }: EditorNode, source: string): boolean =>
	DEFINITIONS.includes(String(operation)) && definitionFrom === source;
