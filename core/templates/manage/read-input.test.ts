import fc from 'fast-check';
import type { TemplateDefinition } from '../definition';
import { findReadyMade, readyMadeTemplates } from '../pack';
import { toMetaTemplate } from '../to-meta-template';
import { readDefinitions } from './read-input';

const [definition] = findReadyMade({ languages: ['en'] }) as [TemplateDefinition];
const read = (given: unknown) =>
	readDefinitions(given).map((one) => ('definition' in one ? one.definition.name : one.problem));

it('takes a definition as an object, as text, with a byte order mark, and in a row of a table', () => {
	const text = JSON.stringify(definition);
	for (const given of [
		definition,
		text,
		`\uFEFF${text}`,
		{ id: 3, definition: text, note: 'mine' },
	]) {
		expect(read(given)).toEqual([definition.name]);
	}
});

it('takes what Meta has: one template, and a whole list', () => {
	const meta = { ...toMetaTemplate(definition), id: '1', status: 'APPROVED' };
	const { audience: _ours, ...rest } = definition;

	expect(readDefinitions(meta)).toEqual([
		{ definition: { ...rest, other: { fields: { id: '1', status: 'APPROVED' } } }, findings: [] },
	]);
	expect(read({ data: [meta, meta], paging: {} })).toEqual([definition.name, definition.name]);
});

it('takes lists, and says of each entry that is none what is wrong', () => {
	expect(read([definition, { ...definition, body: 3 }, [definition]])).toEqual([
		definition.name,
		expect.stringContaining('body is not a text'),
		definition.name,
	]);
});

it.each([undefined, null, '', '   ', 7, true, [], {}, '{"name": ', '"text"', [[[[[[[]]]]]]]])(
	'says that %j is no definition',
	(given) => {
		const [only, ...others] = readDefinitions(given);
		expect(others).toEqual([]);
		expect(only).toMatchObject({ problem: expect.any(String), whatToDo: expect.any(String) });
	},
);

it('is not caught by an object that holds itself', () => {
	const loop: Record<string, unknown> = {};
	loop.definition = loop;
	const list: unknown[] = [];
	list.push(list, list);

	expect(read(loop)).toEqual(['There is no definition']);
	expect(read(list).every((problem) => problem === 'There is no definition')).toBe(true);
});

it('never throws, whatever it is given', () => {
	fc.assert(
		fc.property(fc.oneof(fc.anything(), fc.json(), fc.string()), (given) => {
			expect(readDefinitions(given).length).toBeGreaterThan(0);
		}),
	);
});

it('hands out copies of the pack', () => {
	const [one] = findReadyMade({ names: ['sponsor_welcome'], languages: ['ja'] });
	one!.body = 'changed';

	expect(readyMadeTemplates).toHaveLength(40);
	expect(findReadyMade({ names: ['sponsor_welcome'], languages: ['ja'] })[0]?.body).not.toBe(
		'changed',
	);
	expect(findReadyMade({ audiences: ['speaker'] })).toHaveLength(8);
	expect(findReadyMade({ audiences: ['nobody'] })).toEqual([]);
});
