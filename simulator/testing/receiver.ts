import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call that a receiver took. */
export interface ReceivedCall {
	method: string;
	path: string;
	headers: IncomingHttpHeaders;
	/** The bytes as they came. */
	raw: string;
}

/** A server that takes webhooks, answers the handshake and remembers everything. */
export interface Receiver {
	url: string;
	/** POSTs only. */
	calls: ReceivedCall[];
	handshakes: ReceivedCall[];
	/** Statuses to answer POSTs with, one each; then 200. */
	statuses: number[];
	/** What the handshake is answered with; the challenge by default. */
	challenge: ((given: string) => { status: number; body: string }) | undefined;
	/** Resolves when so many POSTs have come. */
	received(count: number): Promise<ReceivedCall[]>;
	close(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
	const waiting: Array<() => void> = [];
	const receiver: Omit<Receiver, 'url'> = {
		calls: [],
		handshakes: [],
		statuses: [],
		challenge: undefined,
		async received(count) {
			const until = Date.now() + 5000;
			while (receiver.calls.length < count) {
				if (Date.now() > until) {
					throw new Error(`${receiver.calls.length} of ${count} calls came`);
				}
				await new Promise<void>((resolve) => {
					waiting.push(resolve);
					setTimeout(resolve, 100);
				});
			}
			return receiver.calls;
		},
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
	const server = createServer((request, response) => {
		let raw = '';
		request.setEncoding('utf8');
		request.on('data', (part: string) => (raw += part));
		request.on('end', () => {
			const { method = '', url = '', headers } = request;
			const call = { method, path: url, headers, raw };
			if (method === 'GET') {
				receiver.handshakes.push(call);
				const given = new URL(url, 'http://x').searchParams.get('hub.challenge') ?? '';
				const answer = receiver.challenge?.(given) ?? { status: 200, body: given };
				response.writeHead(answer.status).end(answer.body);
				return;
			}
			receiver.calls.push(call);
			response.writeHead(receiver.statuses.shift() ?? 200).end();
			for (const wake of waiting.splice(0)) wake();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return Object.assign(receiver, { url: `http://127.0.0.1:${port}/hook` });
}
