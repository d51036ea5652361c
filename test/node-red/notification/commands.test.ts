import { DatabaseSync } from 'node:sqlite';
import path from 'node:path';
import { useNodeRedDesk } from '../desk';
import {
	entries,
	entry,
	NotificationDesk,
	notificationNode,
	numberOf,
	othersOf,
	reportsOf,
} from './desk';

const SENDING = '106540352242922';
const holder = useNodeRedDesk({ latencyMs: 5, throughput: { [SENDING]: 1000 } });
let desk: NotificationDesk;
beforeEach(() => {
	desk = new NotificationDesk(holder.nodeRed, holder.simulator);
});

/** What the file keeps of each person. */
function kept(): Array<Record<string, string>> {
	const database = new DatabaseSync(path.join(desk.nodeRed.userDir, 'whatsapp-events.sqlite'), {
		readOnly: true,
	});
	try {
		const rows = database.prepare('SELECT data FROM notification_results').all();
		return rows.map(({ data }) => JSON.parse(String(data)) as Record<string, string>);
	} finally {
		database.close();
	}
}

describe('what is sent', () => {
	test('is the list of a message that says send, and repeating it repeats nobody', async () => {
		await desk.deploy(notificationNode());
		expect((await desk.command('send', entries(5))).error).toBeUndefined();
		await desk.untilProgress('finished');
		await desk.command('send', entries(6));
		await desk.untilProgress('finished');

		expect(desk.stats).toMatchObject({ accepted: 6, twice: 0, phones: 6 });
	});

	test('is what was checked where the message that says send has a time stamp of Inject', async () => {
		await desk.deploy(notificationNode());
		await desk.command('check', entries(3));
		expect((await desk.command('send', Date.now())).error).toBeUndefined();
		await desk.untilProgress('finished');

		expect(desk.stats.accepted).toBe(3);
	});

	test('comes from the property the dialog names, and not from another', async () => {
		await desk.deploy(notificationNode({ recipients: 'guests' }));
		await desk.nodeRed.input('notify', {
			command: 'send',
			payload: entries(9),
			guests: entries(2),
		} as never);
		await desk.untilProgress('finished');

		expect(desk.stats.accepted).toBe(2);
	});

	test('is nothing before a check, and nothing without a list', async () => {
		await desk.deploy(notificationNode());

		expect((await desk.command('send')).error).toMatchObject({ code: 'not_checked' });
		expect((await desk.command('report')).error).toMatchObject({ code: 'not_checked' });
		for (const payload of [undefined, '']) {
			expect((await desk.command('check', payload)).error).toMatchObject({
				code: 'input_invalid',
				message: expect.stringMatching(/^No list of recipients came/),
			});
		}
		expect(desk.stats.accepted).toBe(0);
	});

	test('is one run where two messages say send at once', async () => {
		await desk.deploy(notificationNode({ chunkSize: 5 }));
		await desk.command('check', entries(40));
		const errors = await Promise.all([
			desk.nodeRed.input('notify', { command: 'send', _msgid: 'a' }),
			desk.nodeRed.input('notify', { command: 'send', _msgid: 'b' }),
		]);
		await desk.untilProgress('finished');

		expect(errors.filter((error) => error?.code === 'under_way')).toHaveLength(1);
		expect(desk.stats).toMatchObject({ accepted: 40, twice: 0 });
	});
});

