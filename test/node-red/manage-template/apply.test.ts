import { definition, outcomes, useManageDesk } from './desk';

const desk = useManageDesk();
const NAME = 'doors_open_tomorrow';

describe('one definition', () => {
	test('is created, waits for approval, and goes on as the message it came with', async () => {
		const { done, attention, error, status } = await desk.run(definition(), {
			topic: 'mine',
			mine: { a: 1 },
		});

		expect(error).toBeUndefined();
		expect(attention).toEqual([]);
		expect(done).toEqual([
			expect.objectContaining({
				topic: 'mine',
				mine: { a: 1 },
				payload: expect.objectContaining({
					operation: 'apply',
					outcome: 'created',
					name: NAME,
					language: 'en',
					status: 'pending',
					statusText: 'Approval pending',
					message: expect.stringContaining('waits for approval'),
				}),
			}),
		]);
		expect(done[0]).not.toHaveProperty('parts');
		expect(Object.keys(done[0]!.payload)[0]).toBe('outcome');
		expect(status).toBe('created');
		expect(desk.templates(NAME)).toMatchObject([{ status: 'PENDING', category: 'UTILITY' }]);
	});

	test('a second time changes nothing', async () => {
		await desk.run(definition());
		const before = desk.changes().length;
		const { done, status } = await desk.run(definition());

		expect(outcomes(done)).toEqual([['unchanged']]);
		expect(status).toBe('unchanged');
		expect(desk.changes()).toHaveLength(before);
	});

	test('in a dry run, of the node or of the message, only says what would be done', async () => {
		const asked = await desk.run(definition(), { dryRun: true });
		expect(asked.done[0]?.payload).toMatchObject({
			outcome: 'planned',
			action: 'create',
			dryRun: true,
		});
		expect(asked.status).toBe('planned');

		await desk.deploy({ dryRun: true });
		expect(outcomes((await desk.run(definition())).done)).toEqual([['planned']]);
		expect(desk.changes()).toEqual([]);
	});

	test('that is approved is edited once; the second time it says when', async () => {
		await desk.run(definition());
		desk.simulator.control.approvePending();
		const first = await desk.run(definition(NAME, { footer: 'Test Conf' }));
		expect(first.done[0]?.payload).toMatchObject({ outcome: 'edited', changes: ['footer'] });
		desk.simulator.control.approvePending();

		// The mark of the edit is in the file: a deployment does not forget it.
		await desk.deploy();
		const again = await desk.run(definition(NAME, { footer: 'Test Conf 2027' }));
		expect(outcomes(again.attention)).toEqual([['waiting', 'edited_recently']]);
		const { possibleAt } = again.attention[0]!.payload as { possibleAt: string };
		expect(Date.parse(possibleAt)).toBeGreaterThan(Date.now() + 22 * 3_600_000);
		expect(again.status).toBe('edited recently');
	});

	test('that the check refuses is not sent, and says where and what to do', async () => {
		const { attention, error, status } = await desk.run(
			definition(NAME, {
				body: '{{first_name}}, the doors open at nine tomorrow. Bring your ticket.',
			}),
		);

		expect(error).toBeUndefined();
		expect(attention[0]?.payload).toMatchObject({
			outcome: 'refused',
			reason: 'check_failed',
			message: expect.stringContaining('starts with a variable'),
			whatToDo: expect.stringContaining('Put a word before it'),
			findings: expect.arrayContaining([
				expect.objectContaining({ rule: 'variable-first', place: 'body', severity: 'error' }),
			]),
		});
		expect(status).toBe('check finds errors');
		expect(desk.changes()).toEqual([]);
	});

	test('goes to WhatsApp all the same where the node says so, and WhatsApp has the last word', async () => {
		await desk.deploy({ ignoreCheck: true });
		const { attention } = await desk.run(
			definition(NAME, { body: '{{first_name}}, the doors open.' }),
		);

		expect(attention[0]?.payload).toMatchObject({
			outcome: 'refused',
			meta: expect.objectContaining({ code: 100 }),
		});
		expect(desk.templates(NAME)).toEqual([]);
	});
});

