import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSimulator, type Simulator } from '../../simulator/index';
import { useNodeRed, type SentMessage } from './runtime/node-red';

const FOLDER = path.join(__dirname, '../../flows/node-red');

interface FlowNode {
	id: string;
	type: string;
	name?: string;
	platform?: string;
	path?: string;
	wires?: string[][];
	[field: string]: unknown;
}

const read = (name: string) =>
	JSON.parse(readFileSync(path.join(FOLDER, `${name}.json`), 'utf8')) as FlowNode[];

const holder = useNodeRed();
let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

/** A shipped flow with what its first comment asks one to fill in. */
function filledIn(flow: FlowNode[]): FlowNode[] {
	const { accessToken, appSecret, verifyToken, ...fields } = simulator.credentials;
	return flow.map((node) => {
		switch (node.type) {
			case 'whatsapp-account':
				return { ...node, ...fields, credentials: { accessToken, appSecret, verifyToken } };
			case 'whatsapp-event-trigger':
				return {
					...node,
					credentials: { secret: 'a-secret-to-share' },
					event: {
						name: 'Test Conf',
						startsAt: '2030-05-20T10:00:00+09:00',
						timeZone: 'Asia/Tokyo',
						venue: 'Tokyo Forum',
						ticketName: 'General admission',
					},
				};
			case 'whatsapp-business-trigger':
				return { ...node, publicUrl: holder.nodeRed.url };
			default:
				return node;
		}
	});
}

/** What has left nodes until `enough` says so. */
async function sentUntil(enough: (sent: SentMessage[]) => boolean): Promise<SentMessage[]> {
	const all: SentMessage[] = [];
	for (let tries = 0; tries < 200 && !enough(all); tries++) {
		all.push(...(await holder.nodeRed.take()).sent);
		await sleep(50);
	}
	return all;
}

const from = (sent: SentMessage[], node: string, port = 0) =>
	sent.filter((entry) => entry.node === node && entry.port === port);

const REGISTRATION = {
	buyer: {
		firstName: 'Aiko',
		lastName: 'Tanaka',
		email: 'aiko@example.com',
		phone: '+81 90-1234-5678',
	},
};

async function register(platform: string): Promise<void> {
	const call = async (method: string, end: string, body: object) => {
		const response = await fetch(`${simulator.url}/sim/ticketing/${platform}${end}`, {
			method,
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify(body),
		});
		expect(response.ok).toBe(true);
	};
	await call('PUT', '', {
		target: `${holder.nodeRed.url}/whatsapp-events/event/${platform}`,
		secret: 'a-secret-to-share',
	});
	await call('POST', '/register', REGISTRATION);
}

describe('each shipped flow', () => {
	const names = readdirSync(FOLDER).map((file) => path.basename(file, '.json'));

	test.each(names)(
		'%s is complete: every wire leads somewhere, every node is known',
		async (name) => {
			const flow = read(name);
			const ids = new Set(flow.map(({ id }) => id));
			for (const { id, wires = [] } of flow) {
				for (const target of wires.flat())
					expect({ id, target: ids.has(target) }).toEqual({ id, target: true });
			}
			await holder.nodeRed.deploy(flow);
			const { log } = await holder.nodeRed.take();
			expect(log.filter(({ msg }) => /missing types|unrecognised|not loaded/i.test(msg))).toEqual(
				[],
			);
		},
	);

	test.each(names)('%s holds no address, number or secret of anybody', (name) => {
		const text = readFileSync(path.join(FOLDER, `${name}.json`), 'utf8');
		expect(text).not.toMatch(/credentials|EAA|127\.0\.0\.1/);
		for (const { type, ...node } of read(name)) {
			if (type === 'whatsapp-account')
				expect(node).toMatchObject({ businessAccountId: '', phoneNumberId: '' });
		}
	});

	test('together show every node of the package', () => {
		const manifest = JSON.parse(
			readFileSync(path.join(FOLDER, '../../node-red/package.json'), 'utf8'),
		) as { 'node-red': { nodes: object } };
		const shown = new Set(names.flatMap((name) => read(name).map(({ type }) => type)));
		expect(Object.keys(manifest['node-red'].nodes).filter((type) => !shown.has(type))).toEqual([]);
	});
});

describe('the registration flow', () => {
	beforeEach(async () => {
		await holder.nodeRed.deploy(filledIn(read('registration')));
		await holder.nodeRed.take();
	});

	test.each(['zoho-backstage', 'tito', 'generic'])(
		'sends one message for a webhook of %s',
		async (platform) => {
			await register(platform);
			const sent = await sentUntil((all) => from(all, 'reg-send').length > 0);

			expect(from(sent, 'reg-send')[0]?.msg.payload).toMatchObject({
				outcome: 'accepted',
				recipient: '…5678',
			});
			expect(simulator.control.stats().messages).toMatchObject({ accepted: 1, phones: 1 });
		},
	);

	test('says who got nothing, why, and what to do', async () => {
		simulator.control.change({ recipients: { '819012345678': { refuse: 131030 } } });
		await register('generic');
		const sent = await sentUntil((all) => from(all, 'reg-why').length > 0);

		expect(from(sent, 'reg-why')[0]?.msg.payload).toEqual({
			who: 'Aiko Tanaka',
			phone: '…5678',
			outcome: 'rejected',
			why: expect.stringContaining('131030'),
			'what to do': expect.stringMatching(/\w/),
		});
	});

	test('sends to nobody when its own trial is run as it comes', async () => {
		await holder.nodeRed.push('reg-try', {});
		const sent = await sentUntil((all) => from(all, 'reg-messages', 1).length > 0);

		expect(from(sent, 'reg-messages', 1)[0]?.msg.payload).toMatchObject({
			reason: 'phone_missing',
		});
		expect(simulator.control.stats().messages.accepted).toBe(0);
	});
});

describe('the delivery status flow', () => {
	test('runs for sent, delivered and read, each with the delivery key', async () => {
		const nodes = [...read('registration'), ...read('delivery-status')];
		const unique = [...new Map(nodes.map((node) => [node.id, node])).values()];
		await holder.nodeRed.deploy(filledIn(unique));
		for (let tries = 0; tries < 100; tries++) {
			const subscribed = (await holder.nodeRed.take()).statuses.some(
				({ node, status }) => node === 'st-trigger' && status.text === 'subscribed',
			);
			if (subscribed) break;
			await sleep(50);
		}
		await register('generic');
		const sent = await sentUntil((all) =>
			[0, 1, 2].every((port) => from(all, 'st-switch', port).length > 0),
		);

		for (const [port, status] of ['sent', 'delivered', 'read'].entries()) {
			expect(from(sent, 'st-switch', port)).toEqual([
				expect.objectContaining({
					msg: expect.objectContaining({
						payload: expect.objectContaining({ status, deliveryKey: expect.stringMatching(/:/) }),
					}),
				}),
			]);
		}
	});
});