describe('a check', () => {
	test('of a list that is checked again keeps what has left, and says so', async () => {
		await desk.deploy(notificationNode());
		await desk.command('send', entries(4));
		await desk.untilProgress('finished');
		const { report } = await desk.command('check', entries(4, 2));

		expect(report?.payload).toMatchObject({ ready: 4, sentBefore: 2 });
		expect(report?.payload.message).toMatch(/2 of them have it already$/);
		await desk.command('send');
		await desk.untilProgress('finished');
		expect((await desk.command('report')).report?.payload).toMatchObject({
			people: 6,
			accepted: 6,
		});
		expect(desk.stats).toMatchObject({ accepted: 6, twice: 0 });
	});

	test.each([
		['an ID with spaces', { notification: 'doors open!' }, 'give it an ID of its own'],
		['no ID', { notification: '' }, 'give it an ID of its own'],
		['no template', { template: '' }, undefined],
		[
			'a column the list has not',
			{ columns: [{ field: 'phone', header: 'Handset' }] },
			'failed: see Catch',
		],
	])('with %s is refused in words', async (_, more, status) => {
		await desk.deploy(notificationNode(more));
		const { error, statuses } = await desk.command('check', entries(1));

		expect(error?.code).toMatch(/input_invalid|template_unknown/);
		expect(error?.message).toMatch(/^[A-Z]/);
		if (status) expect(statuses.map(({ status: shown }) => shown?.text)).toContain(status);
	});

	test('gives people their own language, and all others the chosen one', async () => {
		await desk.deploy(
			notificationNode({ template: 'attendee_registration_confirmation:en', eachInOwn: true }),
		);
		const values = { event_name: 'Conf', ticket_name: 'A', order_id: '1', event_date: 'today' };
		const list = [
			entry(1, { language: 'ja', ...values }),
			entry(2, { language: 'fi', ...values }),
			entry(3, values),
		];
		const { report } = await desk.command('check', list);
		const { error } = await desk.command('report');

		expect(error).toBeUndefined();
		const reasons = JSON.stringify(report?.payload);
		expect(reasons).not.toContain('template_language');
	});
});

test('a command nobody knows does nothing, and says which there are', async () => {
	await desk.deploy(notificationNode());
	const { error } = await desk.command('sned', entries(2));

	expect(error?.message).toMatch(/check, send, stop, resume or report/);
	expect(desk.stats.accepted).toBe(0);
});

test('two nodes of one ID: the second one does nothing', async () => {
	const twin = { id: 'twin', notification: 'the-same' };
	await desk.deploy(
		notificationNode({ notification: 'the-same' }),
		notificationNode({ ...twin, wires: [[], []] }),
	);
	await desk.command('check', entries(2));
	const { error, statuses } = await desk.command('check', entries(3), 'twin');

	expect(error).toMatchObject({ code: 'notification_taken' });
	expect(statuses).toContainEqual({
		node: 'twin',
		status: { fill: 'red', shape: 'ring', text: 'another node has this ID' },
	});
	// Once the other is gone, it is its own.
	await desk.deploy(notificationNode(twin));
	expect((await desk.command('check', entries(3), 'twin')).error).toBeUndefined();
});

