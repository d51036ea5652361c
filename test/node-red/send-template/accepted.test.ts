import { outcomes, people, person, phone, sendNode, useNodeRedDesk, values } from '../desk';

const desk = useNodeRedDesk();

describe('a message that is accepted', () => {
	test('comes out of Sent with the result in its payload, the rest of it untouched', async () => {
		const { delivered, refused, error } = await desk.send(person(), {
			topic: 'hello',
			mine: { a: 1 },
		});

		expect(error).toBeUndefined();
		expect(refused).toEqual([]);
		expect(delivered).toHaveLength(1);
		const { msg } = delivered[0]!;
		expect(msg).toMatchObject({ topic: 'hello', mine: { a: 1 } });
		expect(msg.payload).toMatchObject({
			outcome: 'accepted',
			recipient: '…0001',
			messageId: expect.stringMatching(/^wamid\./),
			template: 'attendee_registration_confirmation',
			language: 'en',
			input: { to: phone(1) },
		});
		expect(Object.keys(msg.payload)[0]).toBe('outcome');
		expect(desk.stats).toMatchObject({ accepted: 1, phones: 1, twice: 0 });
	});

	test('of a list comes out by itself, with parts that a Join node can put together', async () => {
		const { delivered } = await desk.send(people(3));

		expect(delivered.map(({ msg }) => msg.parts)).toEqual([
			expect.objectContaining({ index: 0, count: 3, type: 'array' }),
			expect.objectContaining({ index: 1, count: 3 }),
			expect.objectContaining({ index: 2, count: 3 }),
		]);
		expect(desk.stats).toMatchObject({ accepted: 3, phones: 3 });
	});

	test('takes its variables from the fields of the node', async () => {
		await desk.deploy(
			sendNode({
				variablesFrom: 'fields',
				variables: [
					{ id: 'first_name', value: 'payload.who', type: 'msg' },
					{ id: 'event_name', value: 'Test Conf', type: 'str' },
					{ id: 'event_date', value: '"on " & payload.day', type: 'jsonata' },
					{ id: 'venue', value: '7', type: 'num' },
					{ id: 'ticket_name', value: 'payload.ticket', type: 'msg' },
				],
			}),
		);
		const { delivered } = await desk.send({
			to: phone(1),
			who: 'Aiko',
			day: 'Monday',
			ticket: 'VIP',
		});

		expect(outcomes(delivered)).toEqual([['accepted', undefined]]);
		const [call] = desk.simulator.control.calls({ path: '/messages' });
		const { template } = (call as { body: { template: { components: unknown } } }).body;
		expect(JSON.stringify(template.components)).toContain('"text":"on Monday"');
	});

	test('is sent once, however often it comes', async () => {
		await desk.send(person());
		const { refused, error } = await desk.send(person());

		expect(outcomes(refused)).toEqual([['duplicate', 'already_sent']]);
		expect(error).toBeUndefined();
		expect(desk.stats).toMatchObject({ accepted: 1, twice: 0 });
	});

	test('is sent again only by a message that says so', async () => {
		await desk.send(person());
		const { delivered } = await desk.send(person(), { sendAgain: true });

		expect(outcomes(delivered)).toEqual([['accepted', undefined]]);
		expect(desk.stats).toMatchObject({ accepted: 2 });
	});

	test('in a dry run is only shown', async () => {
		const { delivered } = await desk.send(person(), { dryRun: true });

		expect(delivered[0]?.msg.payload).toMatchObject({
			outcome: 'would_send',
			text: { body: expect.stringContaining(values.first_name) },
		});
		expect(desk.stats).toMatchObject({ accepted: 0 });
	});
});
