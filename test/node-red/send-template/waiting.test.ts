import { setTimeout as sleep } from 'node:timers/promises';
import { outcomes, people, sendNode, useNodeRedDesk } from '../desk';
import { control, creditsNode } from '../check-credits/desk';
import type { SentMessage } from '../runtime/node-red';

const desk = useNodeRedDesk();

/** Looks again soon, in place of every ten minutes. */
const keeping = (more: object = {}) =>
	sendNode({ keepWaiting: true, messagesPerSecond: 1000, lookAgainMinutes: 0.01, ...more });

const trigger = () => ({
	...{ id: 'trigger', type: 'whatsapp-business-trigger', z: 'tab', account: 'account' },
	...{ path: 'waiting', publicUrl: desk.nodeRed.url, wires: [['third'], [], [], []] },
});

const sim = async (method: string, path: string, body?: object) =>
	await control(desk.simulator, method, path, body);

/** Once WhatsApp really calls it. */
async function deploy(...nodes: object[]): Promise<void> {
	await desk.redeploy('full', ...nodes, trigger());
	await desk.nodeRed.takeUntil(({ statuses }) =>
		statuses.some(({ node, status }) => node === 'trigger' && status.text === 'subscribed'),
	);
}

const ofSend = (sent: SentMessage[], port: number) =>
	sent.filter((one) => one.node === 'send' && one.port === port);

test('what a ban keeps back waits, goes by itself when it is lifted, and goes once', async () => {
	await deploy(keeping({ lookAgainMinutes: 10 }));
	await sim('POST', 'account/ban', {});
	const { refused, status } = await desk.send(people(6));
	expect(refused).toHaveLength(6);
	expect(refused.every(({ msg }) => msg.payload.waiting === true)).toBe(true);
	expect(refused.every(({ msg }) => String(msg.payload.whatToDo).includes('It waits'))).toBe(true);
	expect(status).toMatchObject({ fill: 'yellow', text: '6 wait for the account' });
	expect(desk.stats.accepted).toBe(0);

	await sim('POST', 'account/reinstate');
	const { sent } = await desk.nodeRed.takeUntil((taken) => ofSend(taken.sent, 0).length === 6);
	expect(ofSend(sent, 0)[0]?.msg).toMatchObject({ topic: 'waited', payload: { waited: true } });
	expect(desk.stats).toMatchObject({ accepted: 6, phones: 6, twice: 0 });
	// The list comes again: everybody has it.
	expect(outcomes((await desk.send(people(6))).refused)).toEqual(
		Array.from({ length: 6 }, () => ['duplicate', 'already_sent']),
	);
}, 60_000);

test('without being told to, nothing is kept', async () => {
	await deploy(sendNode());
	await sim('POST', 'account/ban', {});
	const { refused } = await desk.send(people(2));
	expect(refused.some(({ msg }) => 'waiting' in msg.payload)).toBe(false);
	expect(refused.some(({ msg }) => String(msg.payload.whatToDo).includes('It waits'))).toBe(false);
	await sim('POST', 'account/reinstate');
	await sleep(500);
	expect(desk.stats.accepted).toBe(0);
}, 60_000);

test('what was taken and could not be paid waits as well, and exactly that is sent', async () => {
	await deploy(keeping());
	// Enough for some of them.
	await sim('PATCH', 'money', { funding: 'prepaid', balance: 0.035 });
	await desk.send(people(8));
	await sleep(1_500);
	const charges = async () =>
		((await sim('GET', 'money/charges')) as { charges: Array<{ to: string }> }).charges;
	const delivered = async () => (await charges()).length;
	const before = await delivered();
	expect(before).toBeGreaterThan(0);
	expect(before).toBeLessThan(8);
	await sim('POST', 'money/topup', { amount: 5 });
	for (const end = Date.now() + 20_000; (await delivered()) < 8 && Date.now() < end;) {
		await sleep(100);
	}
	await sleep(300);

	expect(new Set((await charges()).map(({ to }) => to)).size).toBe(8);
	expect(await delivered()).toBe(8);
}, 60_000);