describe('times', () => {
	test.each([
		['a time that is none', { sendAt: 'tomorrow at nine' }],
		['a time zone that is none', { sendAt: '2030-01-01 10:00', timeZone: 'Tokio' }],
		['quiet hours that are none', { quietFrom: 'late', quietUntil: '08:00' }],
	])('%s: nothing leaves', async (_, more) => {
		await desk.deploy(notificationNode(more));
		await desk.command('check', entries(1));
		const { error } = await desk.command('send');

		expect(error).toMatchObject({ code: 'input_invalid', message: expect.stringMatching(/“/) });
		expect(desk.stats.accepted).toBe(0);
	});

	const clock = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ' ');

	test('nothing leaves before the time to send, and everything after it', async () => {
		const at = Date.now() + 3_000;
		await desk.deploy(notificationNode({ sendAt: clock(at), timeZone: 'UTC' }));
		await desk.command('send', entries(2));
		const { nextAt } = await desk.untilProgress('scheduled');
		expect(desk.stats.accepted).toBe(0);
		await desk.untilProgress('finished');

		expect(Date.parse(String(nextAt))).toBe(Math.floor(at / 1000) * 1000);
		expect(Date.now()).toBeGreaterThanOrEqual(Math.floor(at / 1000) * 1000);
		expect(desk.stats.accepted).toBe(2);
	});

	test.each(['stop', 'check'])('%s ends the waiting for it', async (command) => {
		await desk.deploy(notificationNode({ sendAt: clock(Date.now() + 2_500), timeZone: 'UTC' }));
		await desk.command('send', entries(2));
		await desk.untilProgress('scheduled');
		await desk.command(command, command === 'check' ? entries(2) : undefined);
		await new Promise((resolve) => setTimeout(resolve, 3_000));

		expect(desk.stats.accepted).toBe(0);
		expect((await desk.ask('state')).body).toMatchObject({
			progress: command === 'stop' ? 'stopped' : 'checked',
			waiting: 2,
		});
	});

	test('whoever it is night for waits, and nobody else', async () => {
		// An hour ago to in two hours, by the clocks of Japan.
		const hour = (offset: number) =>
			new Date(Date.now() + (9 + offset) * 3_600_000).toISOString().slice(11, 16);
		await desk.deploy(notificationNode({ quietFrom: hour(-1), quietUntil: hour(2) }));
		const british = { phone: '+447911123456', first_name: 'Ann' };
		await desk.command('send', [...entries(2), british]);
		const { nextAt, accepted } = await desk.untilProgress('scheduled');

		expect(accepted).toBe(1);
		expect(desk.simulator.control.phones().map(({ waId }) => waId)).toEqual(['447911123456']);
		const hours = (Date.parse(String(nextAt)) - Date.now()) / 3_600_000;
		expect(hours).toBeGreaterThan(1.8);
		expect(hours).toBeLessThan(2.1);
	});
});

describe('what does not go as it should', () => {
	test('a token that is refused stops it; resumed, everybody gets it once', async () => {
		await desk.deploy(notificationNode());
		await desk.command('check', entries(20));
		desk.simulator.control.change({ token: { state: 'expired' } });
		await desk.command('send');
		const { note, waiting, unsent } = await desk.untilProgress('stopped');
		const { caught, sent } = await desk.nodeRed.take();
		expect(note).toMatch(/\w/);
		expect(Number(waiting) + Number(unsent)).toBe(20);
		expect(sent.filter(({ node }) => node === 'caught')).toHaveLength(1);
		expect(caught).toEqual([]);
		expect((await desk.ask('page', { page: 'report', language: 'ja' })).body.html).toMatch(/再開/);

		desk.simulator.control.change({ token: { state: 'valid' } });
		await desk.command('resume');
		await desk.untilProgress('finished');
		expect(desk.stats).toMatchObject({ accepted: 20, twice: 0, phones: 20 });
	});

	test('somebody who opts out after the check is left out', async () => {
		const values = [
			{ name: 'event_name', value: 'Test Conf' },
			{ name: 'discount', value: '20 %' },
			{ name: 'header_media', value: 'https://example.com/poster.png' },
			{ name: 'button_1', value: 'early' },
			{ name: 'button_2', value: 'EARLY20' },
		];
		await desk.deployListening(notificationNode({ template: 'early_bird_offer', values }));
		const { report } = await desk.command('check', entries(3));
		expect(report?.payload).toMatchObject({ ready: 3, leftOut: 0 });
		const answer = await fetch(
			`${desk.simulator.url}/sim/phones/${numberOf(1).slice(1)}/marketing`,
			{ method: 'POST', body: JSON.stringify({ value: 'stop' }) },
		);
		expect(answer.status).toBe(200);
		await desk.nodeRed.takeUntil(({ sent }) => sent.some(({ node }) => node === 'trigger'));
		await desk.command('send');
		await desk.untilProgress('finished');
		const after = await desk.command('report');

		expect(after.report?.payload).toMatchObject({
			accepted: 2,
			leftOut: 1,
			failed: 0,
			leftOutReasons: [expect.objectContaining({ reason: 'opted_out', count: 1 })],
		});
		expect(desk.stats).toMatchObject({ phones: 2 });
	});
});

