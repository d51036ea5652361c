import { liveValue } from '../live-value';
import type { EditorNode } from '../red';
import { isChosen, valid, type Verdict } from '../validators';
import { t } from '../words';
import { findingsOf } from './aside';
import { complete, type Draft } from './definition-text';
import { m } from './manage-words';

const DEFINITIONS = ['check', 'preview', 'saveDraft', 'apply', 'submit'];

/** Operations that stop at an error of the check; a draft may be half of a template. */
const APPLIED = ['apply', 'submit', 'check'];

/** Operations that can do without an account, unless they look into its drafts. */
const ACCOUNTLESS = ['getReadyMade', 'check', 'preview'];

/** The validators of the node's fields; `this` is the node. */
export const manageValidators = {
	/** Needed or not by what is chosen in the open dialog, or saved. */
	validAccount(this: EditorNode, id: unknown): Verdict {
		const operation = String(live(this, 'operation'));
		const drafts = DEFINITIONS.includes(operation) && live(this, 'definitionFrom') === 'drafts';
		return ACCOUNTLESS.includes(operation) && !drafts && !isChosen(id) ? true : valid.account(id);
	},

	validDefinition(this: EditorNode, value: unknown): Verdict {
		if (!from(this, 'message')) return true;
		return valid.typed(value, this.definitionType, m('label.definition'));
	},

	/** A template without a name or a text is none; one with errors would not be sent for approval. */
	validFields(this: EditorNode, fields: unknown): Verdict {
		if (!from(this, 'fields')) return true;
		const { name, body, category } = (fields ?? {}) as Draft;
		if (!name || (!body && category !== 'AUTHENTICATION')) return m('valid.form');
		const count = APPLIED.includes(String(this.operation)) ? errorsIn(fields as Draft) : 0;
		return count === 0 || this.ignoreCheck === true ? true : m('valid.formErrors', { count });
	},

	validReadyMade(this: EditorNode, chosen: unknown): Verdict {
		if (!from(this, 'readyMade')) return true;
		return Array.isArray(chosen) && chosen.length > 0 ? true : m('valid.readyMade');
	},

	validCountry(code: unknown): Verdict {
		return valid.country(code) === true ? true : m('valid.country');
	},

	validTemplate(this: EditorNode, value: unknown): Verdict {
		const operation = String(this.operation);
		if (!['getStatus', 'get', 'delete', 'deleteDraft'].includes(operation)) return true;
		if (String(value ?? '').trim() === '') return m('valid.template');
		const type = this.templateType;
		return type === 'list' || type === 'str' ? true : valid.typed(value, type, t('template.label'));
	},
};

const errorsIn = (draft: Draft): number =>
	findingsOf(complete(draft)).filter(({ severity }) => severity === 'error').length;

const live = (node: EditorNode, field: string): unknown =>
	liveValue(node, field, 'wae-form-fields');

const from = ({ operation, definitionFrom }: EditorNode, source: string): boolean =>
	DEFINITIONS.includes(String(operation)) && definitionFrom === source;
