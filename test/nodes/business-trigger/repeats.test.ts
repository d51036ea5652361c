import { bodyOf, engineFor, fixture, post, postForItems, statuses } from './desk';

test('an update that stands twice in a call is one item', async () => {
	const value = fixture('status-read').entry[0].changes[0].value;
	const items = await postForItems(engineFor(), bodyOf('messages', value, value));

	expect(items?.statuses).toHaveLength(1);
});

test('an update delivered again starts no second run, and is answered 200', async () => {
	const engine = engineFor();
	await post(engine, fixture('batch'));
	const again = await post(engine, fixture('batch'));

	expect(again).toMatchObject({ status: 200, outputs: undefined });
});

test('of a call that repeats some, only the new come out', async () => {
	const engine = engineFor();
	await post(engine, bodyOf('messages', statuses(2)));
	const items = await postForItems(engine, bodyOf('messages', statuses(5)));

	expect(items?.statuses.map(({ messageId }) => messageId)).toEqual([
		'wamid.2',
		'wamid.3',
		'wamid.4',
	]);
});

test('sent, delivered and read of one message are three updates', async () => {
	const engine = engineFor();
	for (const status of ['sent', 'delivered', 'read']) {
		expect((await post(engine, bodyOf('messages', statuses(1, status)))).outputs).toBeDefined();
	}
});

test.each([500, 502, 503])(
	'what was answered %i comes again, and then counts',
	async (answered) => {
		const engine = engineFor();
		await post(engine, fixture('batch'), {}, { answered });
		const again = await post(engine, fixture('batch'));

		expect(again.outputs?.map((items) => items.length)).toEqual([2, 3, 1, 1]);
		expect((await post(engine, fixture('batch'))).outputs).toBeUndefined();
	},
);

test('a forged call does not make the true one a repeat', async () => {
	const engine = engineFor();
	await post(engine, fixture('batch'), {}, { headers: { 'x-hub-signature-256': 'sha256=00' } });

	expect((await post(engine, fixture('batch'))).outputs).toBeDefined();
});

test('two workflows each get an update', async () => {
	expect((await post(engineFor(), fixture('batch'))).outputs).toBeDefined();
	expect((await post(engineFor(), fixture('batch'))).outputs).toBeDefined();
});

test('a thousand updates in one call are one run', async () => {
	const engine = engineFor();
	const body = JSON.stringify(
		bodyOf('messages', ...Array.from({ length: 4 }, (_, part) => part250(part))),
	);
	const { outputs } = await post(engine, body);

	expect(outputs?.[1]).toHaveLength(1000);
});

test('a call of 3 MB is taken', async () => {
	const body = bodyOf('messages', statuses(1000, 'delivered', 'x'.repeat(3200)));
	expect(JSON.stringify(body).length).toBeGreaterThan(3 * 1024 * 1024);
	const { status, outputs } = await post(engineFor(), body);

	expect(status).toBe(200);
	expect(outputs?.[1]).toHaveLength(1000);
});

test('a thousand updates nobody wants start no run', async () => {
	const body = bodyOf('messages', statuses(1000));
	const answer = await post(engineFor(), body, { statuses: ['failed'] });

	expect(answer).toMatchObject({ status: 200, outputs: undefined });
});

const part250 = (part: number) => ({
	...statuses(250),
	statuses: statuses(250).statuses.map((status) => ({ ...status, id: `${status.id}.${part}` })),
});

describe('messages that could not be paid', () => {
	const unpaid = (from: number, count: number, code = 131042) => {
		const value = statuses(count, 'failed');
		const errors = [{ code, title: 'Business eligibility payment issue' }];
		return bodyOf('messages', {
			...value,
			statuses: value.statuses.map((one, index) => ({
				...one,
				id: `wamid.${from + index}`,
				errors,
			})),
		});
	};
	const alerts = async (...calls: object[]) => {
		const engine = engineFor();
		const told = [];
		for (const body of calls) told.push(...((await postForItems(engine, body))?.statuses ?? []));
		return told.map(({ alert }) => alert);
	};

	test('all come out, and the first of a burst carries the alert', async () => {
		const [first, ...others] = await alerts(unpaid(0, 3), unpaid(3, 2));

		expect(first).toMatchObject({
			severity: 'blocked',
			stops: true,
			key: expect.stringContaining(':unpaid:'),
		});
		expect(others).toEqual([undefined, undefined, undefined, undefined]);
	});

	test('what failed for another reason carries none', async () => {
		expect(await alerts(unpaid(0, 2, 131026))).toEqual([undefined, undefined]);
	});

	test('a call that was not answered comes again with its alert', async () => {
		const engine = engineFor();
		await post(engine, unpaid(0, 2), {}, { answered: 500 });
		const again = await postForItems(engine, unpaid(0, 2));

		expect(again?.statuses.map(({ alert }) => alert !== undefined)).toEqual([true, false]);
	});
});
