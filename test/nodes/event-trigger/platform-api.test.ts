import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { exampleBody } from '../../../examples/read-example';
import { InProcessEngine } from '../../engine/n8n-in-process';
import { post, SECRET } from './desk';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const EXAMPLES = path.join(__dirname, '../../../examples/pretix/api');

let answer: Answer;
let server: Server;
let asked: Array<{ url: string; authorization: string | undefined }>;

beforeEach(async () => {
	asked = [];
	server = createServer((request, response) => {
		asked.push({ url: String(request.url), authorization: request.headers.authorization });
		answer(request, response);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
	await new Promise((resolve) => server.close(resolve));
});

const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/`;

const example: Answer = ({ url = '' }, response) => {
	const file = /orders\//.test(url)
		? 'order-paid'
		: /items/.test(url)
			? 'items'
			: /questions/.test(url)
				? 'questions'
				: 'event';
	response.setHeader('Content-Type', 'application/json');
	response.end(readFileSync(path.join(EXAMPLES, `${file}.json`)));
};

const receive = async (credential: Record<string, string> = {}) => {
	const engine = new InProcessEngine({
		whatsAppEventWebhookApi: {
			...{ secret: SECRET, apiAddress: address(), apiToken: 'organiser-token' },
			...credential,
		},
	});
	const call = { headers: {}, query: { secret: SECRET } };
	const webhook = exampleBody('pretix/order.paid');
	return await post(engine, webhook, { platform: 'pretix', handOut: 'notices' }, call);
};

test('a webhook with numbers only is completed from the API, with the token and by nobody else', async () => {
	answer = example;
	const { status, messages } = await receive();

	expect(status).toBe(200);
	expect(messages).toMatchObject([{ type: 'registration.completed', source: 'pretix' }]);
	expect(new Set(asked.map(({ authorization }) => authorization))).toEqual(
		new Set(['Token organiser-token']),
	);
	expect(asked.every(({ url }) => url.startsWith('/api/v1/organizers/'))).toBe(true);
});

test.each<[string, Answer]>([
	['does not answer', (request) => request.socket.destroy()],
	['is down', (_, response) => response.writeHead(503).end('{}')],
	['refuses the token', (_, response) => response.writeHead(401).end('{}')],
	['answers with a page', (_, response) => response.end('<html>maintenance</html>')],
	[
		'leads elsewhere, where the token must not go',
		(_, response) => response.writeHead(302, { Location: 'http://127.0.0.1:1/stolen' }).end(),
	],
])('where the API %s, the platform is asked to deliver again', async (_, broken) => {
	answer = broken;

	expect(await receive()).toMatchObject({ status: 502, ran: false });
	expect(asked.some(({ url }) => url.includes('stolen'))).toBe(false);
});

test('without a token nothing is asked, and the platform delivers again', async () => {
	answer = example;

	expect(await receive({ apiToken: ' ' })).toMatchObject({ status: 502, ran: false });
	expect(asked).toEqual([]);
});
