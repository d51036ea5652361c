import { readRecipients } from './read-recipients';

const one = (list: unknown, options = {}) => readRecipients(list, options).recipients[0];

describe('a list of recipients', () => {
	const aiko = { phone: '+81 90 1234 5678', name: 'Aiko Sato' };

	it.each([
		['a CSV file', 'Full Name,Mobile Number\nAiko Sato,+81 90 1234 5678'],
		['the bytes of one', Buffer.from('\ufeff氏名;電話番号\r\nAiko Sato;+81 90 1234 5678')],
		[
			'rows of a Data Table',
			[{ id: 7, name: 'Aiko Sato', phone: '+81 90 1234 5678', createdAt: 'x' }],
		],
		[
			'rows of a sheet',
			[
				['Teilnehmer', 'Name', 'Handynummer'],
				['3', 'Aiko Sato', '+81 90 1234 5678'],
			],
		],
		['one row', { attendee_name: 'Aiko Sato', attendee_phone_number: '+81 90 1234 5678' }],
	])('may be %s', (_what, list) => {
		expect(one(list)).toMatchObject(aiko);
	});

	it.each([
		['in an array', ['+81 90 1234 5678', 819012345678]],
		['in a file without headers', '+81 90 1234 5678\n819012345678\n'],
	])('may be plain numbers, %s', (_where, list) => {
		expect(readRecipients(list).recipients.map(({ phone }) => String(phone))).toEqual([
			'+81 90 1234 5678',
			'819012345678',
		]);
	});

	it.each([
		['of a file, where the headers are the first', 'phone\n1\n\n"2\n"\n', [2, 4]],
		['of a file with a note about the delimiter', 'sep=;\nphone;name\n1;A\n', [2]],
		['of a sheet', [['phone'], ['1'], ['2']], [2, 3]],
		['of a file without headers', '+81 90 1234 5678\n819012345678\n', [1, 2]],
		['of a table, from 1', [{ phone: '1' }, { phone: '2' }], [1, 2]],
	])('numbers rows as the spreadsheet does: %s', (_what, list, rows) => {
		expect(readRecipients(list).recipients.map(({ row }) => row)).toEqual(rows);
	});

	it('says of each person what its columns say', () => {
		const csv =
			'First Name,E-Mail,Phone,Ticket Type,Preferred Language,Country,Opt-In,Time Zone,Seat\n' +
			'Aiko,aiko@mail.example,090-1234-5678,VIP,ja,Japan,Yes,asia/tokyo,B 7\n';
		expect(one(csv)).toEqual({
			row: 2,
			phone: '090-1234-5678',
			name: 'Aiko',
			email: 'aiko@mail.example',
			ticketType: 'VIP',
			language: 'ja',
			country: 'JP',
			consent: true,
			timeZone: 'Asia/Tokyo',
			values: expect.objectContaining({
				first_name: 'Aiko',
				email: 'aiko@mail.example',
				ticket_type: 'VIP',
				ticket_name: 'VIP',
				seat: 'B 7',
				Seat: 'B 7',
			}),
		});
	});

	it('greets by the full name where there is no first name', () => {
		expect(one([{ name: 'Aiko Sato', phone: '1' }])?.values).toMatchObject({
			first_name: 'Aiko Sato',
		});
	});

	it('takes the columns a mapping names, for fields and for variables', () => {
		const rows = [{ Phone: 'of the office', 'My Number': '+81', Spitzname: 'Ai', Halle: 'B' }];
		const mapping = { phone: 'my number', first_name: 'Spitzname', venue: 'Halle', email: '' };
		expect(one(rows, { mapping })).toMatchObject({
			phone: '+81',
			values: { first_name: 'Ai', venue: 'B' },
		});
	});

	it('says which columns there are where one is not there', () => {
		expect(() =>
			readRecipients([{ phone: '1', name: 'A' }], { mapping: { phone: 'Handy' } }),
		).toThrow('The list has no column “Handy”. Its columns are: phone, name');
	});

	it('says so where nothing looks like phone numbers, instead of leaving everybody out', () => {
		expect(() => readRecipients('name,fax number\nAiko,1')).toThrow(
			'No column seems to hold phone numbers',
		);
	});

	it('takes a header with the word in it, and not the one for consent or for emergencies', () => {
		const rows = [{ 'Phone consent': 'yes', 'Emergency phone': '1', 'Your phone, please': '2' }];
		expect(one(rows)?.phone).toBe('2');
	});

	it('takes people with one of the ticket types, and counts the others', () => {
		const list = 'phone,ticket\n1,VIP\n2,Press\n3, vip \n4,';
		const { recipients, notChosen } = readRecipients(list, { ticketTypes: ['ＶＩＰ', ''] });
		expect(recipients.map(({ row }) => row)).toEqual([2, 4]);
		expect(notChosen).toBe(2);
	});

	it.each([
		['yes', true],
		['TRUE', true],
		[true, true],
		[1, true],
		['はい', true],
		['Opted in', true],
		['no', false],
		['FALSE', false],
		[0, false],
		['いいえ', false],
		['', false],
		[null, false],
		['maybe later', false],
	])('with %j for consent has it: %j', (consent, has) => {
		expect(one([{ phone: '1', consent }])?.consent).toBe(has);
	});

	it('without a column for consent says nothing about it', () => {
		expect(one([{ phone: '1' }])).not.toHaveProperty('consent');
	});

	it.each([
		['Japan', 'JP'],
		['日本', 'JP'],
		['jp', 'JP'],
		['Deutschland', 'DE'],
		['USA', 'US'],
		['United Kingdom', 'GB'],
		['Atlantis', undefined],
	])('reads the country %s as %s', (country, code) => {
		expect(one([{ phone: '1', country }])?.country).toBe(code);
	});

	it('may be empty', () => {
		expect(readRecipients('phone\n').recipients).toEqual([]);
		expect(readRecipients(undefined).recipients).toEqual([]);
	});
});
