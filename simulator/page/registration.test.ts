import { hasCountryCode, registrationOf } from './registration.ts';

const buyer = { firstName: ' Aiko ', lastName: 'Tanaka', email: 'a@x.example', phone: '+81 90' };
const form = {
	buyer,
	ticketName: 'General',
	others: [],
	paid: true,
	test: false,
	repeat: 1,
	badSignature: false,
};

describe('the registration form', () => {
	it('sends one ticket for the buyer, and nothing about faults nobody asked for', () => {
		const person = { ...buyer, firstName: 'Aiko' };
		expect(registrationOf(form)).toEqual({
			buyer: person,
			tickets: [{ ...person, ticketName: 'General' }],
			paid: true,
			test: false,
		});
	});

	it('takes what another holder left blank from the buyer', () => {
		const others = [{ firstName: 'Ben', phone: ' +44 7700 900123 ' }, {}];
		const { tickets } = registrationOf({ ...form, others });
		expect(tickets.map(({ firstName, lastName, phone }) => [firstName, lastName, phone])).toEqual([
			['Aiko', 'Tanaka', '+81 90'],
			['Ben', '', '+44 7700 900123'],
			['Aiko', 'Tanaka', '+81 90'],
		]);
	});

	it('asks for repeats and a bad signature only when wanted', () => {
		const asked = registrationOf({ ...form, repeat: 5, badSignature: true });
		expect(asked).toMatchObject({ repeat: 5, badSignature: true });
	});

	it('tells a number with its country from one without', () => {
		expect(['+81 90', '0081 90', ' +1', '090 1234', '', '+0'].map(hasCountryCode)).toEqual([
			true,
			true,
			true,
			false,
			false,
			false,
		]);
	});
});
