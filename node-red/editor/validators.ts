import { t } from './words';

export type Verdict = true | string;

/** Whether a field holds a config node; `_ADD_` is Node-RED's “Add new”. */
export const isChosen = (id: unknown): id is string =>
	typeof id === 'string' && id !== '' && id !== '_ADD_';

/** `this` of Node-RED's validators is the node, with the values it has been saved with. */
export const valid = {
	account(id: unknown): Verdict {
		if (!isChosen(id)) return t('valid.account');
		const account = RED.nodes.node(id);
		if (account === null) return t('valid.accountGone');
		return account.valid === false ? t('valid.accountIncomplete') : true;
	},

	required(value: unknown, what: string): Verdict {
		return String(value ?? '').trim() === '' ? t('valid.required', { what }) : true;
	},

	digits(value: unknown, what: string): Verdict {
		const text = String(value ?? '').trim();
		if (text === '') return t('valid.required', { what });
		return /^\d+$/.test(text) ? true : t('valid.digits', { what });
	},

	/** A whole or broken number within bounds. */
	number(value: unknown, what: string, least: number, most: number): Verdict {
		const number = Number(value);
		const fits = String(value).trim() !== '' && number >= least && number <= most;
		return fits ? true : t('valid.number', { what, least, most });
	},

	/** The end of a webhook address; two triggers of a kind cannot share one. */
	path(value: unknown, type: string, id: string): Verdict {
		const path = String(value ?? '').trim();
		if (path === '') return t('valid.path');
		if (!/^[A-Za-z0-9_-]+$/.test(path)) return t('valid.pathLetters');
		let taken = false;
		RED.nodes.eachNode((other) => {
			if (other.type === type && other.id !== id && other.path === path && !other.d) taken = true;
		});
		return taken ? t('valid.pathTaken') : true;
	},

	url(value: unknown, what: string): Verdict {
		const text = String(value ?? '').trim();
		return text === '' || (/^https?:\/\//i.test(text) && URL.canParse(text))
			? true
			: t('valid.url', { what });
	},

	some(values: unknown, what: string): Verdict {
		return Array.isArray(values) && values.length > 0 ? true : t('valid.some', { what });
	},

	country(value: unknown): Verdict {
		const text = String(value ?? '').trim();
		return text === '' || /^[A-Za-z]{2}$/.test(text) ? true : t('valid.country');
	},

	/** Whether what a typed field holds can be read: JSON, expression, property. */
	typed(value: unknown, type: unknown, what: string): Verdict {
		const text = String(value ?? '').trim();
		if (text === '') return t('valid.required', { what });
		const answer = RED.utils.validateTypedProperty(text, String(type));
		if (answer === true) return true;
		return typeof answer === 'string' ? `${what}: ${answer}` : t('valid.typed', { what });
	},
};
