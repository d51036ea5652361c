import { field } from './fields';
import type { EditorNode } from './red';

const node = { type: 'whatsapp-business-trigger', id: 'a', _: (key: string) => key };
const saved = node as never as EditorNode;

it('tells the sentence, which Node-RED asks for by two arguments', () => {
	const { validate } = field.checked('', () => 'Say which.');
	expect(validate).toHaveLength(2);
	expect(validate.call(saved, '', {})).toBe('Say which.');
});

it('asks the validator as the node', () => {
	const own = field.checked('', function (value) {
		return `${this.id}: ${String(value)}`;
	});
	expect(own.validate.call(saved, 'x', {})).toBe('a: x');
});

it('needs an account, unless the node says when', () => {
	expect(field.account()).toMatchObject({ type: 'whatsapp-account', required: true });
	const sometimes = field.account(() => true);
	expect(sometimes).toMatchObject({ type: 'whatsapp-account' });
	expect(sometimes).not.toHaveProperty('required');
});

it('is another object for each node', () => {
	expect(field.country()).not.toBe(field.country());
});

it('takes nodes of before that do not say how often to look again', () => {
	expect(field.lookAgainMinutes().validate.call(saved, undefined, {})).toBe(true);
});
