// Takes a platform's webhooks instead of the engine, so that they can be delivered in any order and as often as one likes.
import http from 'node:http';
import { once } from 'node:events';
import { json } from '../../scripts/lib/demo.mjs';

export class Capture {
	#calls = [];

	constructor(simulatorUrl, server) {
		this.simulatorUrl = simulatorUrl;
		this.server = server;
	}

	static async open(simulatorUrl) {
		const server = http.createServer();
		const capture = new Capture(simulatorUrl, server);
		server.on('request', async (request, response) => {
			const chunks = [];
			for await (const chunk of request) chunks.push(chunk);
			// Some ask with a GET first whether anybody is there.
			if (request.method === 'POST') {
				capture.#calls.push({
					url: request.url,
					headers: request.headers,
					body: Buffer.concat(chunks),
				});
			}
			response.end('ok');
		});
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		return capture;
	}

	/**
	 * Does something on the platform; nobody hears of it yet.
	 *
	 * @returns what the action answered, and `webhooks`, to be delivered with `deliver`
	 */
	async act(platform, action, body) {
		this.#calls = [];
		const target = `http://127.0.0.1:${this.server.address().port}/hook`;
		const answer = await json(`${this.simulatorUrl}/sim/ticketing/${platform}/${action}`, 'POST', {
			...body,
			target,
		});
		return {
			...answer,
			ticket: answer.ticket ?? answer.tickets?.[0],
			webhooks: this.#calls.map((call) => ({ ...call, platform, action })),
		};
	}

	async close() {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}
}

const HOP = new Set(['host', 'connection', 'content-length', 'transfer-encoding']);

/**
 * Delivers a captured webhook to every address of the platform that listens to such an action.
 *
 * @returns the statuses
 */
export async function deliver(simulatorUrl, { platform, action, url, headers, body }) {
	const { platforms } = await json(`${simulatorUrl}/sim/ticketing`);
	const targets = platforms
		.find(({ id }) => id === platform)
		.targets.filter(({ actions }) => actions === undefined || actions.includes(action));
	const suffix = url.slice('/hook'.length);
	const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP.has(name)));
	return await Promise.all(
		targets.map(async ({ target }) => {
			const answer = await fetch(addressOf(target, suffix), {
				method: 'POST',
				headers: kept,
				body,
			});
			await answer.arrayBuffer();
			return answer.status;
		}),
	);
}

/** What the platform puts behind its address: a path, a query with the secret. */
function addressOf(target, suffix) {
	const [path, query] = suffix.split('?');
	const url = new URL(target);
	url.pathname += path;
	for (const [name, value] of new URLSearchParams(query ?? '')) url.searchParams.set(name, value);
	return url;
}
