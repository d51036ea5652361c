import { outcomes, person, phone, useDesk } from './desk';

const desk = useDesk();

const call = async (item: ReturnType<typeof person>) =>
	await desk.send([item], {}, { asTool: true, mode: 'manual' });

test('an agent sees what was sent', async () => {
	const { sent, notSent } = await call(person(phone(1)));

	expect(outcomes(sent)).toEqual([['accepted', undefined]]);
	expect(notSent).toEqual([]);
});

test('an agent sees on the first output what was not sent, and why', async () => {
	const { sent, notSent } = await call(person('09012345678'));

	expect(sent[0]?.json).toMatchObject({
		outcome: 'skipped',
		reason: 'phone_no_country',
		whatToDo: expect.stringContaining('Default Country'),
	});
	expect(notSent).toEqual([]);
});

test('an agent that calls twice with the same key sends one message, and learns it', async () => {
	await call(person(phone(1)));
	const { sent } = await call(person(phone(1)));

	expect(outcomes(sent)).toEqual([['duplicate', 'already_sent']]);
	expect(desk.stats.accepted).toBe(1);
});
