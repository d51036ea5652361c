import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator, type Simulator } from '../index.ts';
import { call, namedBody, refusalOf, sendTemplate } from '../testing/caller.ts';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(() => simulator.close());

const send = (to = '+819012345678', callbackData?: string) =>
	sendTemplate(simulator, 'badge_pickup', [namedBody({ first_name: 'A' })], {
		to,
		...(callbackData === undefined ? {} : { callbackData }),
	});
const fault = (one: object) => simulator.control.change({ faults: [one as never] });

describe('faults', () => {
	it('answer with any of the error codes, as often as they are set', async () => {
		fault({
			path: '/messages',
			method: 'POST',
			times: 1,
			kind: 'error',
			code: 131000,
			httpStatus: 500,
		});
		expect(refusalOf(await send())).toMatchObject({
			status: 500,
			code: 131000,
			message: '(#131000) Something went wrong',
		});
		expect((await send()).status).toBe(200);
		expect(simulator.control.stats().messages).toMatchObject({ accepted: 1, refused: 1 });
	});

	it('answer with a page of HTML', async () => {
		fault({ path: '/messages', kind: 'html', httpStatus: 502 });
		const response = await fetch(
			`${simulator.url}/v26.0/${simulator.credentials.phoneNumberId}/messages`,
			{ method: 'POST' },
		);
		expect(response.status).toBe(502);
		expect(await response.text()).toMatch(/^<!DOCTYPE html>/);
	});

	it('take the message in and reset the connection', async () => {
		fault({ path: '/messages', times: 1, kind: 'reset' });
		await expect(send()).rejects.toThrow('fetch failed');
		expect(simulator.control.stats().messages.accepted).toBe(1);
	});

	it('reset the connection before the message is taken in, when told so', async () => {
		fault({ path: '/messages', times: 1, kind: 'reset', taken: false });
		await expect(send()).rejects.toThrow('fetch failed');
		expect(simulator.control.stats().messages.accepted).toBe(0);
	});

	it('take the message in and never answer', async () => {
		fault({ path: '/messages', times: 1, kind: 'hang' });
		const { accessToken, phoneNumberId } = simulator.credentials;
		const calling = fetch(`${simulator.url}/v26.0/${phoneNumberId}/messages`, {
			method: 'POST',
			headers: { Authorization: `Bearer ${accessToken}` },
			body: JSON.stringify({
				messaging_product: 'whatsapp',
				to: '+819012345678',
				text: { body: 'x' },
			}),
			signal: AbortSignal.timeout(100),
		});
		await expect(calling).rejects.toThrow(/timeout/);
		expect(simulator.control.stats().messages.accepted).toBe(1);
	});
});

describe('the settings', () => {
	it('wait the latency before each answer', async () => {
		simulator.control.change({ latencyMs: 60 });
		const started = performance.now();
		await Promise.all([send('+819000000001'), send('+819000000002')]);
		expect(performance.now() - started).toBeGreaterThan(55);
		expect(simulator.control.stats().messages.highestInFlight).toBe(2);
	});

	it('change only what is named', async () => {
		const { status, json } = await call(simulator, 'PATCH', '/sim/control', {
			statuses: { readMs: 9 },
		});
		expect(status).toBe(200);
		expect(json).toMatchObject({ statuses: { sentMs: 200, readMs: 9 }, latencyMs: 0 });
		expect((await call(simulator, 'GET', '/sim/control')).json).toEqual(json);
	});

	it('refuse what they do not know', async () => {
		const patch = async (body: unknown) =>
			(await call(simulator, 'PATCH', '/sim/control', body)).json;
		expect(await patch({ colour: 1 })).toEqual({ error: 'There is no setting called colour.' });
		expect(await patch({ faults: {} })).toMatchObject({ error: expect.stringMatching(/shape/) });
	});

	it('open the window with the clock, not by waiting', async () => {
		simulator.control.change({ clock: { offsetMs: 3600_000 } });
		await send();
		const [phone] = simulator.control.phones();
		expect(Date.parse(phone?.messages[0]?.at ?? '')).toBeGreaterThan(Date.now() + 3_500_000);
	});
});

describe('templates', () => {
	it('are added and replaced', async () => {
		const template = {
			name: 'fresh',
			language: 'en',
			category: 'UTILITY',
			status: 'PENDING',
			components: [{ type: 'BODY', text: 'Hello there' }],
		};
		await call(simulator, 'PUT', '/sim/control/templates', [template]);
		expect(refusalOf(await sendTemplate(simulator, 'fresh')).code).toBe(132001);
		await call(simulator, 'PATCH', '/sim/control/templates/fresh/en', { status: 'APPROVED' });
		expect((await sendTemplate(simulator, 'fresh')).status).toBe(200);
	});

	it('are refused when they cannot be read', async () => {
		const answer = await call(simulator, 'PUT', '/sim/control/templates', [{ name: 'x' }]);
		expect(answer.status).toBe(400);
		expect((await call(simulator, 'PATCH', '/sim/control/templates/x/en', {})).status).toBe(400);
	});
});