test('statuses arrive in the report: delivered, read, failed by reason', async () => {
	holder.simulator.control.change({
		recipients: {
			[numberOf(1).slice(1)]: { fail: 131026 },
			[numberOf(2).slice(1)]: { refuse: 131030 },
		},
	});
	await desk.deployListening(notificationNode());
	await desk.command('send', entries(4));
	await desk.until(
		({ progress, read, failed }) => progress === 'finished' && read === 2 && failed === 2,
	);
	const { report } = await desk.command('report');

	expect(report?.payload).toMatchObject({ accepted: 3, delivered: 2, read: 2, failed: 2 });
	expect(report?.payload.failedReasons).toEqual(
		expect.arrayContaining([
			expect.objectContaining({ code: '131026', count: 1, reason: 'not_delivered' }),
			expect.objectContaining({ code: '131030', count: 1 }),
		]),
	);
	expect(report?.csv).toMatch(/131026/);
	expect(report?.html).toMatch(/WhatsApp 131030/);
});

test('who did not get it and why leaves by the second output, and reads well', async () => {
	holder.simulator.control.change({ recipients: { [numberOf(1).slice(1)]: { refuse: 131030 } } });
	await desk.deploy(notificationNode());
	await desk.nodeRed.input('notify', {
		command: 'send',
		payload: [...entries(2), { phone: '12' }],
	});
	const { sent } = await desk.nodeRed.takeUntil(({ sent: all }) =>
		reportsOf(all).some(({ payload }) => payload.progress === 'finished'),
	);

	expect(othersOf(sent)).toEqual([
		expect.objectContaining({
			topic: 'left_out',
			payload: expect.objectContaining({ row: 3, message: expect.stringMatching(/\w/) }),
		}),
		expect.objectContaining({
			topic: 'not_sent',
			payload: expect.objectContaining({
				...{ outcome: 'rejected', name: 'Guest 1', row: 2, recipient: '…0001' },
				meta: expect.objectContaining({ code: 131030 }),
			}),
		}),
	]);
});

describe('what is kept of people', () => {
	test('is the number only for as long as it is needed', async () => {
		await desk.deployListening(notificationNode());
		await desk.command('check', [...entries(2), { phone: '+81 90-12345', first_name: 'Ken' }]);
		expect(
			kept()
				.map(({ to }) => to)
				.sort(),
		).toEqual([numberOf(0), numberOf(1), '…2345'].sort());
		await desk.command('send');
		await desk.until(({ progress, read }) => progress === 'finished' && read === 2);

		// Written again with each status, and still its end says who it was.
		for (const { to, variables } of kept()) {
			expect(to).toMatch(/^…\d{4}$/);
			expect(variables).toBe('{}');
		}
		const { report } = await desk.command('report');
		expect(report?.csv).toMatch(/…0000.*\r\n.*…0001.*\r\n.*…2345/);
	});

	test('goes with the person who is forgotten, left out or not', async () => {
		await desk.deploy(notificationNode());
		await desk.command('check', [...entries(2), entry(5, { first_name: '' })]);
		const { body } = await desk.ask('page', { page: 'check' });
		expect(body.html).toContain('Guest 1');
		const persons = kept().map(({ key }) => key?.split(':').at(-1));
		expect(persons).toHaveLength(3);
		for (const person of persons) expect(person).toMatch(/^[0-9a-f]{20}$/);
		forget(persons[0] as string);
		forget(persons[2] as string);
		const page = await desk.ask('page', { page: 'check' });

		expect(kept()).toHaveLength(1);
		expect(page.body.html).not.toContain('How it looks');
		await desk.command('send');
		await desk.untilProgress('finished');
		expect(desk.stats.accepted).toBe(1);
	});
});

/** As “Forget a person” does. */
function forget(person: string): void {
	const database = new DatabaseSync(path.join(desk.nodeRed.userDir, 'whatsapp-events.sqlite'));
	database.prepare('DELETE FROM notification_results WHERE person = ?').run(person);
	database.close();
}
