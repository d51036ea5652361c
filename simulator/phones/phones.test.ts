import { startSimulator, type Simulator } from '../index.ts';
import { call, namedBody, sendTemplate, subscribe } from '../testing/caller.ts';
import { body, card, carousel } from '../testing/families.ts';
import { startReceiver, type ReceivedCall, type Receiver } from '../testing/receiver.ts';
import type { Phone } from './message.ts';

let simulator: Simulator;
let receiver: Receiver;
beforeEach(async () => {
	const statuses = { sentMs: 5, deliveredMs: 10, readMs: 15, autoRead: false };
	[simulator, receiver] = await Promise.all([
		startSimulator({ settings: { statuses } }),
		startReceiver(),
	]);
});
afterEach(async () => {
	await simulator.close();
	await receiver.close();
});

const post = (path: string, body: unknown = {}) =>
	call(simulator, 'POST', `/sim/phones/819012345678/${path}`, body);
const messagesIn = ({ raw }: ReceivedCall) => JSON.parse(raw).entry[0].changes[0].value;
const question = (to = '+819012345678') =>
	sendTemplate(
		simulator,
		'attendance_question',
		[
			namedBody({ first_name: 'Aiko', event_name: 'Test Conf' }),
			{
				type: 'button',
				sub_type: 'quick_reply',
				index: 0,
				parameters: [{ type: 'payload', payload: 'COMING' }],
			},
		],
		{ to },
	);
const sentId = async () => {
	const answer = await question();
	return (answer.json['messages'] as [{ id: string }])[0].id;
};

