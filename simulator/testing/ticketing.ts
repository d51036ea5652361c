import { createHmac } from 'node:crypto';
import { startSimulator, type Simulator } from '../index.ts';
import type { JsonObject } from '../json.ts';
import { call, type JsonAnswer } from './caller.ts';
import { startReceiver, type ReceivedCall, type Receiver } from './receiver.ts';

export const SECRET = 's3cret';

export const aiko = {
	firstName: 'Aiko',
	lastName: 'Tanaka',
	email: 'aiko@example.com',
	phone: '+81 90-1234-5678',
	locale: 'ja',
};
export const ken = {
	firstName: 'Ken',
	lastName: 'Ito',
	email: 'ken@example.com',
	phone: '+819087654321',
};
export const mari = {
	firstName: 'Mari',
	lastName: 'Abe',
	email: 'mari@example.com',
	phone: '+818011112222',
};

/** A webhook as it came, its JSON read. */
export interface Webhook extends ReceivedCall {
	json: JsonObject;
}

/** One platform of a simulator, whose webhooks come in here. */
export interface TicketingSide {
	simulator: Simulator;
	receiver: Receiver;
	/** Does it at the platform; fails when it is refused. */
	act(action: string, body?: object): Promise<JsonObject>;
	/** What the simulator says against it. */
	refusal(action: string, body?: object): Promise<unknown>;
	/** So many webhooks, in no order; none more have come. */
	webhooks(count: number): Promise<Webhook[]>;
	/** Forgets the webhooks that came. */
	forget(): void;
	/** Asks the platform's own API. */
	ask(path: string, authorization?: string): Promise<JsonAnswer>;
	/** `GET /sim/ticketing`. */
	desk(): Promise<JsonObject>;
	close(): Promise<void>;
}

export async function startTicketing(platform: string): Promise<TicketingSide> {
	const [simulator, receiver] = await Promise.all([
		startSimulator({ settings: { ticketing: { retryMs: [10, 10, 10, 10] } } }),
		startReceiver(),
	]);
	await call(simulator, 'PUT', `/sim/ticketing/${platform}`, {
		target: receiver.url,
		secret: SECRET,
	});
	const post = (action: string, body: object) =>
		call(simulator, 'POST', `/sim/ticketing/${platform}/${action}`, body);
	return {
		simulator,
		receiver,
		async act(action, body = {}) {
			const { json, status } = await post(action, body);
			if (status !== 200) throw new Error(JSON.stringify(json));
			return json;
		},
		async refusal(action, body = {}) {
			return (await post(action, body)).json['error'];
		},
		async webhooks(count) {
			const calls = await receiver.received(count);
			if (calls.length > count) throw new Error(`${calls.length} webhooks instead of ${count}`);
			return calls.map((one) => ({ ...one, json: JSON.parse(one.raw) as JsonObject }));
		},
		forget: () => void (receiver.calls.length = 0),
		async ask(path, authorization) {
			const response = await fetch(`${simulator.url}/ticketing/${platform}${path}`, {
				redirect: 'manual',
				...(authorization === undefined ? {} : { headers: { Authorization: authorization } }),
			});
			const text = await response.text();
			const json = (text.startsWith('{') ? JSON.parse(text) : {}) as JsonObject;
			return { status: response.status, json };
		},
		async desk() {
			return (await call(simulator, 'GET', '/sim/ticketing')).json;
		},
		async close() {
			await simulator.close();
			await receiver.close();
		},
	};
}

/** HMAC-SHA256 in hex, computed anew from the bytes that came. */
export const hmacHex = (text: string, secret = SECRET): string =>
	createHmac('sha256', secret).update(text).digest('hex');
