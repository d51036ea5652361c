import { useNotificationDesk } from './desk';

const desk = useNotificationDesk();
const people = Array.from({ length: 5 }, (_, i) => ({ name: `P${i}`, phone: `+81900000001${i}` }));

test('chunks are as big as asked, and the last one is followed by the end', async () => {
	desk.keep(await desk.check(people));
	const { chunk } = await desk.chunk({ chunkSize: 3 });
	expect(chunk.map(({ row }) => row)).toEqual([1, 2, 3]);
	await desk.send(chunk);
	expect((await desk.chunk({ chunkSize: 3 })).chunk.map(({ row }) => row)).toEqual([4, 5]);
	expect(await desk.sendAll()).toEqual({
		finished: true,
		progress: 'finished',
		left: 0,
		nextAt: '',
		reason: '',
		message: '',
		whatToDo: '',
	});
});

test('before the time to send nothing leaves, and the time is said', async () => {
	desk.keep(await desk.check(people));
	const nothing = await desk.sendAll({ notBefore: '2099-12-01 10:00' });
	expect(nothing).toMatchObject({
		progress: 'scheduled',
		left: 5,
		nextAt: '2099-12-01T01:00:00.000Z',
	});
	expect(desk.simulator.control.stats().messages.accepted).toBe(0);
});

test('in quiet hours nobody is written to', async () => {
	desk.keep(await desk.check(people));
	const hour = new Date(Date.now() + 9 * 3_600_000).getUTCHours();
	const quiet = { quietFrom: `${hour}:00`, quietUntil: `${(hour + 2) % 24}:00` };
	expect(await desk.sendAll(quiet)).toMatchObject({ progress: 'scheduled', left: 5 });
});

test('a refused token stops it with what to do; mended and resumed, everybody gets it once', async () => {
	desk.keep(await desk.check(people));
	const { credentials } = desk.engine;
	credentials.whatsAppBusinessApi = { ...desk.simulator.credentials, accessToken: 'wrong' };
	const halted = await desk.sendAll({ chunkSize: 2 });
	expect(halted).toMatchObject({
		progress: 'stopped',
		left: 5,
		reason: expect.any(String),
		whatToDo: expect.stringMatching(/\.$/),
	});

	credentials.whatsAppBusinessApi = { ...desk.simulator.credentials };
	// What the flow's entrance for resuming writes.
	desk.rows = desk.rows.map((row) =>
		row.state === 'unsent' ? { ...row, state: 'waiting', step: 0 } : row,
	);
	expect(await desk.sendAll({ chunkSize: 2 })).toMatchObject({ finished: true });
	expect(desk.simulator.control.stats().messages).toMatchObject({ accepted: 5, twice: 0 });
});

test('statuses find their rows; those of other deliveries come to nothing', async () => {
	desk.keep(await desk.check(people));
	await desk.sendAll();
	const keys = desk.rows.map(({ key }) => key);
	const status = (name: string, deliveryKey: unknown, more = {}) =>
		({ kind: 'status', status: name, deliveryKey, messageId: 'wamid.1', ...more }) as never;
	await desk.note([
		status('read', keys[0]),
		status('sent', keys[0]),
		status('delivered', keys[1]),
		status('failed', keys[2], { errors: [{ code: 131026, details: 'Not on WhatsApp' }] }),
		status('read', 'conf:registration_confirmed:order-1:1:0123456789abcdef0123'),
		{ kind: 'message', text: 'Thanks!' },
	]);
	const { json, binary } = await desk.report({ title: 'Workshops', fullPhones: true });
	expect(json).toMatchObject({ people: 5, accepted: 5, delivered: 2, read: 1, failed: 1 });
	expect(json.html).toContain('WhatsApp 131026: Not on WhatsApp');
	expect(json.csv).toContain("'+819000000010");
	expect(binary?.data).toMatchObject({ mimeType: 'text/csv', fileName: 'workshops-1.csv' });
});
