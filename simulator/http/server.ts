import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer, Request } from './router.ts';

/** WhatsApp takes documents up to 100 MB; the simulator reads a little more, to refuse it. */
const LARGEST_BODY = 105 * 1024 * 1024;

/** A listening server. */
export interface Listening {
	url: string;
	close(): Promise<void>;
}

/**
 * Serves requests until closed. Port 0 takes a free one.
 *
 * @param handle answers; `undefined` leaves the response as it is (hanging, reset or streaming)
 */
export async function listen(
	handle: (request: Request) => Promise<Answer | undefined>,
	{ port, host }: { port: number; host: string },
): Promise<Listening> {
	const server = createServer((message, response) => {
		void serve(message, response, handle);
	});
	// Clients that keep a connection for their next burst must not meet a closing one.
	server.keepAliveTimeout = 65_000;
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, () => {
			server.off('error', reject);
			resolve();
		});
	});
	const address = server.address() as AddressInfo;
	const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
	return { url: `http://${name}:${address.port}`, close: () => close(server) };
}

async function serve(
	message: IncomingMessage,
	response: ServerResponse,
	handle: (request: Request) => Promise<Answer | undefined>,
): Promise<void> {
	response.on('error', () => response.destroy());
	try {
		const body = await read(message);
		if (body === undefined) {
			write(response, { status: 413, json: { error: 'The body is too large.' } });
			return;
		}
		const host = message.headers.host ?? 'localhost';
		const url = new URL(message.url ?? '/', 'http://localhost');
		const answer = await handle({
			method: message.method ?? 'GET',
			path: url.pathname,
			query: url.searchParams,
			headers: message.headers,
			body,
			origin: `http://${host}`,
			params: {},
			response,
		});
		if (answer !== undefined) write(response, answer);
	} catch (error) {
		if (message.destroyed && !message.complete) return;
		const text = error instanceof Error ? error.message : String(error);
		write(response, { status: 500, json: { error: text } });
	}
}

async function read(message: IncomingMessage): Promise<Buffer | undefined> {
	const parts: Buffer[] = [];
	let size = 0;
	for await (const part of message as AsyncIterable<Buffer>) {
		size += part.length;
		if (size > LARGEST_BODY) return undefined;
		parts.push(part);
	}
	return parts.length === 1 ? parts[0] : Buffer.concat(parts);
}

function write(response: ServerResponse, answer: Answer): void {
	if (response.headersSent || response.destroyed) return;
	const payload =
		answer.json === undefined ? (answer.bytes ?? '') : Buffer.from(JSON.stringify(answer.json));
	response.writeHead(answer.status, {
		...(answer.json === undefined ? {} : { 'Content-Type': 'application/json; charset=UTF-8' }),
		'Content-Length': Buffer.byteLength(payload),
		...answer.headers,
	});
	response.end(payload);
}

async function close(server: Server): Promise<void> {
	await new Promise<void>((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}
