// Manage Template behind HTTP in a real Node-RED: definitions in, results out, as a flow would have them.
import { createServer } from 'node:http';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { credentialDataOf, json } from '../../../scripts/lib/demo.mjs';
import { repoRoot } from '../../../scripts/lib/paths.mjs';

const PACK = path.join(repoRoot, 'flows/templates');

/** The forty ready-made definitions. */
export async function readPack() {
	const folders = (await readdir(PACK, { withFileTypes: true })).filter((entry) =>
		entry.isDirectory(),
	);
	const files = await Promise.all(
		folders.map(async ({ name }) =>
			(await readdir(path.join(PACK, name))).map((file) => path.join(PACK, name, file)),
		),
	);
	return await Promise.all(
		files.flat().map(async (file) => JSON.parse(await readFile(file, 'utf8'))),
	);
}

/** One operation: http in, Manage Template, both outputs joined, http response. */
const way = (id, operation, more, y) => [
	{
		id: `${id}-in`,
		type: 'http in',
		z: 'desk',
		url: `/${id}`,
		method: 'post',
		x: 100,
		y,
		wires: [[id]],
	},
	{
		...{
			id,
			type: 'whatsapp-manage-template',
			z: 'desk',
			name: '',
			account: 'desk-account',
			operation,
		},
		...{ definitionFrom: 'message', definition: 'payload', definitionType: 'msg', timeout: 30 },
		...{ x: 300, y, wires: [[`${id}-join`], [`${id}-join`]], ...more },
	},
	{
		...{ id: `${id}-join`, type: 'join', z: 'desk', mode: 'auto', build: 'array' },
		...{ x: 500, y, wires: [[`${id}-out`]] },
	},
	{ id: `${id}-out`, type: 'http response', z: 'desk', statusCode: '', x: 700, y, wires: [] },
];

/** A flow that applies, plans and deletes, and sends what WhatsApp tells of templates to `heardUrl`. */
export async function deskFlow(nodeRed, simulatorUrl, heardUrl) {
	const { accessToken, appSecret, verifyToken, ...fields } = credentialDataOf(
		await json(`${simulatorUrl}/sim/credentials`),
	);
	const named = { template: 'payload', templateType: 'msg' };
	return [
		{ id: 'desk', type: 'tab', label: 'Desk' },
		{
			...{ id: 'desk-account', type: 'whatsapp-account', name: 'Simulator', rememberDays: 90 },
			...fields,
			credentials: { accessToken, appSecret, verifyToken },
		},
		...way('apply', 'apply', {}, 100),
		...way('plan', 'apply', { dryRun: true }, 200),
		...way('delete', 'delete', named, 300),
		{
			...{ id: 'updates', type: 'whatsapp-business-trigger', z: 'desk', name: '', path: 'updates' },
			...{ account: 'desk-account', publicUrl: nodeRed.url, updates: ['templates'], scope: 'app' },
			...{ statuses: [], x: 100, y: 400, wires: [[], [], ['heard'], []] },
		},
		{
			...{
				id: 'heard',
				type: 'http request',
				z: 'desk',
				method: 'POST',
				url: heardUrl,
				ret: 'txt',
			},
			...{ x: 300, y: 400, wires: [[]] },
		},
	];
}

/** Takes what a flow heard, for as long as a test wants to wait for it. */
export async function listen() {
	const heard = [];
	const server = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk) => (body += chunk));
		request.on('end', () => {
			heard.push(...[JSON.parse(body)].flat());
			response.end('ok');
		});
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${server.address().port}/`,
		async until(fits, ms = 10_000) {
			for (const end = Date.now() + ms; Date.now() < end;) {
				const found = heard.find(fits);
				if (found) return found;
				await new Promise((resolve) => setTimeout(resolve, 50));
			}
			throw new Error(`Nothing like it was heard: ${JSON.stringify(heard)}`);
		},
		close: async () => await new Promise((resolve) => server.close(resolve)),
	};
}
