import { expectLinear } from './growth';

describe('work that grows with its input', () => {
	it('passes', () => {
		expectLinear((pieces) => /^(?:\w+\s)*$/.test('a '.repeat(pieces)));
	});

	it('does not pass when it grows with the square of it', () => {
		// Looks for the end from every space there is.
		expect(() => expectLinear((pieces) => /\s+$/.test(`${' '.repeat(pieces)}x`))).toThrow();
	});
});