test('somebody who was forgotten is not written to later, and stop takes the others out', async () => {
	await deploy(keeping({ lookAgainMinutes: 10 }));
	await sim('POST', 'account/ban', {});
	const list = people(3);
	await desk.send(list);
	const forgotten = await fetch(`${desk.nodeRed.url}/whatsapp-events/people/forget`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ id: 'account', phone: list[0]?.to }),
	});
	expect(((await forgotten.json()) as { removed: object[] }).removed).toContainEqual({
		...{ what: 'waiting', rows: 1 },
	});
	const { refused } = await desk.send({}, { stop: true });
	expect(outcomes(refused)).toEqual([
		['unsent', 'stopped'],
		['unsent', 'stopped'],
	]);
	await sim('POST', 'account/reinstate');
	await sleep(700);
	expect(desk.stats.accepted).toBe(0);
}, 60_000);

test('a deployment keeps what waits, and looks after it at once', async () => {
	await deploy(keeping({ lookAgainMinutes: 10 }));
	await sim('POST', 'account/ban', {});
	await desk.send(people(3));
	await sim('POST', 'account/reinstate');
	await deploy(keeping({ lookAgainMinutes: 10, name: 'changed' }));
	for (const end = Date.now() + 15_000; desk.stats.accepted < 3 && Date.now() < end;) {
		await sleep(50);
	}

	expect(desk.stats).toMatchObject({ accepted: 3, phones: 3, twice: 0 });
}, 60_000);

test('a restriction that ends early tells nobody: a look finds it', async () => {
	await deploy(keeping());
	await sim('POST', 'account/restrict', { days: 3 });
	const { refused } = await desk.send(people(3));
	expect(refused.every(({ msg }) => msg.payload.waiting === true)).toBe(true);
	await sim('POST', 'account/lift', {});
	for (const end = Date.now() + 15_000; desk.stats.accepted < 3 && Date.now() < end;) {
		await sleep(50);
	}

	expect(desk.stats).toMatchObject({ accepted: 3, phones: 3, twice: 0 });
}, 60_000);

test('a guard that says Low keeps everything, and nothing has left', async () => {
	const guard = creditsNode('guard', { balanceFrom: 'prepaid', guardBy: 'planned' });
	await deploy(keeping({ beforeSending: 'credit', creditCheck: 'credits' }), guard);
	const { refused, error } = await desk.send(people(4));

	expect(outcomes(refused)).toEqual(Array.from({ length: 4 }, () => ['skipped', 'no_credit']));
	expect(refused.every(({ msg }) => msg.payload.waiting === true)).toBe(true);
	expect(error).toMatchObject({ code: 'no_credit' });
	expect(desk.stats.accepted).toBe(0);
	// Bought: it goes at once.
	await fetch(`${desk.nodeRed.url}/whatsapp-events/credits/purchases/add`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({
			id: 'account',
			purchase: { credits: '10', amount: '20', currency: 'USD' },
		}),
	});
	for (const end = Date.now() + 15_000; desk.stats.accepted < 4 && Date.now() < end;) {
		await sleep(50);
	}
	expect(desk.stats).toMatchObject({ accepted: 4, twice: 0 });
}, 60_000);

