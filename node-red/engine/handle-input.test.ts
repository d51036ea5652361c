import { EventEmitter } from 'node:events';
import type { Node } from 'node-red';
import { handleInput, inBackground } from './handle-input';
import { NodeFailure } from './node-failure';

class FakeNode extends EventEmitter {
	readonly errors: unknown[][] = [];

	error(...told: unknown[]): void {
		this.errors.push(told);
	}
}

const cyclic: Record<string, unknown> = {};
cyclic.self = cyclic;

describe.each([
	['an error', new Error('the socket broke'), 'failed', 'the socket broke'],
	[
		'a failure of ours',
		new NodeFailure('Choose one.', 'account_missing'),
		'account_missing',
		'Choose one.',
	],
	['a text', 'just a text', 'failed', 'just a text'],
	['nothing', undefined, 'failed', expect.any(String)],
	['null', null, 'failed', expect.any(String)],
	['an object', { code: 'T0410', message: 'Argument 1' }, 'failed', 'Argument 1'],
	['an object that holds itself', cyclic, 'failed', expect.any(String)],
	['an object without a prototype', Object.create(null), 'failed', expect.any(String)],
])('a task that rejects with %s', (_, rejection: unknown, code, message) => {
	const reject = async () => await Promise.reject(rejection);

	test('ends in done, with a failure a Catch node can use', async () => {
		const node = new FakeNode();
		handleInput(node as unknown as Node, reject);
		const ended = await new Promise<unknown>((done) => node.emit('input', {}, () => {}, done));

		expect(ended).toBeInstanceOf(NodeFailure);
		expect(ended).toMatchObject({ code, message });
		expect((ended as Error).message).not.toBe('');
	});

	test('in the background reaches Catch nodes, and ends nothing', async () => {
		const node = new FakeNode();
		inBackground(node as unknown as Node, reject);
		await new Promise(setImmediate);

		expect(node.errors).toEqual([[expect.objectContaining({ code, message }), {}]]);
	});
});

test('a handler that is done calls done without an error', async () => {
	const node = new FakeNode();
	handleInput(node as unknown as Node, async (_msg, send) => send({ payload: 1 }));
	const sent: unknown[] = [];
	const ended = await new Promise<unknown>((done) =>
		node.emit('input', {}, (msg: unknown) => sent.push(msg), done),
	);

	expect(ended).toBeUndefined();
	expect(sent).toEqual([{ payload: 1 }]);
});
