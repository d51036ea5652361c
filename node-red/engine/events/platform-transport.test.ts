import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { platformTransport } from './platform-transport';

let server: Server | undefined;
afterEach(() => {
	server?.closeAllConnections();
	server?.close();
});

/** A platform's API that answers so, and its address. */
async function answering(listener: RequestListener): Promise<string> {
	server = createServer(listener).listen(0, '127.0.0.1');
	await new Promise((resolve) => server?.once('listening', resolve));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const get = async (url: string, timeoutMs = 2000) =>
	await platformTransport({ url, headers: { Authorization: 'Token secret' }, timeoutMs });

describe('asking a platform’s API', () => {
	test('hands over its JSON, and the token goes along', async () => {
		const url = await answering((request, response) => {
			response.setHeader('Content-Type', 'application/json');
			response.end(JSON.stringify({ token: request.headers.authorization }));
		});
		expect(await get(url)).toEqual({ status: 200, body: { token: 'Token secret' } });
	});

	test('takes every status for an answer', async () => {
		const url = await answering((_, response) => response.writeHead(404).end('not here'));
		expect(await get(url)).toMatchObject({ status: 404 });
	});

	test('follows no redirect', async () => {
		let asked = 0;
		const url = await answering((_, response) => {
			asked++;
			response.writeHead(302, { Location: '/elsewhere' }).end();
		});
		expect(await get(url)).toMatchObject({ status: 302 });
		expect(asked).toBe(1);
	});

	test.each([
		['says nothing', () => undefined],
		['never ends', (response: { write(text: string): void }) => response.write('{"half":')],
	])('gives up on one that %s', async (_, answer) => {
		const url = await answering((__, response) => void answer(response));
		await expect(get(url, 150)).rejects.toThrow();
	});

	test('gives up on an answer that has no end', async () => {
		const url = await answering((_, response) => {
			const more = (): void => void (response.write('x'.repeat(1_000_000)) && setImmediate(more));
			response.on('drain', more);
			more();
		});
		await expect(get(url, 10_000)).rejects.toThrow(/maxContentLength/);
	});
});
