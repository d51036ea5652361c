import fc from 'fast-check';
import captured from '../../../examples/generic/registration.json';
import { valueAt } from './path';
import { samplePaths } from './sample-paths';

test('a captured body gives its values, and the fields of each ticket', () => {
	const paths = samplePaths(captured);

	expect(paths).toContainEqual({ path: 'name', value: 'Aiko Tanaka' });
	expect(paths).toContainEqual({ path: 'tickets', value: 'list of 1' });
	expect(paths).toContainEqual({ path: 'listing_name', value: 'Test Conf', within: 'tickets' });
	expect(paths).toContainEqual({ path: 'tickets[0].listing_name', value: 'Test Conf' });
});

test('a list of reports is sampled by its first', () => {
	expect(samplePaths([{ 'first name': 'Aiko' }, { other: 1 }])).toEqual([
		{ path: '["first name"]', value: 'Aiko' },
	]);
});

test('what is offered can be read by a mapping', () => {
	const name = fc.constantFrom('a', 'first name', 'b.c', "it's", 'x[0]', 'tickets');
	const { tree } = fc.letrec((tie) => ({
		tree: fc.oneof(
			{ depthSize: 'small' },
			fc.string({ minLength: 1, maxLength: 5 }),
			fc.integer(),
			fc.array(tie('tree'), { maxLength: 2 }),
			fc.dictionary(name, tie('tree'), { maxKeys: 3 }),
		),
	}));
	fc.assert(
		fc.property(fc.dictionary(name, tree, { maxKeys: 3 }), (sample) => {
			for (const { path, within } of samplePaths(sample)) {
				if (within === undefined) expect(valueAt(sample, path)).toBeDefined();
			}
		}),
	);
});

test.each([undefined, null, 'text', 7, []])('%p has no places', (sample) => {
	expect(samplePaths(sample)).toEqual([]);
});
