import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { GraphRequest } from '../../core/ports';
import { GraphClient, OpenRequests } from './transport';

type Answer = (request: IncomingMessage & { raw: string }, response: ServerResponse) => unknown;

let server: Server;
let client: GraphClient;
let sockets: Set<Socket>;
let requests: Array<IncomingMessage & { raw: string }>;
let answer: Answer;

beforeEach(async () => {
	sockets = new Set();
	requests = [];
	server = createServer((request, response) => {
		let raw = '';
		request.setEncoding('utf8').on('data', (part: string) => (raw += part));
		request.on('end', () => {
			const taken = Object.assign(request, { raw });
			requests.push(taken);
			answer(taken, response);
		});
	});
	server.on('connection', (socket) => sockets.add(socket));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	client = new GraphClient(url(), 'THE_TOKEN');
});
afterEach(async () => {
	client.close();
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const post = (more: Partial<GraphRequest> = {}, requests?: OpenRequests) =>
	client.transport(requests)({
		method: 'POST',
		path: '/v26.0/1/messages',
		body: { to: '1' },
		timeoutMs: 5000,
		...more,
	});

const json = (status: number, body: unknown): Answer => {
	return (_request, response) =>
		response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
};

describe('an answer', () => {
	test.each([200, 400, 401, 429, 500, 503])('with status %s is an answer', async (status) => {
		answer = json(status, { a: 1 });

		expect(await post()).toMatchObject({ status, body: { a: 1 } });
	});

	test('that is no JSON is its text', async () => {
		answer = (_request, response) => response.writeHead(502).end('<html>Bad gateway</html>');
		expect(await post()).toMatchObject({ status: 502, body: '<html>Bad gateway</html>' });

		answer = (_request, response) => response.writeHead(204).end();
		expect(await post()).toMatchObject({ status: 204, body: '' });
	});

	test('that sends one elsewhere is not followed: a POST could arrive twice', async () => {
		answer = (_request, response) => response.writeHead(307, { Location: `${url()}/other` }).end();

		expect((await post()).status).toBe(307);
		expect(requests).toHaveLength(1);
	});

	test('may take longer than a connection waits for its next request', async () => {
		answer = (request, response) => setTimeout(() => json(200, {})(request, response), 3400);

		expect((await post()).status).toBe(200);
	});
});

describe('a request', () => {
	test('carries the token, and another one where the call says so', async () => {
		answer = json(200, {});
		await post();
		await post({ accessToken: 'APP|SECRET' });

		expect(requests.map(({ headers }) => headers.authorization)).toEqual([
			'Bearer THE_TOKEN',
			'Bearer APP|SECRET',
		]);
		expect(requests[0]?.raw).toBe('{"to":"1"}');
	});

	test('carries its query, escaped', async () => {
		answer = json(200, {});
		await post({ method: 'GET', body: undefined, query: { name: 'a&b c', limit: '1' } });

		const { searchParams } = new URL(requests[0]?.url ?? '', url());
		expect(Object.fromEntries(searchParams)).toEqual({ name: 'a&b c', limit: '1' });
	});

	test('may be a file', async () => {
		answer = json(200, {});
		const data = Buffer.from('a picture');
		const file = { field: 'file', name: 'a.png', mimeType: 'image/png', data, fields: { a: 'b' } };
		await post({ body: undefined, file });

		expect(requests[0]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
		expect(requests[0]?.raw).toContain('a picture');
		expect(requests[0]?.raw).toContain('name="a"');
	});

	test('takes a connection that is open already', async () => {
		answer = json(200, {});
		for (let i = 0; i < 5; i++) await post();

		expect(sockets.size).toBe(1);
	});
});

describe('no answer', () => {
	test.each<[string, Answer, Partial<GraphRequest>]>([
		['because it takes too long', () => {}, { timeoutMs: 100 }],
		[
			'because it stops in the middle',
			(_request, response) => response.writeHead(200, { 'Content-Length': '100' }).write('{"a":'),
			{ timeoutMs: 100 },
		],
		['because the connection breaks', (request) => request.socket.destroy(), {}],
		[
			'because the connection breaks in the middle',
			(request, response) => {
				response.writeHead(200, { 'Content-Length': '100' }).write('{"a":');
				setTimeout(() => request.socket.destroy(), 20);
			},
			{},
		],
	])('%s leaves open whether it arrived', async (_, broken, more) => {
		answer = broken;

		await expect(post(more)).rejects.toMatchObject({ name: 'TransportError', left: true });
	});

	test('because it was called off leaves open whether it arrived', async () => {
		answer = () => {};
		const requests = new OpenRequests();
		const request = post({}, requests);
		await sleep(50);
		requests.abort();

		await expect(request).rejects.toMatchObject({ left: true, code: 'ERR_CANCELED' });
	});

	test.each(['http://127.0.0.1:9', 'http://no-such-host.invalid', 'https://127.0.0.1:9'])(
		'of %s means that it never left',
		async (nowhere) => {
			client = new GraphClient(nowhere, 'THE_TOKEN');

			const failure = await post().catch((error: unknown) => error);
			expect(failure).toMatchObject({ name: 'TransportError', left: false });
			expect((failure as Error).message).not.toContain('THE_TOKEN');
		},
	);
});

test('closing ends idle connections, and lets what is under way have its answer', async () => {
	answer = json(200, {});
	await post();
	answer = (request, response) => setTimeout(() => json(201, {})(request, response), 200);
	const idle = sockets.size;
	const underWay = [post(), post()];
	await sleep(50);
	client.close();

	expect(idle).toBe(1);
	expect((await Promise.all(underWay)).map(({ status }) => status)).toEqual([201, 201]);
});
