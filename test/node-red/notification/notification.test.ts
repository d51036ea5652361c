import { accountNode, flowOf, useNodeRedDesk } from '../desk';
import type { SentMessage } from '../runtime/node-red';

const desk = useNodeRedDesk({ latencyMs: 5, throughput: { '106540352242922': 1000 } });

const notification = (more: object = {}) => ({
	id: 'notify',
	type: 'whatsapp-notification',
	z: 'tab',
	name: 'Doors open',
	account: 'account',
	notification: `doors-${Math.random().toString(36).slice(2, 10)}`,
	template: 'badge_pickup',
	recipients: 'payload',
	recipientsType: 'msg',
	messagesPerSecond: 1000,
	chunkSize: 200,
	wires: [['sent'], ['not-sent']],
	...more,
});

const numberOf = (index: number) => `+8190${String(10_000_000 + index)}`;

interface Entry {
	[column: string]: unknown;
}
const entry = (index: number, more: Entry = {}): Entry => ({
	phone: numberOf(index),
	first_name: `Guest ${index}`,
	ticket_type: index % 3 === 0 ? 'VIP' : 'Standard',
	...more,
});

const reports = (sent: SentMessage[]) =>
	sent
		.filter(({ node, port }) => node === 'notify' && port === 0)
		.map(({ msg }) => msg as never as Report);
const others = (sent: SentMessage[]) =>
	sent.filter(({ node, port }) => node === 'notify' && port === 1).map(({ msg }) => msg);

interface Report {
	topic: string;
	html: string;
	csv: string;
	payload: Record<string, number> & { reasons: Array<{ reason: string; count: number }> };
}

async function command(name: string, payload?: unknown) {
	const error = await desk.nodeRed.input('notify', { command: name, payload });
	return { error, ...(await desk.nodeRed.take()) };
}

/** Everything until such a report came out. */
const until = async (topic: string) =>
	await desk.nodeRed.takeUntil(
		({ sent }) => reports(sent).some((one) => one.topic === topic),
		60_000,
	);

describe('a notification to 3,000', () => {
	const optedOut = Array.from({ length: 100 }, (_, index) => numberOf(200 + index));
	const list = [
		...Array.from({ length: 200 }, (_, index) => entry(index, { phone: `+81 90-${index}` })),
		...Array.from({ length: 100 }, (_, index) => entry(200 + index)),
		...Array.from({ length: 20 }, (_, index) => entry(300 + index, { first_name: '' })),
		...Array.from({ length: 2_630 }, (_, index) => entry(320 + index)),
		...Array.from({ length: 50 }, (_, index) => entry(320 + index)),
	];

	test('is checked, stopped at half, resumed: the report says what the check said, nobody twice', async () => {
		const node = notification({ template: 'early_bird_offer', values: everybody, chunkSize: 100 });
		await desk.nodeRed.deploy(
			flowOf(accountNode(desk.simulator), node, {
				id: 'trigger',
				type: 'whatsapp-business-trigger',
				z: 'tab',
				account: 'account',
				path: 'notify',
				publicUrl: desk.nodeRed.url,
				wires: [['third'], [], [], []],
			}),
		);
		await desk.nodeRed.takeUntil(({ statuses }) =>
			statuses.some(({ node: from, status }) => from === 'trigger' && status.text === 'subscribed'),
		);
		await optOut(optedOut);
		await desk.nodeRed.takeUntil(
			({ sent }) => sent.filter(({ node: from }) => from === 'trigger').length >= 100,
		);
		expect(list).toHaveLength(3_000);

		const checked = await command('check', list);
		expect(checked.error).toBeUndefined();
		const [summary] = reports(checked.sent);
		const counts = Object.fromEntries(
			summary!.payload.reasons.map(({ reason, count }) => [reason, count]),
		);
		expect(summary!.payload).toMatchObject({ people: 3_000, ready: 2_630, leftOut: 370 });
		expect(counts).toEqual({
			phone_invalid: 200,
			opted_out: 100,
			same_batch: 50,
			variable_missing: 20,
		});
		expect(summary!.html).toContain('2,630');
		expect(others(checked.sent).flat()).toHaveLength(370);
		expect(desk.stats.accepted).toBe(0);

		expect((await command('send')).error).toBeUndefined();
		await accepted(1_200);
		const stopped = await command('stop');
		const half = desk.stats.accepted;
		expect(half).toBeLessThan(2_630);
		const [standing] = reports(stopped.sent).slice(-1);
		expect(standing!.payload).toMatchObject({ progress: 'stopped', waiting: 2_630 - half });

		expect((await command('resume')).error).toBeUndefined();
		await until('report');
		const { sent } = await command('report');
		const [report] = reports(sent);
		expect(report!.payload).toMatchObject({
			progress: 'finished',
			people: 3_000,
			leftOut: 370,
			toSend: 2_630,
			accepted: 2_630,
			waiting: 0,
			failed: 0,
		});
		expect(report!.payload.leftOutReasons).toEqual(summary!.payload.reasons);
		expect(desk.stats).toMatchObject({ accepted: 2_630, twice: 0, phones: 2_630 });
		expect(report!.csv.trim().split('\r\n')).toHaveLength(3_001);
	}, 120_000);
});

const everybody = [
	{ name: 'event_name', value: 'Test Conf' },
	{ name: 'discount', value: '20 %' },
	{ name: 'header_media', value: 'https://example.com/poster.png' },
	{ name: 'button_1', value: 'early' },
	{ name: 'button_2', value: 'EARLY20' },
];

async function accepted(count: number): Promise<void> {
	const deadline = Date.now() + 60_000;
	while (desk.stats.accepted < count) {
		if (Date.now() > deadline) throw new Error(JSON.stringify(await desk.nodeRed.take()));
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}

/** Through WhatsApp's own webhook, as people do it. */
async function optOut(phones: string[]): Promise<void> {
	for (const phone of phones) {
		const answer = await fetch(`${desk.simulator.url}/sim/phones/${phone.slice(1)}/marketing`, {
			method: 'POST',
			body: JSON.stringify({ value: 'stop' }),
		});
		expect(answer.status).toBe(200);
	}
}
