import { startSimulator, type Simulator } from '../index.ts';
import type { JsonObject } from '../json.ts';
import { call, namedBody, sendTemplate, subscribe } from '../testing/caller.ts';
import { startReceiver, type ReceivedCall, type Receiver } from '../testing/receiver.ts';
import { signBody } from './signature.ts';

let simulator: Simulator;
let receiver: Receiver;
beforeEach(async () => {
	const statuses = { sentMs: 10, deliveredMs: 20, readMs: 30 };
	[simulator, receiver] = await Promise.all([
		startSimulator({ settings: { statuses, webhooks: { retryMs: [10, 20] } } }),
		startReceiver(),
	]);
});
afterEach(async () => {
	await simulator.close();
	await receiver.close();
});

interface Value {
	statuses?: JsonObject[];
	contacts?: JsonObject[];
	metadata: JsonObject;
}
const changesIn = ({ raw }: ReceivedCall) =>
	(
		JSON.parse(raw) as { entry: Array<{ changes: Array<{ field: string; value: Value }> }> }
	).entry.flatMap((entry) => entry.changes);
const statusesIn = (calls: ReceivedCall[]) =>
	calls.flatMap(changesIn).flatMap(({ value }) => value.statuses ?? []);
const remind = (callbackData = 'key é/1', to = '+819012345678') =>
	sendTemplate(simulator, 'badge_pickup', [namedBody({ first_name: 'Ann' })], { to, callbackData });

describe('the statuses of a message', () => {
	it('are reported sent, delivered and read', async () => {
		await subscribe(simulator, receiver.url);
		const answer = await remind();
		const calls = await receiver.received(3);
		const [{ id }] = answer.json['messages'] as [{ id: string }];
		const pricing = {
			billable: true,
			pricing_model: 'PMP',
			type: 'regular',
			category: 'utility',
		};
		const common = {
			id,
			timestamp: expect.stringMatching(/^\d{10}$/),
			recipient_id: '819012345678',
			recipient_user_id: expect.stringMatching(/^JP\.\d+$/),
			biz_opaque_callback_data: 'key é/1',
		};
		expect(statusesIn(calls)).toEqual([
			{ ...common, status: 'sent', pricing },
			{ ...common, status: 'delivered', pricing },
			{ ...common, status: 'read' },
		]);
		expect(JSON.parse(calls[0]?.raw ?? '')).toMatchObject({
			object: 'whatsapp_business_account',
			entry: [{ id: simulator.credentials.businessAccountId }],
		});
		expect(changesIn(calls[0]!)[0]?.value.metadata).toEqual({
			display_phone_number: '15550783881',
			phone_number_id: simulator.credentials.phoneNumberId,
		});
	});

	it('are signed over the escaped bytes', async () => {
		await subscribe(simulator, receiver.url);
		await remind();
		const [first] = await receiver.received(1);
		expect(first?.raw).toContain('key \\u00e9\\/1');
		expect(first?.headers['x-hub-signature-256']).toBe(
			signBody(first?.raw ?? '', simulator.credentials.appSecret),
		);
	});

	it('end with failed, without contacts, for somebody who cannot be reached', async () => {
		simulator.control.change({ recipients: { '819012345678': { fail: 131026 } } });
		await subscribe(simulator, receiver.url);
		expect((await remind()).status).toBe(200);
		const calls = await receiver.received(1);
		expect(changesIn(calls[0]!)[0]?.value.contacts).toBeUndefined();
		expect(statusesIn(calls)).toEqual([
			{
				id: expect.any(String),
				status: 'failed',
				timestamp: expect.any(String),
				recipient_id: '819012345678',
				biz_opaque_callback_data: 'key é/1',
				errors: [
					{
						code: 131026,
						title: 'Message undeliverable',
						message: 'Message undeliverable',
						error_data: { details: 'Message undeliverable.' },
						href: expect.stringContaining('error-codes'),
					},
				],
			},
		]);
		const [message] = simulator.control.phones()[0]?.messages ?? [];
		expect(message).toMatchObject({ status: 'failed', error: { code: 131026 } });
	});

	it('end with 131047 for a free text outside the window, and not inside it', async () => {
		await subscribe(simulator, receiver.url);
		const text = { messaging_product: 'whatsapp', type: 'text', text: { body: 'Hello' } };
		const path = `/v26.0/${simulator.credentials.phoneNumberId}/messages`;
		const answer = await call(simulator, 'POST', path, { ...text, to: '+819012345678' });
		expect(answer.status).toBe(200);
		expect(statusesIn(await receiver.received(1))[0]).toMatchObject({
			status: 'failed',
			errors: [{ code: 131047, title: 'Re-engagement message' }],
		});
		await call(simulator, 'POST', '/sim/phones/819012345678/text', { text: 'Hi' });
		await call(simulator, 'POST', path, { ...text, to: '+819012345678' });
		expect(statusesIn(await receiver.received(3))[1]).toMatchObject({
			status: 'sent',
			pricing: { billable: false, type: 'free_customer_service', category: 'service' },
		});
	});

	it('can come in the wrong order, twice, or without delivered', async () => {
		await subscribe(simulator, receiver.url);
		// Far enough apart that one is not overtaken on the way.
		const slowly = { sentMs: 50, deliveredMs: 300, readMs: 550 };
		simulator.control.change({ statuses: { ...slowly, order: 'reversed', duplicate: true } });
		await remind();
		const names = (calls: ReceivedCall[]) => statusesIn(calls).map(({ status }) => status);
		expect(names(await receiver.received(6))).toEqual([
			'read',
			'read',
			'delivered',
			'delivered',
			'sent',
			'sent',
		]);
		expect(simulator.control.phones()[0]?.messages[0]?.status).toBe('read');
		receiver.calls.length = 0;
		simulator.control.change({ statuses: { order: 'without_delivered', duplicate: false } });
		await remind();
		expect(names(await receiver.received(2))).toEqual(['sent', 'read']);
	});
});

