import { readFileSync } from 'node:fs';
import path from 'node:path';
import { providerCredentials } from '../../node-red/engine/credits/provider-access';
import { startSimulator, type Simulator } from '../../simulator/index';
import { forgetDeliveries } from '../contract/adapters/node-red/ledger-file';
import { control } from './check-credits/desk';
import { useNodeRed } from './runtime/node-red';

const ROOT = path.join(__dirname, '../..');

interface FlowNode {
	id: string;
	type: string;
	env?: Array<{ name: string }>;
	[field: string]: unknown;
}

const read = (name: string) =>
	JSON.parse(readFileSync(path.join(ROOT, `flows/node-red/${name}.json`), 'utf8')) as FlowNode[];

const holder = useNodeRed();
let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
	forgetDeliveries(holder.nodeRed.userDir);
});
afterEach(async () => await simulator.close());

const sim = async (method: string, end: string, body?: object) =>
	await control(simulator, method, end, body);

/** A shipped flow with what its first comment asks one to fill in. */
async function deploy(name: string, change: (node: FlowNode) => FlowNode = (node) => node) {
	const { accessToken, appSecret, verifyToken, ...fields } = simulator.credentials;
	await holder.nodeRed.deploy(
		read(name).map((node) =>
			change(
				node.type === 'whatsapp-account'
					? { ...node, ...fields, credentials: { accessToken, appSecret, verifyToken } }
					: node,
			),
		),
	);
	await holder.nodeRed.take();
}

const sentBy = async (id: string, port = 0) =>
	(await holder.nodeRed.take()).sent.filter((one) => one.node === id && one.port === port);

