import fc from 'fast-check';
import { deliveryKey } from '../messages/delivery-key';
import { personKey } from './person-key';

const KEY = 'instance/102290129340398';

describe('a person’s key', () => {
	it('is the end of every delivery key of this person', () => {
		const key = personKey('+81 90-1234-5678', KEY);
		expect(key).toMatch(/^[0-9a-f]{20}$/);
		expect(deliveryKey('order:1', '+819012345678', KEY).split(':').at(-1)).toBe(key);
	});

	it('is one, however the number is written', () => {
		const ways = [
			'+819012345678',
			'０９０−１２３４−５６７８',
			'090 1234 5678',
			'0081 90 1234 5678',
		];
		expect(new Set(ways.map((way) => personKey(way, KEY, 'JP'))).size).toBe(1);
	});

	it.each([
		['Brazil, without the 9 of newer numbers', '+553188887777', '+5531988887777'],
		['Argentina, with the 9 WhatsApp puts in', '+541123456789', '+5491123456789'],
		['Mexico, with the 1 of old address books', '+5215512345678', '+525512345678'],
	])('is one in %s', (_where, one, other) => {
		expect(personKey(one, KEY)).toBe(personKey(other, KEY));
	});

	it('is another for another person, and for another account', () => {
		expect(personKey('+819012345678', KEY)).not.toBe(personKey('+819012345679', KEY));
		expect(personKey('+819012345678', KEY)).not.toBe(personKey('+819012345678', 'other'));
		// A number of São Paulo's fixed network has eight digits, and is nobody's mobile.
		expect(personKey('+551133334444', KEY)).not.toBe(personKey('+5511933334444', KEY));
	});

	it('stands for a user id, too', () => {
		expect(personKey('US.13491208655302741918', KEY)).toMatch(/^[0-9a-f]{20}$/);
	});

	it.each([
		'',
		'090-1234-5678',
		'Aiko',
		'aiko@example.com',
		undefined,
		null,
		{},
		['+819012345678'],
	])('is of nobody: %j', (who) => expect(personKey(who, KEY)).toBeUndefined());

	it('never holds the number, and never throws', () => {
		fc.assert(
			fc.property(fc.oneof(fc.anything(), fc.stringMatching(/^\+\d{7,15}$/)), (who) => {
				const key = personKey(who, KEY);
				if (key !== undefined) expect(key).not.toContain(String(who).slice(-8));
			}),
		);
	});
});
