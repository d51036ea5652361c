import type { Node, NodeAPI } from 'node-red';
import type { AccountNode, TemplateResult } from '../../engine';
import words from './locales/en-US/whatsapp-manage-template.json';
import { ManageStatus } from './manage-status';

/** The catalogue as Node-RED reads it. */
const RED = {
	_(key: string, values: Record<string, unknown> = {}) {
		const found = key
			.split('.')
			.reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], words);
		return String(found).replace(/__(\w+)__/g, (_whole, name: string) => String(values[name]));
	},
} as unknown as NodeAPI;

const account = { store: () => ({ kind: 'sqlite' }) } as unknown as AccountNode;

const applied = (more: Partial<TemplateResult>): TemplateResult => ({
	operation: 'apply',
	outcome: 'unchanged',
	message: 'It was',
	...more,
});

let shown: object;
let status: ManageStatus;
beforeEach(() => {
	const node = { status: (now: object) => (shown = now) } as unknown as Node;
	status = new ManageStatus(RED, node, account, true);
});

describe('when waiting ends', () => {
	const approved = applied({ status: 'approved', approved: true } as Partial<TemplateResult>);
	const rejected = applied({ status: 'rejected' });

	test('one approval is approved, whatever was done before', () => {
		status.waitsFor(1);
		status.waitsFor(0, [{ ...approved, outcome: 'created' }]);
		expect(shown).toEqual({ fill: 'green', shape: 'dot', text: 'approved' });
	});

	test('one rejection is rejected', () => {
		status.waitsFor(1);
		status.waitsFor(0, [rejected]);
		expect(shown).toEqual({ fill: 'red', shape: 'ring', text: 'rejected' });
	});

	test('of all that were decided one after the other, the worse comes first', () => {
		status.waitsFor(10);
		status.waitsFor(4, [approved, approved, approved, rejected, approved, approved]);
		expect(shown).toMatchObject({ fill: 'blue', text: 'waiting for 4' });
		status.waitsFor(0, [approved, approved, approved, approved]);
		expect(shown).toEqual({ fill: 'red', shape: 'dot', text: '1 rejected, 9 more' });
	});

	test('what was decided the last time is forgotten', () => {
		status.waitsFor(1);
		status.waitsFor(0, [rejected]);
		status.waitsFor(2);
		status.waitsFor(0, [approved, approved]);
		expect(shown).toEqual({ fill: 'green', shape: 'dot', text: '2 approved' });
	});
});

test('one that needs somebody needs, several need', () => {
	const refused = applied({ outcome: 'refused', reason: 'check_failed' });
	const many = (count: number) => [
		...Array.from({ length: count }, () => refused),
		applied({ outcome: 'created', status: 'pending' }),
		applied({ outcome: 'edited', status: 'pending' }),
	];
	status.begin(3);
	status.end(many(1));
	expect(shown).toMatchObject({ fill: 'yellow', text: '1 needs attention' });
	status.begin(4);
	status.end(many(2));
	expect(shown).toMatchObject({ fill: 'yellow', text: '2 need attention' });
});
