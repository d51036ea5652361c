import type { IDataObject } from 'n8n-workflow';
import { useNotificationDesk } from './desk';

const desk = useNotificationDesk();

/** 3,000 people: 200 bad numbers, 100 who opted out, 50 doubles of somebody who gets it, 20 without a name. */
const people: IDataObject[] = Array.from({ length: 3000 }, (_, i) => {
	const language = i % 3 === 0 ? 'ja' : '';
	if (i < 200) return { phone: `+81 ${i % 90}`, name: 'A', language };
	if (i >= 2950) return { phone: phone(i - 2000), name: 'A', language };
	return { phone: phone(i), name: i >= 300 && i < 320 ? '' : `P${i}`, language };
});
const optedOut = people.slice(200, 300).map((person) => person.phone);

function phone(i: number): string {
	return `+8190${String(10_000_000 + i)}`;
}

/** What WhatsApp's webhooks say of every message it took. */
const statusesOfAccepted = (): IDataObject[] =>
	desk.simulator.control
		.calls({ path: '/messages', limit: 5000 })
		.filter(({ status }) => status === 200)
		.map(({ body }) => (body as IDataObject).biz_opaque_callback_data as string)
		.map((deliveryKey) => ({ kind: 'status', status: 'sent', deliveryKey }));

const options = { language: 'en', optedOut: JSON.stringify(optedOut) };
const EXPECTED = { people: 3000, leftOut: 370 };
const REASONS = [
	['phone_invalid', 200],
	['opted_out', 100],
	['same_batch', 50],
	['variable_missing', 20],
];
const counts = (reasons: unknown) =>
	(reasons as Array<{ reason: string; count: number }>).map(({ reason, count }) => [reason, count]);

test('of 3,000 people the report says what the dry run said, and being stopped at half reaches nobody twice', async () => {
	const checked = await desk.check(people, { options });
	expect(checked.summary).toMatchObject({ ...EXPECTED, ready: 2630 });
	expect(counts(checked.summary.reasons)).toEqual(REASONS);
	expect(desk.simulator.control.stats().messages.accepted).toBe(0);
	desk.keep(checked);

	// Six chunks are written down; the seventh is stopped in the middle, and what it knew is lost.
	for (let n = 0; n < 6; n++) await desk.send((await desk.chunk()).chunk);
	const { chunk } = await desk.chunk();
	const before = desk.rows;
	let cancel = () => {};
	const stopped = desk.send(chunk, { onStart: (stop) => (cancel = stop) });
	while (desk.simulator.control.stats().messages.accepted < 1300)
		await new Promise((resolve) => setTimeout(resolve, 2));
	cancel();
	await stopped.catch(() => undefined);
	desk.rows = before;
	const sentBefore = desk.simulator.control.stats().messages.accepted;
	expect(sentBefore).toBeGreaterThan(1200);
	expect(sentBefore).toBeLessThan(1500);

	// Resumed: what waits is sent, what was sent without being written down is found to be sent.
	expect(await desk.sendAll()).toMatchObject({ finished: true, left: 0 });

	const { messages } = desk.simulator.control.stats();
	expect(messages).toMatchObject({ accepted: 2630, twice: 0 });
	const phones = desk.simulator.control.phones().filter(({ messages: got }) => got.length > 0);
	expect(phones).toHaveLength(2630);

	// Whose answer was cut off is unknown, until WhatsApp reports what became of the message.
	expect(desk.rows.filter(({ state }) => state === 'unknown').length).toBeLessThanOrEqual(100);
	await desk.note(statusesOfAccepted());

	const { json } = await desk.report();
	expect(json).toMatchObject({
		...EXPECTED,
		toSend: 2630,
		accepted: 2630,
		waiting: 0,
		failed: 0,
		unsent: 0,
		unknown: 0,
	});
	expect(counts(json.leftOutReasons)).toEqual(counts(checked.summary.reasons));
	expect(json.cost).toEqual(checked.summary.cost);
}, 300_000);
