import type { EditorNode } from './red';
import { valid, type Verdict } from './validators';

/** `this` is the node, with the values it has been saved with. */
type Check = (this: EditorNode, value: unknown) => Verdict;

/** An entry of a node's `defaults`; each node gets its own, as Node-RED writes into it. */
interface Field {
	value: unknown;
	type?: string;
	required?: boolean;
	validate(this: EditorNode, value: unknown, options: unknown): Verdict;
}

/** Node-RED shows the sentence of a validator only where it takes two arguments. */
const checked = (
	value: unknown,
	check: Check,
	more: Pick<Field, 'type' | 'required'> = {},
): Field => ({
	...more,
	value,
	validate(current, _options) {
		return check.call(this, current);
	},
});

/** What several nodes have in their `defaults`. A name is the one of the label in the node's own words. */
export const field = {
	checked,

	/** @param check where not everything the node does needs an account */
	account: (check?: Check): Field =>
		checked('', check ?? valid.account, {
			type: 'whatsapp-account',
			...(check ? {} : { required: true }),
		}),

	country: (): Field => checked('', valid.country),

	digits: (name: string): Field =>
		checked(
			'',
			function (value) {
				return valid.digits(value, this._(name));
			},
			{ required: true },
		),

	number: (name: string, value: number, least: number, most: number): Field =>
		checked(value, function (current) {
			return valid.number(current, this._(name), least, most);
		}),

	/** Nodes of before do not say. */
	lookAgainMinutes: (): Field =>
		checked(10, function (current) {
			if (current === undefined) return true;
			return valid.number(current, this._('label.lookAgainMinutes'), 1, 1440);
		}),

	some: (name: string, value: string[]): Field =>
		checked(value, function (current) {
			return valid.some(current, this._(name));
		}),

	url: (name: string, value = ''): Field =>
		checked(value, function (current) {
			return valid.url(current, this._(name));
		}),

	webhookPath: (value = ''): Field =>
		checked(
			value,
			function (current) {
				return valid.path(current, this.type, this.id);
			},
			{ required: true },
		),
};
