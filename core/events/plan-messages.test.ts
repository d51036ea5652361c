import { aiko, ken, notices, order, plan, registration } from './fixtures/registration';

describe('a registration', () => {
	it('of a buyer who attends is one message, the attendee’s', () => {
		const { messages, leftOut } = plan(notices('tito/ticket.completed'));
		expect(leftOut).toEqual([]);
		expect(messages).toEqual([
			{
				automation: 'attendee.registration_confirmed',
				audience: 'attendee',
				category: 'UTILITY',
				to: '+81 90-1234-5678',
				toName: 'Aiko Tanaka',
				template: 'attendee_registration_confirmation',
				language: 'en',
				languages: ['en'],
				variables: {
					first_name: 'Aiko',
					event_name: 'Test Conf',
					event_date: 'Tuesday, December 1, 2026',
					ticket_name: 'Early Bird',
					order_id: '12454475',
					ticket_code: 'ti_dbFC7zPGM4jkgWA1jpVfGOw',
					ticket_url: 'https://ti.to/example/test-conf/tickets/ti_dbFC7zPGM4jkgWA1jpVfGOw',
					ticket_path: 'example/test-conf/tickets/ti_dbFC7zPGM4jkgWA1jpVfGOw',
				},
				missingVariables: ['venue'],
				deliveryKey: 'example/test-conf:registration_confirmed:12454475:1',
				notice: {
					id: expect.stringMatching(/^tito:/),
					source: 'tito',
					type: 'registration.completed',
					occurredAt: '2026-11-22T10:27:39.000Z',
					event: expect.objectContaining({ id: 'example/test-conf', name: 'Test Conf' }),
					orderId: '12454475',
					payment: 'free',
					ticketId: 'ti_dbFC7zPGM4jkgWA1jpVfGOw',
				},
			},
		]);
	});

	it('of a buyer and another attendee is a message to each', () => {
		const given = registration({ buyer: aiko, attendee: ken, ticket: { id: 't1', name: 'VIP' } });
		expect(plan([given]).messages).toMatchObject([
			{
				automation: 'attendee.registration_confirmed',
				to: ken.phone,
				variables: { first_name: 'Ken', ticket_name: 'VIP' },
			},
			{
				automation: 'buyer.registration_confirmed',
				to: aiko.phone,
				variables: {
					first_name: 'Aiko',
					ticket_count: '1',
					attendee_names: 'Ken Sato',
					order_id: 'o1',
				},
			},
		]);
	});

	it('compares phones, not how they are written', () => {
		const sameAiko = { ...aiko, phone: '090-1234-5678', email: 'work@x.io' };
		const given = registration({ buyer: aiko, attendee: sameAiko, ticket: { id: 't1' } });
		expect(plan([given], { defaultCountry: 'JP' }).messages).toHaveLength(1);
	});

	it('knows the buyer by the e-mail address where the platform gives the buyer no phone', () => {
		const { phone: _phone, ...buyer } = aiko;
		const given = registration({ buyer, attendee: aiko, ticket: { id: 't1' } });
		expect(plan([given])).toMatchObject({ messages: [{ audience: 'attendee' }], leftOut: [] });
	});

	it('of four tickets with one phone number is one message with count and names', () => {
		const people = ['Aiko', 'Ken', 'Mari', 'Ryo'].map((name) => ({ name, phone: aiko.phone }));
		const tickets = people.map((attendee, index) => ({ id: `t${index}`, name: 'VIP', attendee }));
		const { messages, leftOut } = plan([registration({ buyer: aiko, order: order(...tickets) })]);
		expect(leftOut).toEqual([]);
		expect(messages).toMatchObject([
			{
				automation: 'buyer.registration_confirmed',
				toName: 'Aiko Tanaka',
				variables: { ticket_count: '4', attendee_names: 'Aiko, Ken, Mari, and Ryo' },
			},
		]);
	});

	it('of four tickets without holders is one message to the buyer', () => {
		expect(plan(notices('zoho-backstage/order-four-tickets'))).toMatchObject({
			messages: [
				{
					automation: 'buyer.registration_confirmed',
					variables: {
						ticket_count: '4',
						attendee_names: 'Aiko Tanaka',
						order_id: '2431000000412002',
					},
				},
			],
			leftOut: [],
		});
	});

	it('of four places in one line of the order is one message with the count', () => {
		expect(plan(notices('generic/registration-four-tickets'))).toMatchObject({
			messages: [
				{
					automation: 'buyer.registration_confirmed',
					variables: { ticket_count: '4', attendee_names: 'Aiko Tanaka' },
				},
			],
			leftOut: [],
		});
	});

	it('of several holders on one phone takes the buyer’s template even where nobody is the buyer', () => {
		const tickets = [aiko, { ...ken, phone: aiko.phone }].map((attendee, id) => ({
			id: `${id}`,
			attendee,
		}));
		expect(plan([registration({ order: order(...tickets) })]).messages).toMatchObject([
			{
				automation: 'buyer.registration_confirmed',
				to: aiko.phone,
				variables: { ticket_count: '2' },
			},
		]);
	});

	it('of an attendee named beside the order’s list forgets nobody', () => {
		const listed = { id: 't1', attendee: { name: ken.name } };
		const given = registration({ attendee: ken, order: order(listed) });
		expect(plan([given])).toMatchObject({ messages: [{ to: ken.phone }], leftOut: [] });
		const other = plan([
			registration({ attendee: aiko, order: order({ id: 't1', attendee: ken }) }),
		]);
		expect(other.messages.map(({ to }) => to)).toEqual([ken.phone, aiko.phone]);
	});

	it('captured from a ticketing server is the attendee’s message', () => {
		expect(plan(notices('generic/registration'))).toMatchObject({
			messages: [
				{
					automation: 'attendee.registration_confirmed',
					to: '+81 90-1234-5678',
					variables: {
						first_name: 'Aiko Tanaka',
						ticket_path: 't/E2D4D6D096',
						ticket_code: 'E2D4D6D096',
					},
					missingVariables: ['event_date', 'venue'],
					deliveryKey: '86aad:registration_confirmed:E2D4D6D096:1',
				},
			],
			leftOut: [],
		});
	});
});

