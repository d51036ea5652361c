import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { exampleBody } from '../../../examples/read-example';
import { InProcessEngine } from '../../engine/n8n-in-process';

const automations = ['speaker.added_to_session', 'speaker.removed_from_session'];

/** Polled answers of pretalx, one after the other, with the table in between. */
class Agenda {
	readonly engine = new InProcessEngine({});

	rows: IDataObject[] = [];

	async poll(example: string, more: INodeParameters = {}) {
		const parameters = { source: 'pretalx', automations, compare: true, event: { id: 'e' } };
		const { outputs } = await this.engine.run(
			'whatsAppEventMessages',
			{ ...parameters, seenBefore: JSON.stringify(this.rows), ...more },
			[{ json: exampleBody(`pretalx/${example}`) as IDataObject }],
		);
		const [messages = [], leftOut = [], seen = []] = outputs.map((items) =>
			items.map(({ json }) => json),
		);
		const written = new Set(seen.map(({ key }) => key));
		this.rows = [...this.rows.filter(({ key }) => !written.has(key)), ...seen];
		return { messages, leftOut, seen };
	}
}

test('the first answer is remembered, and what changes after it is told', async () => {
	const agenda = new Agenda();
	const first = await agenda.poll('submissions');
	const second = await agenda.poll('submissions');
	const third = await agenda.poll('submissions-speaker-added');

	expect(first.messages).toEqual([]);
	expect(first.seen.length).toBeGreaterThan(0);
	expect(new Set(first.leftOut.map(({ reason }) => reason))).toEqual(new Set(['first_seen']));
	expect(second.messages).toEqual([]);
	expect([...third.messages, ...third.leftOut].length).toBeGreaterThan(0);
	expect(third.messages[0]?.automation ?? third.leftOut[0]?.automation).toBe(
		'speaker.added_to_session',
	);
});

test('a row to remember has the columns of the table, as text', async () => {
	const { seen } = await new Agenda().poll('submissions');

	for (const row of seen) {
		expect(Object.keys(row).sort()).toEqual(
			['about', 'changedAt', 'event', 'key', 'kind', 'people', 'state'].sort(),
		);
		for (const value of Object.values(row)) expect(typeof value).toBe('string');
	}
});

test('an answer can be handed on as notices, to be compared by a later step', async () => {
	const { messages: notices } = await new Agenda().poll('submissions', { handOut: 'notices' });

	expect(notices.length).toBeGreaterThan(0);
	expect(new Set(notices.map(({ about }) => about)).size).toBe(1);
	expect(notices[0]).toMatchObject({ type: 'session.updated', speakers: expect.any(Array) });
	expect(notices[0]).not.toHaveProperty('raw');
});

test.each([
	['an empty table, as n8n gives it', '={{ [{}] }}'],
	['nothing', ''],
	['no JSON', '{'],
])('with %s all is seen for the first time', async (_, seenBefore) => {
	const { leftOut } = await new Agenda().poll('submissions', { seenBefore });

	expect(leftOut[0]).toMatchObject({ reason: 'first_seen' });
});

test('without comparing there are two outputs, and a state is not told', async () => {
	const { leftOut, seen } = await new Agenda().poll('submissions', { compare: false });

	expect(seen).toEqual([]);
	expect(leftOut[0]).toMatchObject({ reason: 'not_compared' });
});

test('what the table of switches says off is off', async () => {
	const notice = exampleBody('generic/notice') as IDataObject;
	const occurredAt = new Date().toISOString();
	const rows = [{ event: 'Test Conf', automation: 'speaker.added_to_session', on: false }];
	const { outputs } = await new InProcessEngine({}).run(
		'whatsAppEventMessages',
		{ source: 'notice', automations, switches: JSON.stringify(rows) },
		[{ json: { ...notice, occurredAt, event: { id: 'e', name: 'Test Conf' } } }],
	);

	expect(outputs[0]).toEqual([]);
	expect(outputs[1]?.[0]?.json).toMatchObject({ reason: 'switched_off' });
});
