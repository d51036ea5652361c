import fc from 'fast-check';
import { parsePath, valueAt } from './path';

const body = { a: [{ 'first name': 'Aiko', b: { c: 0 } }], 'x.y': 1, list: [[1, 2]] };

describe('a path', () => {
	it.each([
		['a[0].b.c', 0],
		['a[0]["first name"]', 'Aiko'],
		["a[0]['first name']", 'Aiko'],
		['a.0.b.c', 0],
		['a[0].first name', 'Aiko'],
		['["x.y"]', 1],
		['list[0][1]', 2],
		['$.a[0].b.c', 0],
		[' a[0].b.c ', 0],
	])('%s reads %j', (path, expected) => {
		expect(valueAt(body, path)).toBe(expected);
	});

	it.each(['a[1].b', 'a.b', 'nothing', 'a[0].b.c.d', 'a[', 'a[x]', 'a..b', 'a]', 'a.length'])(
		'%s reads nothing',
		(path) => {
			expect(valueAt(body, path)).toBeUndefined();
		},
	);

	it.each([
		'__proto__',
		'constructor',
		'constructor.prototype',
		'a.__proto__.polluted',
		'toString',
	])('%s never reaches what every object inherits', (path) => {
		expect(valueAt(body, path)).toBeUndefined();
		expect(valueAt(JSON.parse('{"__proto__":{"x":1},"constructor":2}'), path)).toBeUndefined();
	});

	it('never throws, whatever the path and the JSON', () => {
		fc.assert(
			fc.property(fc.jsonValue(), fc.string(), (json, path) => {
				valueAt(json, path);
			}),
			{ numRuns: 1000 },
		);
	});

	it('written with brackets reads back any key', () => {
		const keys = fc
			.string({ minLength: 1 })
			.filter((key) => !/["\]]/.test(key) && key !== '__proto__');
		fc.assert(
			fc.property(keys, (key) => {
				expect(parsePath(`["${key}"]`)).toEqual([key]);
			}),
		);
	});
});
