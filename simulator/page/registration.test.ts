import { hasCountryCode, registrationOf } from './registration.ts';

const buyer = { firstName: ' Aiko ', lastName: 'Tanaka', email: 'a@x.example', phone: '+81 90' };
const form = {
	buyer,
	ticketName: 'General',
	attends: true,
	others: [],
	paid: true,
	test: false,
	attendees: false,
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

	it('gives a buyer who does not attend no ticket', () => {
		const others = [{ firstName: 'Ben', email: 'ben@x.example' }];
		const { buyer: told, tickets } = registrationOf({ ...form, attends: false, others });
		expect(told.firstName).toBe('Aiko');
		expect(tickets.map(({ firstName, email }) => [firstName, email])).toEqual([
			['Ben', 'ben@x.example'],
		]);
	});

	it('says language and consent where they were chosen, another holder’s own first', () => {
		const asked = { ...buyer, locale: 'ja', consent: false };
		const others = [{ firstName: 'Ben', locale: 'en' }, {}];
		const { tickets } = registrationOf({ ...form, buyer: asked, others });
		expect(tickets.map(({ locale, consent }) => [locale, consent])).toEqual([
			['ja', false],
			['en', false],
			['ja', false],
		]);
	});

	it('asks for repeats, a bad signature and the attendees only when wanted', () => {
		const asked = registrationOf({ ...form, repeat: 5, badSignature: true, attendees: true });
		expect(asked).toMatchObject({ repeat: 5, badSignature: true, attendees: true });
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