describe('the delivery of webhooks', () => {
	it('reaches nobody unless the account subscribed the app and the app the field', async () => {
		await subscribe(simulator, receiver.url, ['security']);
		await remind();
		await call(
			simulator,
			'DELETE',
			`/v26.0/${simulator.credentials.businessAccountId}/subscribed_apps`,
		);
		const body = { field: 'security', value: {} };
		expect((await call(simulator, 'POST', '/sim/control/webhooks', body)).status).toBe(409);
		expect(simulator.control.deliveries()).toEqual([]);
	});

	it('goes to the number, then the account, then the app; other fields always to the app', async () => {
		const [account, number] = await Promise.all([startReceiver(), startReceiver()]);
		const { businessAccountId, phoneNumberId } = simulator.credentials;
		const override = (override_callback_uri: string) => ({
			override_callback_uri,
			verify_token: 'v',
		});
		const fields = ['messages', 'message_template_status_update'];
		await subscribe(simulator, receiver.url, fields);
		await call(simulator, 'POST', `/${businessAccountId}/subscribed_apps`, override(account.url));
		await remind();
		await account.received(3);
		await call(simulator, 'POST', `/${phoneNumberId}`, {
			webhook_configuration: override(number.url),
		});
		await remind();
		await number.received(3);
		expect(receiver.calls).toHaveLength(0);
		simulator.control.changeTemplate('badge_pickup', 'en', { status: 'PAUSED' });
		const [update] = await receiver.received(1);
		expect(changesIn(update!)[0]).toMatchObject({
			field: 'message_template_status_update',
			value: { event: 'PAUSED', message_template_name: 'badge_pickup', reason: 'NONE' },
		});
		expect(JSON.parse(update?.raw ?? '').entry[0].time).toEqual(expect.any(Number));
		await Promise.all([account.close(), number.close()]);
	});

	it('repeats the same bytes until the answer is 200', async () => {
		await subscribe(simulator, receiver.url);
		receiver.statuses = [500, 204];
		const value = { metadata: {}, note: 'é' };
		await call(simulator, 'POST', '/sim/control/webhooks', { field: 'messages', value });
		const calls = await receiver.received(3);
		expect(new Set(calls.map(({ raw }) => raw)).size).toBe(1);
		const until = Date.now() + 2000;
		while (simulator.control.deliveries().length < 3 && Date.now() < until) {
			await new Promise((resolve) => setTimeout(resolve, 5));
		}
		expect(simulator.control.deliveries().map(({ status, attempt }) => [status, attempt])).toEqual([
			[200, 3],
			[204, 2],
			[500, 1],
		]);
	});

	it('gives up after the last pause', async () => {
		await subscribe(simulator, receiver.url);
		receiver.statuses = Array(9).fill(500) as number[];
		await call(simulator, 'POST', '/sim/control/webhooks', { field: 'messages', value: {} });
		await receiver.received(3);
		await new Promise((resolve) => setTimeout(resolve, 80));
		expect(receiver.calls).toHaveLength(3);
	});

	it('puts several updates into one call when asked to', async () => {
		await subscribe(simulator, receiver.url);
		simulator.control.change({ webhooks: { batch: 4 } });
		await Promise.all(['1', '2', '3', '4'].map((n) => remind(n, `+81901234567${n}`)));
		const [first] = await receiver.received(1);
		expect(changesIn(first!)).toHaveLength(4);
	});

	it('sends exactly the given bytes, signed, mis-signed or unsigned', async () => {
		await subscribe(simulator, receiver.url);
		const send = (body: unknown) => call(simulator, 'POST', '/sim/control/webhooks', body);
		const raw = '{ "object" : "whatever" }';
		await send({ raw });
		await send({ raw, signature: 'sha256=00' });
		await send({ raw, signature: null });
		const calls = await receiver.received(3);
		expect(calls.map((one) => one.raw)).toEqual([raw, raw, raw]);
		expect(calls.map((one) => one.headers['x-hub-signature-256'])).toEqual([
			signBody(raw, simulator.credentials.appSecret),
			'sha256=00',
			undefined,
		]);
	});

	it('floods with one call that has all updates, some of them of real messages', async () => {
		await subscribe(simulator, receiver.url);
		const answer = await remind('mine');
		await receiver.received(3);
		const body = { updates: 1000, status: 'delivered' };
		await call(simulator, 'POST', '/sim/control/webhooks/flood', body);
		const [, , , flood] = await receiver.received(4);
		const statuses = statusesIn([flood!]);
		expect(statuses).toHaveLength(1000);
		expect(new Set(statuses.map(({ id }) => id)).size).toBe(1000);
		const [{ id }] = answer.json['messages'] as [{ id: string }];
		expect(statuses).toContainEqual(expect.objectContaining({ id, status: 'delivered' }));
		expect((JSON.parse(flood?.raw ?? '') as { entry: unknown[] }).entry.length).toBeGreaterThan(1);
	});
});
