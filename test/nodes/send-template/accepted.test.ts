import {
	indexes,
	named,
	outcomes,
	parameters,
	people,
	person,
	phone,
	useDesk,
	values,
} from './desk';

const desk = useDesk();

test('an approved template reaches the phone, with its variables filled in', async () => {
	const { sent, notSent } = await desk.send([person('+81 90-1234-5678')]);

	expect(notSent).toEqual([]);
	expect(sent[0]?.json).toMatchObject({
		outcome: 'accepted',
		messageStatus: 'accepted',
		recipient: '…5678',
		template: 'attendee_registration_confirmation',
		language: 'en',
		input: { to: '+81 90-1234-5678' },
	});
	// A reply names its writer by this, which can differ from the number that was sent to.
	expect(sent[0]?.json.waId).toBe('819012345678');
	expect(sent[0]?.json.messageId).toMatch(/^wamid\./);
	expect(sent[0]?.json).not.toHaveProperty('reason');
	const [received] = desk.simulator.control.phones();
	expect(received?.waId).toBe('819012345678');
	expect(received?.messages[0]?.body).toContain(
		'Hi Aiko, you are registered for *Tokyo Tech Summit*',
	);
	expect(received?.messages[0]?.callbackData).toBe(sent[0]?.json.deliveryKey);
});

test('one bad item goes to Not Sent with a reason, the others are sent in their order', async () => {
	const { sent, notSent, hints } = await desk.send([
		person('+819012345678'),
		person('09012345679'),
		person(''),
		person('+819012345680', { variables: { ...values, first_name: ' ' } }),
		person('+819012345681'),
	]);

	expect(indexes(sent)).toEqual([0, 4]);
	expect(outcomes(notSent)).toEqual([
		['skipped', 'phone_no_country'],
		['skipped', 'phone_missing'],
		['skipped', 'variable_missing'],
	]);
	expect(indexes(notSent)).toEqual([1, 2, 3]);
	expect(hints).toEqual([
		'3 of 5 were not sent: 1 skipped (phone_no_country), 1 skipped (phone_missing), 1 skipped (variable_missing)',
	]);
});

test('a run in which everything was sent has no hint', async () => {
	expect((await desk.send(people(3))).hints).toEqual([]);
});

test('no items, no requests', async () => {
	const { outputs } = await desk.engine.run('whatsAppSendTemplate', parameters(), []);

	expect(outputs.flat()).toEqual([]);
	expect(desk.simulator.control.calls()).toEqual([]);
});

test('results carry no input when that is switched off, and then no name', async () => {
	const { sent, notSent } = await desk.send([person(phone(1)), person('nobody')], {
		options: { includeInput: false },
	});

	expect(sent[0]?.json).not.toHaveProperty('input');
	expect(notSent[0]?.json).not.toHaveProperty('input');
	expect(JSON.stringify([sent, notSent])).not.toContain('Aiko');
});

test('another number of the account sends when the option names it', async () => {
	await desk.send([person()], { options: { phoneNumberId: '106540352242933' } });

	expect(desk.requests()).toHaveLength(1);
	expect(desk.requests('/106540352242933/messages')).toHaveLength(1);
});

test('numbers without country code take the default country', async () => {
	const { sent } = await desk.send([person('090-1234-5678')], {
		options: { defaultCountry: 'jp' },
	});

	expect(sent).toHaveLength(1);
	expect(desk.simulator.control.phones()[0]?.waId).toBe('819012345678');
});

test('a default country can come from each item', async () => {
	const { sent } = await desk.send(
		[person('090-1234-5678', { country: 'JP' }), person('0171 2345678', { country: 'DE' })],
		{ options: { defaultCountry: '={{ $json.country }}' } },
	);

	expect(sent).toHaveLength(2);
	expect(desk.simulator.control.phones().map(({ waId }) => waId)).toEqual(
		expect.arrayContaining(['819012345678', '491712345678']),
	);
});

test('a template without variables needs no values', async () => {
	const { sent } = await desk.send([{ to: phone(1) }], named('hello_world'));

	expect(sent).toHaveLength(1);
});

test("Event Messages' items are sent as they are: template, language and values by expression", async () => {
	const { sent, notSent } = await desk.send(
		[
			{
				...person(),
				template: 'buyer_registration_confirmation',
				language: 'ja',
				languages: ['ja', 'en'],
				variables: {
					first_name: '愛子',
					ticket_count: '4',
					event_name: 'Test Conf',
					attendee_names: '田中 愛子',
					event_date: '2026年12月1日',
					order_id: 'A-1',
					venue: 'a variable the template does not have',
				},
			},
		],
		named('={{ $json.template }}'),
	);

	expect(notSent).toEqual([]);
	expect(sent[0]?.json).toMatchObject({
		template: 'buyer_registration_confirmation',
		language: 'ja',
	});
});