describe('a list', () => {
	test('gives one message per definition, with parts for Join', async () => {
		const { done, attention, status } = await desk.run([
			definition('a_one'),
			definition('b_two'),
			definition('a_one'),
		]);

		expect(outcomes(done)).toEqual([['created'], ['created']]);
		expect(outcomes(attention)).toEqual([['refused', 'same_batch']]);
		expect([...done, ...attention].map(({ parts }) => parts)).toEqual(
			[0, 1, 2].map((index) => expect.objectContaining({ index, count: 3, type: 'array' })),
		);
		expect(status).toBe('2 created, 1 refused');
	});

	test('as JSON text is a list, too', async () => {
		const { done } = await desk.run(JSON.stringify([definition('a_one'), definition('b_two')]));

		expect(done.map(({ parts }) => parts)).toEqual([
			expect.objectContaining({ index: 0, count: 2 }),
			expect.objectContaining({ index: 1, count: 2 }),
		]);
	});

	test('brings what came in under input, where the node says so', async () => {
		await desk.deploy({ includeInput: true });
		const list = [definition('a_one'), definition('b_two')];
		const { done } = await desk.run(list);

		expect(done.map(({ payload }) => payload.input)).toEqual(list);
	});

	test('the pack on an empty account: 40 pending; approved, a second Apply changes nothing', async () => {
		desk.simulator.control.reset({ all: true });
		for (const { name, language } of desk.simulator.control.templates()) {
			desk.simulator.control.actOnTemplate(name, language, 'delete');
		}
		desk.simulator.control.change({
			templates: { review: 'manual' },
			clock: { offsetMs: 40 * 24 * 3_600_000 },
		} as never);
		await desk.deploy({ operation: 'getReadyMade' });
		const pack = (await desk.run({})).done.map(({ payload }) => payload);
		expect(pack).toHaveLength(40);

		await desk.deploy();
		const first = await desk.run(pack);
		expect(outcomes([...first.attention])).toEqual([]);
		expect(first.status).toBe('40 created');
		expect(
			desk.simulator.control.templates().filter(({ status }) => status === 'PENDING'),
		).toHaveLength(40);

		desk.simulator.control.approvePending();
		const second = await desk.run(pack);
		expect(new Set(second.done.map(({ payload }) => payload.outcome))).toEqual(
			new Set(['unchanged']),
		);
		expect(second.status).toBe('40 unchanged');
	}, 60_000);

	test('two runs of one moment create each template once', async () => {
		const list = ['a_one', 'b_two', 'c_three'].map((name) => definition(name));
		const [one, other] = await Promise.all([
			desk.nodeRed.input('manage', { payload: list }),
			desk.nodeRed.input('manage', { payload: list }),
		]);

		expect([one, other]).toEqual([undefined, undefined]);
		const sent = (await desk.nodeRed.take()).sent.filter(({ node }) => node === 'manage');
		expect(sent.filter(({ msg }) => msg.payload.outcome === 'created')).toHaveLength(3);
		expect(sent.filter(({ msg }) => msg.payload.outcome === 'unchanged')).toHaveLength(3);
	});

	test('stops between two templates when a message says so', async () => {
		desk.simulator.control.change({ latencyMs: 80 } as never);
		const list = Array.from({ length: 20 }, (_, at) => definition(`t_${at}`));
		const running = desk.nodeRed.input('manage', { payload: list });
		while (desk.changes().length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
		await desk.nodeRed.input('manage', { stop: true, payload: '' });
		await running;
		const sent = (await desk.nodeRed.take()).sent.filter(({ node }) => node === 'manage');

		expect(sent).toHaveLength(20);
		const stopped = sent.filter(({ msg }) => msg.payload.reason === 'stopped');
		expect(stopped.length).toBeGreaterThan(5);
		expect(stopped.every(({ port }) => port === 1)).toBe(true);
		expect(desk.changes().length).toBe(20 - stopped.length);
	});
});

test('an empty list is no failure, and says so', async () => {
	const { sent, error, status } = await desk.run([]);

	expect([sent, error, status]).toEqual([[], undefined, 'empty list']);
});