describe('what has happened', () => {
	it('is in the list of calls, newest first, without the token', async () => {
		await send('+819000000001', 'first');
		await call(simulator, 'GET', `/v26.0/me?access_token=SECRET`, undefined, null);
		const { json } = await call(simulator, 'GET', '/sim/control/calls?limit=10');
		const calls = json['calls'] as Array<{ path: string; status: number; body: object }>;
		expect(calls.map(({ status }) => status)).toEqual([401, 200]);
		expect(calls[1]?.body).toMatchObject({ biz_opaque_callback_data: 'first' });
		expect(JSON.stringify(calls)).not.toContain('SECRET');
		const sent = await call(simulator, 'GET', '/sim/control/calls?path=/messages');
		expect(sent.json['calls']).toHaveLength(1);
	});

	it('counts phones that got the same twice, by content or by callback data', async () => {
		await send('+819000000001', 'a');
		await send('+819000000001', 'b');
		await send('+819000000002', 'c');
		await sendTemplate(simulator, 'badge_pickup', [namedBody({ first_name: 'B' })], {
			to: '+819000000002',
			callbackData: 'c',
		});
		await send('+819000000003', 'c');
		expect(simulator.control.stats().messages).toMatchObject({ accepted: 5, phones: 3, twice: 2 });
	});

	it('is forgotten by a reset, and the first state comes back with all of it', async () => {
		await send();
		simulator.control.change({ latencyMs: 1 });
		simulator.control.changeTemplate('badge_pickup', 'en', { status: 'PAUSED' });
		await call(simulator, 'POST', '/sim/control/reset');
		expect(simulator.control.phones()).toEqual([]);
		expect(simulator.control.settings().latencyMs).toBe(1);
		await call(simulator, 'POST', '/sim/control/reset', { all: true });
		expect(simulator.control.settings().latencyMs).toBe(0);
		expect((await send()).status).toBe(200);
		expect(simulator.control.stats().messages.accepted).toBe(1);
	});
});

describe('a simulator', () => {
	it('keeps everything in its file and goes on where it stopped', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'simulator-'));
		const storage = join(folder, 'simulator.sqlite');
		const settings = { statuses: { sentMs: 10, deliveredMs: 3000, readMs: 3000 } };
		const before = await startSimulator({ storage, settings });
		before.control.changeTemplate('badge_pickup', 'en', { quality_score: { score: 'GREEN' } });
		await sendTemplate(before, 'badge_pickup', [namedBody({ first_name: 'A' })], {
			callbackData: 'key',
		});
		await before.close();
		const after = await startSimulator({
			storage,
			settings: { statuses: { deliveredMs: 10, readMs: 20 } },
		});
		expect(after.control.stats().messages).toMatchObject({ accepted: 1, phones: 1 });
		const status = () => after.control.phones()[0]?.messages[0]?.status;
		const until = Date.now() + 3000;
		while (status() !== 'read' && Date.now() < until) {
			await new Promise((resolve) => setTimeout(resolve, 5));
		}
		expect(status()).toBe('read');
		await after.close();
		await rm(folder, { recursive: true });
	});

	it('gives out what a credential needs', async () => {
		const { json } = await call(simulator, 'GET', '/sim/credentials', undefined, null);
		expect(json).toMatchObject({
			accessToken: expect.any(String),
			appId: expect.any(String),
			appSecret: expect.any(String),
			businessAccountId: expect.any(String),
			phoneNumberId: expect.any(String),
			apiUrl: simulator.url,
			apiVersion: 'v26.0',
			verifyToken: expect.any(String),
			displayPhoneNumber: '+1 555-078-3881',
		});
	});

	it('shows its page', async () => {
		const response = await fetch(simulator.url);
		expect(response.headers.get('content-type')).toMatch(/^text\/html/);
		expect((await fetch(`${simulator.url}/page/..%2findex.ts`)).status).toBe(404);
	});

	it('starts in well under 50 ms and closes completely', async () => {
		const started = performance.now();
		const another = await startSimulator();
		expect(performance.now() - started).toBeLessThan(50);
		await sendTemplate(another, 'badge_pickup', [namedBody({ first_name: 'A' })]);
		await another.close();
		await expect(fetch(another.url)).rejects.toThrow();
	});
});