describe('a paused template', () => {
	const NAME = 'attendee_registration_confirmation';
	const OTHER = 'badge_pickup';

	/** As its button on the simulator's page does, with the webhook that follows. */
	const act = async (action: 'pause' | 'unpause' | 'disable') =>
		await sim('POST', `control/templates/${NAME}/en/${action}`, {});

	/** As people change it where no webhook comes. */
	const quietly = (status: string) =>
		desk.simulator.control.changeTemplate(NAME, 'en', { status } as never);

	const accepted = async (count: number) => {
		for (const end = Date.now() + 15_000; desk.stats.accepted < count && Date.now() < end;) {
			await sleep(50);
		}
	};

	test('keeps its messages until WhatsApp says that it is back; then each leaves once', async () => {
		await deploy(keeping({ lookAgainMinutes: 10 }));
		await act('pause');
		await sleep(500);
		const { refused, status } = await desk.send(people(4));
		expect(outcomes(refused)).toEqual(
			Array.from({ length: 4 }, () => ['skipped', 'template_paused']),
		);
		expect(refused.every(({ msg }) => msg.payload.waiting === true)).toBe(true);
		expect(status).toMatchObject({ fill: 'yellow', text: '4 wait for their template' });

		await act('unpause');
		const { sent } = await desk.nodeRed.takeUntil((taken) => ofSend(taken.sent, 0).length === 4);
		expect(ofSend(sent, 0)[0]?.msg).toMatchObject({ topic: 'waited', payload: { waited: true } });
		await sleep(300);
		expect(desk.stats).toMatchObject({ accepted: 4, phones: 4, twice: 0 });
	}, 60_000);

	test('that nobody told of is learnt from a refusal, and what was not tried waits, too', async () => {
		await deploy(keeping({ concurrency: 1 }));
		expect((await desk.send(people(1))).delivered).toHaveLength(1);
		// No trigger has heard of it: the template is taken to be approved.
		desk.simulator.control.change({
			faults: [{ path: '/messages', kind: 'error', code: 132015, times: 1 }],
		} as never);
		const { refused } = await desk.send(people(5).slice(2));
		expect(outcomes(refused)).toEqual([
			['rejected', 'refused'],
			['unsent', 'template_refused'],
			['unsent', 'template_refused'],
		]);
		expect(refused.every(({ msg }) => msg.payload.waiting === true)).toBe(true);
		await accepted(4);
		expect(desk.stats).toMatchObject({ accepted: 4, phones: 4, twice: 0 });
	}, 60_000);

	test('at the head of the queue holds up nothing of another template', async () => {
		await deploy(
			keeping({ lookAgainMinutes: 10, template: 'payload.template', templateType: 'msg' }),
		);
		await sim('POST', 'account/ban', {});
		const of = (template: string, from: number) =>
			people(3).map((one, at) => ({ ...one, to: `+8190${from + at}`, template: `${template}:en` }));
		await desk.send([
			...of(NAME, 50_000_000),
			...of(OTHER, 60_000_000).map((one) => ({ ...one, deliveryKey: `badge-${one.to}` })),
		]);
		quietly('PAUSED');
		await sim('POST', 'account/reinstate');
		await desk.nodeRed.takeUntil(({ statuses }) =>
			statuses.some(({ status }) => status.text === '3 wait for their template'),
		);
		expect(desk.stats).toMatchObject({ accepted: 3, phones: 3, twice: 0 });

		await act('unpause');
		await accepted(6);
		expect(desk.stats).toMatchObject({ accepted: 6, phones: 6, twice: 0 });
	}, 60_000);

	test('that comes back without anybody telling is found by a look', async () => {
		quietly('PAUSED');
		await desk.deploy(keeping());
		await desk.send(people(2));
		await sleep(1_500);
		expect(desk.stats.accepted).toBe(0);
		quietly('APPROVED');
		await accepted(2);
		expect(desk.stats).toMatchObject({ accepted: 2, phones: 2, twice: 0 });
	}, 60_000);

	test('that is disabled is not waited for any longer: it never ends by itself', async () => {
		quietly('PAUSED');
		await desk.deploy(keeping());
		await desk.send(people(2));
		quietly('DISABLED');
		const { sent } = await desk.nodeRed.takeUntil((taken) => ofSend(taken.sent, 1).length === 2);
		expect(outcomes(ofSend(sent, 1))).toEqual([
			['skipped', 'template_not_approved'],
			['skipped', 'template_not_approved'],
		]);
	}, 60_000);
});
