import type { GraphError } from '../graph/error.ts';
import { displayPhone, readRecipient } from './recipient.ts';

const waIdOf = (to: unknown, countryCode = '1') => readRecipient(to, countryCode).waId;

describe('the recipient of a message', () => {
	it.each(['+819012345678', '+81 90-1234-5678', '+81 (90) 1234 5678'])('may be %s', (to) => {
		expect(readRecipient(to, '1')).toEqual({ input: to, waId: '819012345678' });
	});

	it("gets the business's country code when it has no plus", () => {
		expect(waIdOf('(650) 555-1234')).toBe('16505551234');
		expect(waIdOf('9812345678', '91')).toBe('919812345678');
	});

	it('goes to a stranger when the country code was left to chance', () => {
		// A Danish number without its plus is a complete American one.
		expect(waIdOf('45 12 34 56 78')).toBe('14512345678');
	});

	it('is taken as it stands where the country code in front makes no number', () => {
		expect(waIdOf('819012345678')).toBe('819012345678');
		expect(waIdOf('16505551234')).toBe('16505551234');
	});

	it('loses a prefix that its country has given up', () => {
		expect(waIdOf('+52 1 55 1234 5678')).toBe('525512345678');
	});

	it.each(['abc', '+12', '+1 650 555 12345', '+999123456789', '１２３'])('cannot be %s', (to) => {
		expect(() => readRecipient(to, '1')).toThrow(
			expect.objectContaining({ code: 131009 }) as GraphError,
		);
	});

	it('is required', () => {
		expect(() => readRecipient(undefined, '1')).toThrow('(#100) The parameter to is required.');
	});

	it.each([
		['819012345678', '+81 90-1234-5678'],
		['16505551234', '+1 650-555-1234'],
		['5511912345678', '+55 11 91234-5678'],
		['34612345678', '+34 612 345 678'],
		['447700900123', '+44 7700 900123'],
		['4915123456789', '+49 151 234 567 89'],
	])('is shown with its country code: %s', (waId, shown) => {
		expect(displayPhone(waId)).toBe(shown);
	});
});
