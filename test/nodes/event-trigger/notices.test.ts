import { exampleBody, receivedAt } from '../../../examples/read-example';
import { setDate } from '../../engine/set-date';
import { engineFor, generic, post, postTito } from './desk';

setDate(receivedAt);

const notices = { handOut: 'notices' };

test('hands out what happened, with the rows to read before it can be compared', async () => {
	const { status, messages, leftOut } = await postTito(
		engineFor(),
		'ticket.reassigned',
		{},
		notices,
	);

	expect(status).toBe(200);
	expect(leftOut).toEqual([]);
	expect(messages).toMatchObject([
		{ about: expect.stringMatching(/^tito\/.+\/order\/.+/), type: 'ticket.reassigned' },
	]);
});

test('what is compared with nothing says so by an empty text, so that a flow can go by the field', async () => {
	const notice = { type: 'event.site_live', event: { id: 'e' } };
	const { messages } = await post(engineFor(), { ...notice, type: 'ticket.cancelled' }, notices);

	expect(messages).toMatchObject([{ about: '', type: 'ticket.cancelled' }]);
});

test('copies that come at once start one run, the same webhook later another one', async () => {
	const engine = engineFor();
	const ran = [];
	for (const seconds of [0, 0, 1, 11]) {
		jest.setSystemTime(Date.parse(receivedAt) + seconds * 1000);
		ran.push((await post(engine, generic('registration'), notices)).ran);
	}

	expect(ran).toEqual([true, false, false, true]);
});

test('a repeat after a run that could not start is not dropped', async () => {
	const engine = engineFor();
	const { ran } = await post(engine, generic('registration'), notices, { answered: 500 } as never);
	const again = await post(engine, generic('registration'), notices);

	expect([ran, again.ran]).toEqual([true, true]);
});

test('a state that cannot be compared comes out of Left Out, where messages are handed out', async () => {
	const updated = { ...(exampleBody('generic/notice') as object), type: 'session.updated' };
	const { messages, leftOut } = await post(engineFor(), updated);

	expect(messages).toEqual([]);
	expect(leftOut).toMatchObject([{ reason: 'not_compared', whatToDo: expect.any(String) }]);
});

test('somebody who asks whether the address is there is told so', async () => {
	const answer = await post(engineFor(), '', {}, { name: 'setup' });

	expect(answer).toMatchObject({ status: 200, ran: false, body: expect.stringMatching(/Enter/) });
});