describe('an order reported by several hooks', () => {
	const ofOrder = registration({
		id: 'a',
		buyer: aiko,
		order: order({ name: 'VIP' }, { name: 'VIP' }),
	});
	const ofTickets = [aiko, ken].map((attendee, index) =>
		registration({
			id: `t${index}`,
			attendee,
			ticket: { id: `t${index}`, name: 'VIP' },
			buyer: { email: aiko.email },
		}),
	);

	it('in one call counts each ticket once', () => {
		for (const given of [
			[ofOrder, ...ofTickets],
			[...ofTickets, ofOrder],
		]) {
			const { messages, leftOut } = plan(given);
			expect(leftOut).toEqual([]);
			expect(messages).toHaveLength(2);
			expect(messages.find(({ to }) => to === aiko.phone)?.variables).toMatchObject({
				ticket_count: '2',
				attendee_names: 'Aiko Tanaka and Ken Sato',
			});
			expect(messages.find(({ to }) => to === ken.phone)?.audience).toBe('attendee');
		}
	});

	it('in separate calls has one delivery key per order, so that the sender drops the repeat', () => {
		const keys = [ofOrder, ...ofTickets]
			.flatMap((notice) => plan([notice]).messages)
			.map((message) => message.deliveryKey);
		expect(new Set(keys)).toEqual(new Set(['conf:registration_confirmed:o1:1']));
	});

	it('sent five times at once is one message', () => {
		const five = Array.from({ length: 5 }, () => notices('tito/ticket.completed')).flat();
		expect(plan(five).messages).toHaveLength(1);
	});
});

it('nothing planned carries the platform’s own body', () => {
	expect(JSON.stringify(plan(notices('tito/registration.completed')))).not.toContain('admin_url');
});

describe('consent to marketing', () => {
	it('travels with the message: somebody who said no still gets what they asked for', () => {
		const { messages, leftOut } = plan([registration({ attendee: aiko, consent: false })]);
		expect(leftOut).toEqual([]);
		expect(messages).toMatchObject([{ category: 'UTILITY', consent: false }]);
		expect(plan([registration({ attendee: aiko })]).messages[0]).not.toHaveProperty('consent');
	});

	it('is not given where one notice of the order says so', () => {
		const order = { id: 'o-1', payment: 'paid' as const };
		const both = [true, false].map((consent, index) =>
			registration({ id: `n-${index}`, attendee: aiko, order, consent }),
		);
		expect(plan(both).messages).toMatchObject([{ consent: false }]);
	});
});

describe('a language whose translation may be missing', () => {
	const notices = [
		registration({ order: order({ id: 't1', attendee: { ...aiko, locale: 'ja' } }) }),
	];

	it('brings the values of the languages that take its place', () => {
		const [message] = plan(notices, { languages: ['en', 'ja'] }).messages;
		expect(message).toMatchObject({
			language: 'ja',
			languages: ['ja', 'en'],
			variables: { event_date: '2026年12月1日火曜日 9:00' },
			variablesIn: { en: { event_date: 'Tuesday, December 1, 2026 at 9:00 AM' } },
		});
	});

	it('brings none where they read the same', () => {
		const event = { ...notices[0]!.event, startsAt: undefined };
		const [message] = plan([{ ...notices[0]!, event }], { languages: ['en', 'ja'] }).messages;
		expect(message).not.toHaveProperty('variablesIn');
	});
});