test('Credits page shows the page', async () => {
	await deploy('credits-page');
	const answer = await fetch(`${holder.nodeRed.url}/credits`);

	expect(answer.headers.get('content-type')).toContain('text/html');
	const page = await answer.text();
	expect(page).toContain('WhatsApp credits');
	// Billed by Meta, as it comes: one pays there.
	expect(page).toMatch(/<a href="https:\/\/business\.facebook\.com/);
}, 30_000);

test('Low credit alert tells once, and once when it is enough again', async () => {
	await sim('PATCH', 'money', { funding: 'none' });
	await deploy('low-credit-alert');
	await holder.nodeRed.input('low-guard', {});
	await holder.nodeRed.input('low-guard', {});
	const low = await sentBy('low-low');
	expect(low).toMatchObject([{ msg: { topic: 'WhatsApp credit is low' } }]);
	expect(String(low[0]?.msg.payload)).toMatch(/\w/);

	await sim('PATCH', 'money', { funding: 'card' });
	await holder.nodeRed.input('low-guard', {});
	await holder.nodeRed.input('low-guard', {});
	expect(await sentBy('low-good')).toMatchObject([
		{ msg: { topic: 'WhatsApp credit is fine again' } },
	]);
}, 30_000);

test('Watch account tells of a ban once, with what to do', async () => {
	await deploy('watch-account');
	await sim('POST', 'account/ban', {});
	await holder.nodeRed.input('wac-health', {});
	await holder.nodeRed.input('wac-health', {});
	const [told, ...more] = await sentBy('wac-text');

	expect(told?.msg.topic).toMatch(/\w/);
	expect(String(told?.msg.payload)).toMatch(/\w{3,}/);
	expect(more).toEqual([]);
}, 30_000);

test('Watch account tells once of messages that could not be paid, and never that it is over', async () => {
	await deploy('watch-account');
	const failed = (id: string, code: number) => ({
		payload: {
			...{ field: 'messages', kind: 'status', output: 'statuses', status: 'failed', key: id },
			...{ businessAccountId: simulator.credentials.businessAccountId, messageId: id },
			occurredAt: '2026-10-05T10:11:12.000Z',
			errors: [{ code, title: 'As Meta words it', class: 'money', whatToDo: '' }],
			raw: {},
		},
	});
	await holder.nodeRed.input('wac-health', failed('1', 131026));
	await holder.nodeRed.input('wac-health', failed('2', 131042));
	await holder.nodeRed.input('wac-health', failed('3', 131042));
	await holder.nodeRed.input('wac-health', {});

	expect((await sentBy('wac-text')).map(({ msg }) => msg.topic)).toEqual([
		'The account cannot be charged',
	]);
}, 30_000);

describe('Buy credits', () => {
	const pay = async () =>
		await fetch(`${holder.nodeRed.url}/buy-credits/pay`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
			body: 'credits=40',
			redirect: 'manual',
		});

	const form = async (asked = '') =>
		await (await fetch(`${holder.nodeRed.url}/buy-credits${asked}`)).text();

	test('shows what the credits cost before anything is sent off', async () => {
		await deploy('buy-credits', (node) =>
			node.id === 'buy-price' ? { ...node, creditPrice: 3, taxPercent: 10, fee: 1 } : node,
		);
		expect(await form()).toContain('$133.10 (credits $120.00, fee $1.00, tax $12.10)');
		const two = await form('?credits=2');
		expect(two).toContain('name="credits" type="number" min="1" max="9999999" step="1" value="2"');
		expect(two).toContain('$7.70');
		for (const nonsense of ['?credits=', '?credits=many', '?credits=1&credits=2', '?credits=-4'])
			expect(await form(nonsense)).toContain('value="40"');
	}, 30_000);

	test('says what is wrong with the price, in place of a form', async () => {
		await deploy('buy-credits', (node) =>
			node.id === 'buy-price' ? { ...node, creditPrice: 0 } : node,
		);
		expect(await form()).toMatch(/Nothing was paid\. The price of a credit has to be more than 0/);
	}, 30_000);

	test('thanks with the balance, and a time for people', async () => {
		await deploy('buy-credits');
		const page = await (await fetch(`${holder.nodeRed.url}/buy-credits/thanks`)).text();
		const zone = 'America/Los Angeles';
		expect(page.replaceAll('&#x2F;', '/')).toMatch(
			new RegExp(`As of \\w{3} \\d{1,2}, \\d{4}, \\d{1,2}:\\d\\d [AP]M \\(${zone}\\)`),
		);
	}, 30_000);

	test('leads to a page of Stripe with the total', async () => {
		const { secretKey } = (await sim('GET', 'stripe')) as { secretKey: string };
		await deploy('buy-credits', (node) => {
			if (node.id === 'buy-stripe') return { ...node, credentials: { password: secretKey } };
			const env = node.env?.map((one) =>
				one.name === 'STRIPE_ADDRESS' ? { ...one, value: `${simulator.url}/sim/stripe` } : one,
			);
			return env ? { ...node, env } : node;
		});
		expect(await form()).toContain('<form');
		const answer = await pay();

		expect(answer.status).toBe(303);
		expect(answer.headers.get('location')).toMatch(/^http.*\/stripe/);
		const { sessions } = (await sim('GET', 'stripe')) as { sessions: Array<object> };
		expect(sessions).toMatchObject([{ amount_total: 8000, currency: 'usd' }]);
	}, 30_000);

	test('leads to Meta and says why, where Meta bills', async () => {
		await deploy('buy-credits', (node) =>
			node.id === 'buy-price' ? { ...node, balanceFrom: 'meta' } : node,
		);
		for (const page of [await form(), await (await pay()).text()]) {
			expect(page).toContain('business.facebook.com');
			expect(page).toMatch(/bills/);
		}
	}, 30_000);
});

test('the editor keeps every field of every provider apart from the flow', () => {
	const html = readFileSync(
		path.join(ROOT, 'node-red/nodes/whatsapp-credit-provider/whatsapp-credit-provider.html'),
		'utf8',
	);
	const [, listed = ''] = /credentials: \{([\s\S]*?)\n\t\t\},/.exec(html) ?? [];
	const fields = [...listed.matchAll(/(\w+): \{ type: '(\w+)' \}/g)].map(([, name, type]) => [
		name,
		{ type },
	]);
	expect(Object.fromEntries(fields)).toEqual(providerCredentials());
});
