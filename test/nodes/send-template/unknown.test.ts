import { outcomes, people, person, useDesk } from './desk';

const desk = useDesk();

/** Whatever the reason, an unclear outcome stays unclear: the next run must not send a second message. */
async function expectNotRepeated(taken: boolean): Promise<void> {
	desk.simulator.control.change({ faults: [] });
	const before = desk.requests().length;
	const { sent, notSent } = await desk.send([person()]);
	expect(sent).toEqual([]);
	expect(outcomes(notSent)).toEqual([['unknown', 'unsettled_before']]);
	expect(desk.requests()).toHaveLength(before);
	expect(desk.stats.accepted).toBe(taken ? 1 : 0);
}

test('no answer in time: unknown, and never repeated by itself', async () => {
	desk.fault({ kind: 'hang' });

	const { sent, notSent } = await desk.send([person()], { options: { timeout: 1 } });

	expect(sent).toEqual([]);
	expect(notSent[0]?.json).toMatchObject({
		outcome: 'unknown',
		reason: 'no_answer',
		recipient: '…0001',
	});
	expect(notSent[0]?.json.message).toMatch(/in time/);
	expect(notSent[0]?.json.whatToDo).toMatch(/status/);
	expect(desk.requests()).toHaveLength(1);
	await expectNotRepeated(true);
});

test('a connection that breaks after the request left: unknown, and never repeated by itself', async () => {
	desk.fault({ kind: 'reset' });

	const { notSent } = await desk.send([person()]);

	expect(outcomes(notSent)).toEqual([['unknown', 'no_answer']]);
	await expectNotRepeated(true);
});

test.each([
	['a gateway’s page', { kind: 'html', httpStatus: 502 }],
	['Meta’s “something went wrong”', { kind: 'error', code: 131000, httpStatus: 500 }],
	[
		'Meta’s “something went wrong” after taking it',
		{ kind: 'error', code: 131000, httpStatus: 500, taken: true },
	],
	['Meta’s “service unavailable”', { kind: 'error', code: 131016, httpStatus: 503 }],
	['Meta’s “temporary” error', { kind: 'error', code: 2, httpStatus: 503 }],
	['Meta’s “unknown error”', { kind: 'error', code: 1, httpStatus: 400 }],
])('%s: unknown, and never repeated by itself', async (_, fault) => {
	desk.fault(fault);

	const { sent, notSent } = await desk.send([person()]);

	expect(sent).toEqual([]);
	expect(outcomes(notSent)).toEqual([['unknown', 'unclear_answer']]);
	expect(desk.requests()).toHaveLength(1);
	await expectNotRepeated('taken' in fault);
});

test('an unclear answer carries what Meta said', async () => {
	desk.fault({ kind: 'error', code: 131000, httpStatus: 500 });

	const { notSent } = await desk.send([person()]);

	expect(notSent[0]?.json.meta).toMatchObject({ code: 131000, httpStatus: 500 });
});

test('Send Again, by hand, is the way out of unknown', async () => {
	desk.fault({ kind: 'error', code: 131000, httpStatus: 500 });
	await desk.send([person()]);
	desk.simulator.control.change({ faults: [] });

	const { sent } = await desk.send(
		[person()],
		{ options: { sendAgain: true } },
		{ mode: 'manual' },
	);

	expect(sent).toHaveLength(1);
	const { notSent } = await desk.send([person()]);
	expect(outcomes(notSent)).toEqual([['duplicate', 'already_sent']]);
});

test('one time-out among many costs one message, not the batch', async () => {
	desk.fault({ kind: 'hang', times: 1 });

	const { sent, notSent } = await desk.send(people(20), { options: { timeout: 1 } });

	expect(sent).toHaveLength(19);
	expect(outcomes(notSent)).toEqual([['unknown', 'no_answer']]);
});

test('a gateway that is down is not asked for everybody: the rest stays unsent', async () => {
	desk.fault({ kind: 'html', httpStatus: 502 });

	const { notSent } = await desk.send(people(200), { options: { concurrency: 5 } });

	const unknown = notSent.filter(({ json }) => json.outcome === 'unknown');
	expect(unknown.length).toBeLessThanOrEqual(20);
	expect(desk.requests()).toHaveLength(unknown.length);
	expect(outcomes(notSent).at(-1)).toEqual(['unsent', 'batch_halted']);
});
