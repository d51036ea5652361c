import { liveValue } from '../live-value';
import type { EditorNode } from '../red';
import { isChosen, valid, type Verdict } from '../validators';
import { t } from '../words';
import { c } from './credit-words';

const plans = ({ operation, guardBy }: EditorNode): boolean =>
	operation === 'estimate' || (operation === 'guard' && guardBy === 'planned');

/** The validators of the node's fields; `this` is the node. */
export const creditValidators = {
	/** A price can be worked out without an account. */
	validAccount(this: EditorNode, id: unknown): Verdict {
		return live(this, 'operation') === 'price' && !isChosen(id) ? true : valid.account(id);
	},

	validProvider(this: EditorNode, id: unknown): Verdict {
		const operation = String(live(this, 'operation'));
		const asks = ['balance', 'guard', 'page'].includes(operation);
		const needs = asks && live(this, 'balanceFrom') === 'provider';
		if (needs && !isChosen(id)) return c('valid.provider');
		if (operation === 'bookPurchase' && this.path && !isChosen(id)) return c('valid.stripe');
		return true;
	},

	/** Without an address purchases are booked by hand, and by messages of the flow. */
	validPath(this: EditorNode, path: unknown): Verdict {
		if (this.operation !== 'bookPurchase' || String(path ?? '').trim() === '') return true;
		return valid.path(path, 'whatsapp-check-credits', this.id);
	},

	validTemplate(this: EditorNode, value: unknown): Verdict {
		if (!plans(this) || String(value ?? '').trim() === '') return true;
		const { templateType } = this;
		if (templateType === 'list' || templateType === 'str') return true;
		return valid.typed(value, templateType, t('template.label'));
	},

	validCurrency(this: EditorNode, value: unknown): Verdict {
		return /^[A-Za-z]{3}$/.test(String(value ?? '').trim()) ? true : c('valid.currency');
	},
};

const live = (node: EditorNode, field: string): unknown => liveValue(node, field, 'wae-look');