describe('a phone', () => {
	it('writes a text, which arrives as a webhook', async () => {
		await subscribe(simulator, receiver.url);
		await post('text', { text: 'Where is it?', name: 'Aiko Tanaka' });
		const [first] = await receiver.received(1);
		expect(messagesIn(first!)).toEqual({
			messaging_product: 'whatsapp',
			metadata: {
				display_phone_number: '15550783881',
				phone_number_id: simulator.credentials.phoneNumberId,
			},
			contacts: [
				{
					profile: { name: 'Aiko Tanaka' },
					wa_id: '819012345678',
					user_id: expect.stringMatching(/^JP\.\d+$/),
				},
			],
			messages: [
				{
					from: '819012345678',
					id: expect.stringMatching(/^wamid\./),
					timestamp: expect.stringMatching(/^\d{10}$/),
					type: 'text',
					text: { body: 'Where is it?' },
				},
			],
		});
	});

	it('taps a quick reply, with the payload and the message it answers', async () => {
		const id = await sentId();
		await subscribe(simulator, receiver.url);
		await post('tap', { messageId: id, buttonIndex: 0 });
		await post('tap', { messageId: id, buttonIndex: 1 });
		const tapped = () => receiver.calls.map((one) => messagesIn(one).messages?.[0]).filter(Boolean);
		for (let calls = 2; tapped().length < 2; calls += 1) await receiver.received(calls);
		const taps = tapped();
		expect(taps).toEqual([
			expect.objectContaining({
				type: 'button',
				button: { payload: 'COMING', text: 'Yes, I will' },
				context: { from: '15550783881', id },
			}),
			expect.objectContaining({ button: { payload: 'No, sorry', text: 'No, sorry' } }),
		]);
		expect(simulator.control.phones()[0]?.messages[1]).toMatchObject({
			direction: 'user',
			body: 'Yes, I will',
			context: id,
		});
	});

	it('taps a quick reply on a card of a carousel', async () => {
		const cards = [card(0), card(1), card(2)];
		const answer = await sendTemplate(simulator, 'event_carousel', [body('Ann'), carousel(cards)]);
		const messageId = (answer.json['messages'] as [{ id: string }])[0].id;
		await subscribe(simulator, receiver.url);
		await post('tap', { messageId, cardIndex: 2, buttonIndex: 0 });
		const tapped = () => receiver.calls.map((one) => messagesIn(one).messages?.[0]).filter(Boolean);
		for (let calls = 1; tapped().length < 1; calls += 1) await receiver.received(calls);
		expect(tapped()).toEqual([
			expect.objectContaining({
				type: 'button',
				button: { payload: 'more-2', text: 'Tell me more' },
				context: { from: '15550783881', id: messageId },
			}),
		]);
		const link = await post('tap', { messageId, cardIndex: 1, buttonIndex: 1 });
		expect(link.json).toEqual({ opened: 'https://tickets.example.com/workshops/w1' });
		expect((await post('tap', { messageId, cardIndex: 3, buttonIndex: 0 })).status).toBe(400);
		expect((await post('tap', { messageId, buttonIndex: 0 })).status).toBe(400);
	});

	it('opens a link without a webhook', async () => {
		const answer = await sendTemplate(simulator, 'support_contacts', [
			namedBody({ first_name: 'A' }),
		]);
		const messageId = (answer.json['messages'] as [{ id: string }])[0].id;
		const tap = async (buttonIndex: number) => (await post('tap', { messageId, buttonIndex })).json;
		expect(await tap(1)).toEqual({ opened: 'https://test-conf.example/help' });
		expect(await tap(2)).toEqual({ opened: 'tel:+15550783881' });
		expect((await post('tap', { messageId, buttonIndex: 9 })).status).toBe(400);
	});

	it('reads by hand what was delivered', async () => {
		const id = await sentId();
		while (simulator.control.phones()[0]?.messages[0]?.status !== 'delivered') {
			await new Promise((resolve) => setTimeout(resolve, 5));
		}
		expect((await post('read')).json).toEqual({ read: [id] });
		expect(simulator.control.phones()[0]?.messages[0]?.status).toBe('read');
		expect((await post('read')).json).toEqual({ read: [] });
	});

	it('stops marketing messages, which then fail with 131050', async () => {
		await subscribe(simulator, receiver.url, ['messages', 'user_preferences']);
		await post('marketing', { value: 'stop' });
		const [first] = await receiver.received(1);
		expect(messagesIn(first!).user_preferences).toEqual([
			{
				wa_id: '819012345678',
				detail: 'User requested to stop marketing messages',
				category: 'marketing_messages',
				value: 'stop',
				timestamp: expect.any(Number),
			},
		]);
		await sendTemplate(simulator, 'category_moved', [namedBody({ first_name: 'A' })]);
		expect(simulator.control.phones()[0]?.marketingStopped).toBe(true);
		const calls = await receiver.received(2);
		expect(messagesIn(calls[1]!).statuses[0].errors[0].code).toBe(131050);
		await post('marketing', { value: 'resume' });
		expect(simulator.control.phones()[0]).not.toHaveProperty('marketingStopped');
	});

	it('is listed by its newest activity, the first messages first', async () => {
		await question('+819011111111');
		await new Promise((resolve) => setTimeout(resolve, 3));
		await question('+819022222222');
		await new Promise((resolve) => setTimeout(resolve, 3));
		await question('+819011111111');
		const { json } = await call(simulator, 'GET', '/sim/phones');
		const phones = json['phones'] as Phone[];
		expect(phones.map(({ waId }) => waId)).toEqual(['819011111111', '819022222222']);
		expect(phones[0]?.messages).toHaveLength(2);
		expect(phones[0]?.display).toBe('+81 90-1111-1111');
	});
});

describe('the live events', () => {
	it('tell of a new message, of each change of it, and of a reset', async () => {
		const ending = new AbortController();
		const response = await fetch(`${simulator.url}/sim/events`, { signal: ending.signal });
		expect(response.headers.get('content-type')).toBe('text/event-stream');
		let text = '';
		const reading = (async () => {
			const decoder = new TextDecoder();
			for await (const part of response.body ?? []) {
				text += decoder.decode(part as Uint8Array);
			}
		})().catch(() => {});
		await question();
		const until = Date.now() + 3000;
		const seen = (mark: string) => text.includes(mark);
		while (!seen('"status":"delivered"') && Date.now() < until) {
			await new Promise((resolve) => setTimeout(resolve, 5));
		}
		simulator.control.reset();
		while (!seen('event: reset') && Date.now() < until) {
			await new Promise((resolve) => setTimeout(resolve, 5));
		}
		ending.abort();
		await reading;
		const messages = text
			.split('\n\n')
			.filter((event) => event.startsWith('event: message'))
			.map((event) => JSON.parse(event.split('data: ')[1] ?? ''));
		expect(messages.map(({ message }) => message.status)).toEqual([
			'accepted',
			'sent',
			'delivered',
		]);
		expect(messages[0]).toMatchObject({ waId: '819012345678', display: '+81 90-1234-5678' });
		expect(text).toContain('event: reset');
	});
});
