import type { EditorNode } from '../red';
import { t } from '../words';
import { valid, type Verdict } from '../validators';
import { n } from './notification-words';

const textOf = (value: unknown): string => String(value ?? '').trim();

/** What stands in the open dialog, or in the saved node. */
const liveValue = (node: EditorNode, field: string): string =>
	textOf($(`#node-input-${field}`).val() ?? node[field]);

/** The validators of the fields that only Notification has; `this` is the node. */
export const validNotification = {
	id(this: EditorNode, value: unknown): Verdict {
		const id = textOf(value);
		if (!/^[A-Za-z0-9._-]{1,100}$/.test(id)) return n('valid.notification');
		let taken = false;
		RED.nodes.eachNode((other) => {
			if (other.type === this.type && other.id !== this.id && !other.d) {
				taken ||= textOf(other.notification) === id;
			}
		});
		return taken ? n('valid.taken') : true;
	},

	template(this: EditorNode, value: unknown): Verdict {
		const key = textOf(value);
		if (key === '') return t('valid.template');
		return /^[a-z0-9_]{1,512}(:[A-Za-z_-]{2,10})?$/.test(key) ? true : t('valid.templateName');
	},

	recipients(this: EditorNode, value: unknown): Verdict {
		return valid.typed(value, liveValue(this, 'recipientsType') || 'msg', n('label.recipients'));
	},

	timeZone(this: EditorNode, value: unknown): Verdict {
		const zone = textOf(value);
		if (zone === '') return liveValue(this, 'sendAt') === '' ? true : n('valid.timeZoneMissing');
		try {
			new Intl.DateTimeFormat('en', { timeZone: zone });
			return true;
		} catch {
			return n('valid.timeZone');
		}
	},

	sendAt(this: EditorNode, value: unknown): Verdict {
		const text = textOf(value);
		return text === '' || /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[T ]\d{1,2}:\d{2}/.test(text)
			? true
			: n('valid.sendAt');
	},

	clock(this: EditorNode, value: unknown): Verdict {
		const text = textOf(value);
		return text === '' || /^([01]?\d|2[0-4])([:.][0-5]\d)?$/.test(text) ? true : n('valid.clock');
	},
};
