import { fixture } from '../testing/fixture';
import { factsOfCode, listedCodes } from './error-codes';

const documented = Object.entries(
	fixture<Record<string, number[]>>(__dirname, 'error-codes'),
).flatMap(([errorClass, codes]) => codes.map((code): [number, string] => [code, errorClass]));

describe('an error code of Meta’s', () => {
	it.each(documented)('%i is of class %s', (code, errorClass) => {
		expect(factsOfCode(code).class).toBe(errorClass);
	});

	it('is listed when it is documented, and only then', () => {
		const codes = documented.map(([code]) => code);
		expect([...listedCodes()].sort()).toEqual([...codes].sort());
	});

	it('says what to do next, in a sentence', () => {
		for (const code of [...listedCodes(), 200, 424242]) {
			expect(factsOfCode(code).whatToDo).toMatch(/^[A-Z].{15,}\.$/);
		}
	});

	it.each([200, 201, 215, 250, 299])('%i is a permission, as all from 200 to 299', (code) => {
		expect(factsOfCode(code).class).toBe('permission');
	});

	it.each([199, 300, -1, 424242, 200005, Number.NaN, undefined])('%p is not known', (code) => {
		expect(factsOfCode(code).class).toBe('unknown');
	});

	it.each([
		[131056, 4_000],
		[131049, 24 * 3_600_000],
		[133016, 72 * 3_600_000],
		[133015, 5 * 60_000],
		[132069, 3_600_000],
		[134101, 10 * 60_000],
		[130429, undefined],
	])('%i brings the wait Meta documents: %p ms', (code, waitMs) => {
		expect(factsOfCode(code).waitMs).toBe(waitMs);
	});
});
