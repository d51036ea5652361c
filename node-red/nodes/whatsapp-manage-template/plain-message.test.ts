import { plainMessage } from './plain-message';

test('keeps what is JSON, and leaves out what is not', () => {
	const own: Record<string, unknown> = {};
	own.self = own;
	const kept = { topic: 'a', parts: { index: 0, list: [1, null, { b: true }] }, empty: undefined };

	expect(
		plainMessage({
			...kept,
			file: Buffer.from('x'),
			nested: { deep: [{ file: new Uint8Array(2) }] },
			when: new Date(),
			call: () => undefined,
			big: 10n,
			own,
			res: new Map(),
		}),
	).toEqual({ topic: 'a', parts: kept.parts });
});

test('the same object twice is no circle', () => {
	const shared = { a: 1 };
	expect(plainMessage({ one: shared, other: [shared, shared] })).toEqual({
		one: shared,
		other: [shared, shared],
	});
});
