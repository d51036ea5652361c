import { outcomes, parameters, people, person, phone, useDesk } from './desk';

const desk = useDesk();

const keyOf = (item: { json: { deliveryKey?: unknown } } | undefined) =>
	String(item?.json.deliveryKey);

test('the item’s key names the delivery, with the recipient as a hash', async () => {
	const { sent } = await desk.send([person(phone(1), { deliveryKey: 'conf:confirmed:42:1' })]);

	expect(keyOf(sent[0])).toMatch(/^conf:confirmed:42:1:[0-9a-f]{20}$/);
	expect(desk.requests()[0]?.body.biz_opaque_callback_data).toBe(keyOf(sent[0]));
});

test('the option wins over the item’s key', async () => {
	const options = { deliveryKey: '={{ $json.order }}' };
	const { sent } = await desk.send([person(phone(1), { order: 'A-17' })], { options });

	expect(keyOf(sent[0])).toMatch(/^A-17:/);
});

test('an option that comes out empty leaves the item’s key', async () => {
	const options = { deliveryKey: '={{ $json.order }}' };
	const { sent } = await desk.send([person(phone(1), { deliveryKey: 'B-18' })], { options });

	expect(keyOf(sent[0])).toMatch(/^B-18:/);
});

test('the same key to two people is two messages', async () => {
	const items = [1, 2].map((index) => person(phone(index), { deliveryKey: 'order-1' }));

	expect((await desk.send(items)).sent).toHaveLength(2);
});

test('the same key to the same person is a duplicate, however the number is written', async () => {
	await desk.send([person('+81 90-1234-5678', { deliveryKey: 'order-1' })]);
	const options = { defaultCountry: 'JP' };
	const { notSent } = await desk.send([person('０９０（1234）5678', { deliveryKey: 'order-1' })], {
		options,
	});

	expect(outcomes(notSent)).toEqual([['duplicate', 'already_sent']]);
	expect(desk.stats.accepted).toBe(1);
});

test('a key as a number counts as a key', async () => {
	await desk.send([person(phone(1), { deliveryKey: 4711 })]);
	const { notSent } = await desk.send([person(phone(1), { deliveryKey: 4711 })]);

	expect(outcomes(notSent)).toEqual([['duplicate', 'already_sent']]);
});

test('twice in one batch is one message', async () => {
	const { sent, notSent } = await desk.send([person(), person(phone(2)), person()]);

	expect(sent).toHaveLength(2);
	expect(notSent[0]?.pairedItem).toEqual({ item: 2 });
	expect(outcomes(notSent)).toEqual([['duplicate', 'same_batch']]);
});

test('without a key repeats are found within the run, and another run sends again', async () => {
	const item = person(phone(1), { deliveryKey: undefined });
	const first = await desk.send([item, item]);
	const second = await desk.send([item]);

	expect(first.sent).toHaveLength(1);
	expect(outcomes(first.notSent)).toEqual([['duplicate', 'same_batch']]);
	expect(second.sent).toHaveLength(1);
});

test('without a key two texts to one person are two messages', async () => {
	const other = { ...(person().variables as object), ticket_name: 'Workshop' };
	const items = [
		person(phone(1), { deliveryKey: '' }),
		person(phone(1), { deliveryKey: '', variables: other }),
	];

	expect((await desk.send(items)).sent).toHaveLength(2);
});

test('Send Again sends once more by hand, and never in a published workflow', async () => {
	const options = { sendAgain: true };
	await desk.send([person()]);

	const published = await desk.send([person()], { options }, { mode: 'trigger' });
	expect(outcomes(published.notSent)).toEqual([['duplicate', 'already_sent']]);
	const byHand = await desk.send([person()], { options }, { mode: 'manual' });
	expect(byHand.sent).toHaveLength(1);
	expect(desk.stats.accepted).toBe(2);
});

test('five runs with the same key at once send exactly one message', async () => {
	desk.simulator.control.change({ latencyMs: 50 });

	const runs = await Promise.all(
		Array.from({ length: 5 }, async () => await desk.send([person()])),
	);

	expect(runs.flatMap(({ sent }) => sent)).toHaveLength(1);
	expect(outcomes(runs.flatMap(({ notSent }) => notSent))).toEqual(
		Array.from({ length: 4 }, () => ['duplicate', 'already_sent']),
	);
	expect(desk.stats).toMatchObject({ accepted: 1, twice: 0 });
});

test('five runs of the same hundred at once reach everybody once', async () => {
	const items = people(100);
	const options = { messagesPerSecond: 1000, concurrency: 20 };
	desk.simulator.control.change({
		throughput: { [desk.simulator.credentials.phoneNumberId]: 1000 },
	});

	const runs = await Promise.all(
		Array.from({ length: 5 }, async () => await desk.send(items, { options })),
	);

	expect(runs.flatMap(({ sent }) => sent)).toHaveLength(100);
	expect(desk.stats).toMatchObject({ accepted: 100, phones: 100, twice: 0 });
});

test('while the ledger’s database does not answer, nothing is sent', async () => {
	desk.engine.storedKeys.broken = true;

	const { sent, notSent } = await desk.send(people(3));

	expect(sent).toEqual([]);
	expect(outcomes(notSent)).toEqual(
		Array.from({ length: 3 }, () => ['unsent', 'ledger_unavailable']),
	);
	expect(desk.requests()).toEqual([]);
	expect(desk.engine.log.lines).toContainEqual(
		expect.objectContaining({
			level: 'warn',
			message: expect.stringMatching(/^\[Node under test\] .*ledger/),
		}),
	);

	desk.engine.storedKeys.broken = false;
	expect((await desk.send(people(3))).sent).toHaveLength(3);
});

test('a workflow that was never saved has no ledger: it says so, and sends nothing', async () => {
	desk.engine.workflowId = '';

	await expect(
		desk.engine.run('whatsAppSendTemplate', parameters(), people(2), { mode: 'manual' }),
	).rejects.toMatchObject({
		message: 'Save the workflow before sending',
		description: expect.stringContaining('remembered with the workflow'),
	});
	expect(desk.requests()).toEqual([]);
});

test('phone numbers are kept nowhere in the ledger', async () => {
	await desk.send([person(phone(1), { deliveryKey: `order of ${phone(1)}` })]);

	expect(desk.stats.accepted).toBe(1);
	expect(desk.requests()[0]?.body.biz_opaque_callback_data).not.toContain('10000001');
});
