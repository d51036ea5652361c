import { createRequire } from 'node:module';
import { startSimulator, type Simulator } from '../../../simulator/index';
import { accountNode, flowOf } from '../desk';
import { useNodeRed } from '../runtime/node-red';

// The bcrypt Node-RED itself checks passwords with.
const fromNodeRed = createRequire(createRequire(__filename).resolve('@node-red/editor-api'));
const { hashSync } = fromNodeRed('bcryptjs') as { hashSync(text: string, rounds: number): string };

const password = hashSync('secret', 4);
const holder = useNodeRed({
	settings: {
		adminAuth: {
			type: 'credentials',
			users: [
				{ username: 'reader', password, permissions: 'read' },
				{ username: 'owner', password, permissions: '*' },
			],
		},
	},
});

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
	await holder.nodeRed.deploy(flowOf(accountNode(simulator)));
});
afterAll(async () => await simulator.close());

async function tokenOf(username: string): Promise<string> {
	const answer = await fetch(`${holder.nodeRed.url}/auth/token`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({
			client_id: 'node-red-admin',
			grant_type: 'password',
			// What the user may do.
			scope: '',
			username,
			password: 'secret',
		}),
	});
	const { access_token } = (await answer.json()) as { access_token: string };
	expect(access_token).toBeTruthy();
	return access_token;
}

const ask = async (user: string | undefined, method: string, path: string) => {
	const authorization = user ? { Authorization: `Bearer ${await tokenOf(user)}` } : undefined;
	const answer = await fetch(`${holder.nodeRed.url}/whatsapp-events/${path}`, {
		method,
		headers: { 'Content-Type': 'application/json', ...authorization },
		...(method === 'POST' ? { body: JSON.stringify({ account: { id: 'account' } }) } : {}),
	});
	return answer.status;
};

const WRITES = [
	'account/test',
	'templates',
	'template',
	'templates/all',
	'templates/drafts',
	'trigger/subscription',
	'trigger/account/sample',
	'notification/account/check',
	'notification/account/send',
	'notification/account/page',
	'credits/look/balance',
	'credits/purchases',
	'credits/purchases/add',
	'credits/purchases/remove',
];

test.each(WRITES)('%s is for those who may change flows', async (path) => {
	expect(await ask(undefined, 'POST', path)).toBe(401);
	expect(await ask('reader', 'POST', path)).toBe(401);
	expect(await ask('owner', 'POST', path)).not.toBe(401);
});

test('nothing was asked of WhatsApp for the others', async () => {
	const before = simulator.control.calls().length;
	for (const path of WRITES) await ask('reader', 'POST', path);

	expect(simulator.control.calls()).toHaveLength(before);
});

test.each(['catalogue', 'templates/ready-made'])(
	'%s is for everybody who may look',
	async (path) => {
		expect(await ask(undefined, 'GET', path)).toBe(401);
		expect(await ask('reader', 'GET', path)).toBe(200);
		expect(await ask('owner', 'GET', path)).toBe(200);
	},
);

test('webhooks come in without a login', async () => {
	const url = `${holder.nodeRed.url}/whatsapp-events/whatsapp/nobody`;

	expect((await fetch(url, { method: 'POST' })).status).toBe(404);
});
