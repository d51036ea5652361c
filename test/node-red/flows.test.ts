import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { automations } from '../../core/events/automations';
import { startSimulator, type Simulator } from '../../simulator/index';
import { forgetDeliveries } from '../contract/adapters/node-red/ledger-file';
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
	// The file outlives a test as it outlives a deployment.
	forgetDeliveries(holder.nodeRed.userDir);
});
afterEach(async () => await simulator.close());

/** What the platforms do not tell. */
const EVENT = {
	name: 'Test Conf',
	startsAt: '2030-05-20T10:00:00+09:00',
	timeZone: 'Asia/Tokyo',
	venue: 'Tokyo Forum',
	ticketName: 'General admission',
	url: 'https://test-conf.example/',
};

/** Shipped without numbers, so that nobody writes to a stranger. */
const withPhones = (payload: string) =>
	payload.replaceAll('"phone":""', '"phone":"+81 90-1234-5678"');

/** A shipped flow with what its first comment asks one to fill in. */
function filledIn(flow: FlowNode[]): FlowNode[] {
	const { accessToken, appSecret, verifyToken, ...fields } = simulator.credentials;
	return flow.map((node) => {
		switch (node.type) {
			case 'whatsapp-account':
				return { ...node, ...fields, credentials: { accessToken, appSecret, verifyToken } };
			case 'whatsapp-event-trigger':
				return { ...node, credentials: { secret: 'a-secret-to-share' }, event: EVENT };
			case 'whatsapp-event-messages':
				return { ...node, event: EVENT };
			case 'inject':
				return { ...node, payload: withPhones(String(node.payload)) };
			case 'whatsapp-business-trigger':
				return { ...node, publicUrl: holder.nodeRed.url };
			case 'whatsapp-manage-template':
				// Asks every few milliseconds, where it waits.
				return { ...node, waitMinutes: 0.002 };
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

/** Until a trigger says that WhatsApp really calls it. */
async function subscribed(trigger: string): Promise<void> {
	await holder.nodeRed.takeUntil(({ statuses }) =>
		statuses.some(({ node, status }) => node === trigger && status.text === 'subscribed'),
	);
}

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
		target: `${holder.nodeRed.url}/whatsapp-events/event/registration`,
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

	test.each(names)('%s fits beside the side bar, one node beside the other', (name) => {
		const placed = read(name).filter(({ type, z }) => z !== undefined && type !== 'group');
		const seen = new Set<string>();
		for (const { id, x, y } of placed as Array<FlowNode & { x: number; y: number }>) {
			expect({ id, fits: x >= 80 && x <= 870 && y >= 40 && y <= 640 }).toEqual({ id, fits: true });
			expect({ id, alone: !seen.has(`${x}/${y}`) }).toEqual({ id, alone: true });
			seen.add(`${x}/${y}`);
		}
	});

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

const EVENT_FLOWS = {
	registration: 'reg',
	reassignment: 'rea',
	cancellation: 'can',
	speaker: 'spe',
	sponsor: 'spo',
};

describe('the five flows of events', () => {
	const triggersOf = (name: string) =>
		read(name).filter(({ type }) => type === 'whatsapp-event-trigger');

	test('have the ten triggers together, and each of them once', () => {
		const all = Object.keys(EVENT_FLOWS).flatMap((name) => [
			...new Set(triggersOf(name).flatMap(({ automations }) => automations as string[])),
		]);
		expect(all.sort()).toEqual(automations.map(({ id }) => id).sort());
	});

	test('listen at addresses of their own, and know the languages of the pack', () => {
		const triggers = Object.keys(EVENT_FLOWS).flatMap(triggersOf);
		expect(new Set(triggers.map(({ path: end }) => end)).size).toBe(triggers.length);
		for (const { options } of triggers) {
			expect(options).toEqual({ language: 'en', languages: 'en, ja, es, pt_BR' });
		}
	});

	test.each(Object.entries(EVENT_FLOWS))('%s says who got nothing, and why', (name, prefix) => {
		const nodes = new Map(read(name).map((node) => [node.id, node]));
		expect(nodes.get(`${prefix}-send`)?.wires?.[1]).toEqual([`${prefix}-why`]);
		expect(nodes.get(`${prefix}-why`)?.wires).toEqual([[`${prefix}-not-sent`]]);
		expect(nodes.get(`${prefix}-catch`)?.wires).toEqual([[`${prefix}-errors`]]);
	});
});

describe('the registration flow', () => {
	const deploy = async (platform: string) => {
		const flow = filledIn(read('registration'));
		await holder.nodeRed.deploy(
			flow.map((node) => (node.id === 'reg-trigger' ? { ...node, platform } : node)),
		);
		await holder.nodeRed.take();
	};

	test.each(['zoho-backstage', 'tito', 'generic'])(
		'sends one message for a webhook of %s',
		async (platform) => {
			await deploy(platform);
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
		await deploy('generic');
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
		await holder.nodeRed.deploy(
			filledIn(read('registration')).map((node) =>
				node.id === 'reg-try'
					? (read('registration').find(({ id }) => id === 'reg-try') as FlowNode)
					: node,
			),
		);
		await holder.nodeRed.push('reg-try', {});
		const sent = await sentUntil((all) => from(all, 'reg-messages', 1).length > 0);

		expect(from(sent, 'reg-messages', 1)[0]?.msg.payload).toMatchObject({
			why: 'The ticketing platform gives no phone number for this person.',
		});
		expect(simulator.control.stats().messages.accepted).toBe(0);
	});
});

describe('the buttons for trying', () => {
	/** Presses one after the other; the templates that were accepted. */
	async function press(flow: string, prefix: string, buttons: string[], messages: number) {
		await holder.nodeRed.deploy(filledIn(read(flow)));
		await holder.nodeRed.take();
		const sent: SentMessage[] = [];
		for (const button of buttons) {
			await holder.nodeRed.push(`${prefix}-${button}`, {});
			await sleep(150);
			sent.push(...(await holder.nodeRed.take()).sent);
		}
		for (let tries = 0; tries < 60 && from(sent, `${prefix}-send`).length < messages; tries++) {
			sent.push(...(await holder.nodeRed.take()).sent);
			await sleep(50);
		}
		return from(sent, `${prefix}-send`).map(({ msg }) => String(msg.payload.template));
	}

	test.each([
		['registration', 'reg', ['try'], ['attendee_registration_confirmation']],
		['reassignment', 'rea', ['try-1', 'try'], ['attendee_ticket_reassigned']],
		['cancellation', 'can', ['try'], ['attendee_order_cancelled']],
		[
			...['speaker', 'spe'],
			['try', 'try-2'],
			['speaker_added_to_session', 'speaker_removed_from_session'],
		],
		[
			...['sponsor', 'spo'],
			['list', 'button', 'list'],
			['sponsor_proposal_acknowledged', 'sponsor_proposal_denied', 'sponsor_welcome'],
		],
	] as Array<[string, string, string[], string[]]>)(
		'of %s send what they say, once',
		async (flow, prefix, buttons, templates) => {
			const twice = [...buttons, ...buttons];
			expect((await press(flow, prefix, twice, templates.length)).sort()).toEqual(templates);
		},
	);

	test('a platform that is asked tells what has changed since the first answer', async () => {
		const view = `${simulator.url}/ticketing/sessionize/api/v2/demo0key/view/All`;
		await holder.nodeRed.deploy(
			filledIn(read('speaker')).map((node) => {
				if (node.id !== 'spe-address-sessionize') return { ...node, d: undefined, once: false };
				return { ...node, rules: [{ t: 'set', p: 'url', pt: 'msg', to: view, tot: 'str' }] };
			}),
		);
		await holder.nodeRed.push('spe-ask-sessionize', {});
		await sentUntil((all) => from(all, 'spe-messages-sessionize', 1).length > 0);
		const added = await fetch(`${simulator.url}/sim/ticketing/sessionize/add-speaker`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ session: '1001', speaker: REGISTRATION.buyer }),
		});
		expect(added.ok).toBe(true);
		await holder.nodeRed.push('spe-ask-sessionize', {});
		const sent = await sentUntil((all) => from(all, 'spe-send').length > 0);

		expect(from(sent, 'spe-send')[0]?.msg.payload).toMatchObject({
			outcome: 'accepted',
			template: 'speaker_added_to_session',
		});
	});

	test('Zoho Backstage is asked for every page and day, and a speaker has a phone', async () => {
		const zoho = `${simulator.url}/ticketing/zoho-backstage`;
		const { event } = (await (await fetch(`${simulator.url}/sim/ticketing`)).json()) as {
			event: { id: string };
		};
		const values: Record<string, string> = {
			ZOHO_EVENT_ADDRESS: `${zoho}/backstage/v3/portals/20010001/events/${event.id}`,
			ZOHO_ACCOUNTS: zoho,
			ZOHO_DAYS: '2',
			ZOHO_CLIENT_SECRET: 'any',
			ZOHO_REFRESH_TOKEN: 'any',
		};
		const act = async (action: string, body: object) => {
			const answer = await fetch(`${simulator.url}/sim/ticketing/zoho-backstage/${action}`, {
				method: 'POST',
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify({ target: `${simulator.url}/nobody`, ...body }),
			});
			expect(answer.ok).toBe(true);
		};
		await holder.nodeRed.deploy(
			filledIn(read('speaker')).map((node) => {
				if (node.type !== 'tab') return { ...node, d: undefined, once: false };
				const env = (node.env as Array<{ name: string }>).map((one) =>
					one.name in values ? { ...one, value: values[one.name], type: 'str' } : one,
				);
				return { ...node, env };
			}),
		);
		await holder.nodeRed.push('spe-ask-zoho', {});
		await sentUntil((all) => from(all, 'spe-messages-zoho', 1).length > 0);
		// More than one page of people, and the speaker behind them.
		const tickets = Array.from({ length: 201 }, (_none, number) => ({
			...{ firstName: 'Guest', lastName: String(number), email: `guest${number}@example.com` },
			phone: '',
		}));
		await act('register', {
			buyer: { ...REGISTRATION.buyer, email: 'buyer@example.com' },
			tickets,
		});
		await act('add-speaker', { session: '1002', speaker: REGISTRATION.buyer });
		await holder.nodeRed.push('spe-ask-zoho', {});
		const sent = await sentUntil((all) => from(all, 'spe-send').length > 0);

		const answers = from(sent, 'spe-together-zoho')[0]?.msg.answers as Array<{
			pagination: { page: number };
		}>;
		expect(answers.map((one) => [Object.keys(one).at(-1), one.pagination.page])).toEqual([
			['speakers', 1],
			['attendees', 1],
			['attendees', 2],
			['sessions', 1],
			['sessions', 1],
		]);
		expect(from(sent, 'spe-send')[0]?.msg.payload).toMatchObject({
			outcome: 'accepted',
			template: 'speaker_added_to_session',
		});
	});
});

test('what failed goes from Delivery status to Watch account, too', () => {
	const failed = read('delivery-status').find(({ id }) => id === 'st-switch');
	expect((failed?.wires as string[][])[3]).toContain('st-account-link');
	const trigger = read('watch-account').find(({ id }) => id === 'wac-trigger');
	expect(trigger).toMatchObject({ updates: expect.arrayContaining(['statuses']) });
	expect(trigger).toMatchObject({ statuses: ['failed'] });
	expect((trigger?.wires as string[][])[1]).toEqual(['wac-health']);
});

describe('the delivery status flow', () => {
	test('runs for sent, delivered and read, each with the delivery key', async () => {
		const nodes = [...read('registration'), ...read('delivery-status')];
		const unique = [...new Map(nodes.map((node) => [node.id, node])).values()];
		await holder.nodeRed.deploy(
			filledIn(unique).map((node) =>
				node.id === 'reg-trigger' ? { ...node, platform: 'generic' } : node,
			),
		);
		await subscribed('st-trigger');
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

describe('the flow that sets up templates', () => {
	beforeEach(async () => {
		simulator = await freshSimulator();
		await holder.nodeRed.deploy(filledIn(read('set-up-templates')));
		await holder.nodeRed.take();
	});

	const changes = () =>
		simulator.control.calls({ limit: 500 }).filter(({ method }) => method !== 'GET');

	test('shows the plan and changes nothing', async () => {
		await holder.nodeRed.push('su-plan', { dryRun: true });
		const sent = await sentUntil((all) => from(all, 'su-apply').length >= 10);

		const plan = from(sent, 'su-apply').map(({ msg }) => msg.payload);
		expect(new Set(plan.map(({ outcome }) => outcome))).toEqual(new Set(['planned']));
		expect(plan[0]?.message).toMatch(/would be created and sent for approval$/);
		expect(changes()).toEqual([]);
	});

	test('applies, waits for the decisions, and says who is to do what', async () => {
		await holder.nodeRed.push('su-do', {});
		const pending = () =>
			simulator.control.templates().filter(({ status }) => status === 'PENDING');
		for (let tries = 0; tries < 200 && pending().length < 10; tries++) await sleep(50);
		expect(pending()).toHaveLength(10);
		expect(from((await holder.nodeRed.take()).sent, 'su-apply')).toEqual([]);

		simulator.control.actOnTemplate('sponsor_welcome', 'en', 'reject', { reason: 'SCAM' });
		simulator.control.approvePending();
		const sent = await sentUntil(
			(all) => from(all, 'su-apply').length >= 9 && from(all, 'su-why').length >= 1,
		);
		expect(from(sent, 'su-apply')[0]?.msg.payload).toMatchObject({ status: 'approved' });
		expect(from(sent, 'su-why')[0]?.msg.payload).toEqual({
			template: 'sponsor_welcome (en)',
			status: 'Rejected',
			why: expect.stringContaining('scam'),
			'what to do': expect.stringContaining('Say who writes'),
		});
		expect(simulator.control.stats().messages.accepted).toBe(0);
	});

	test('shows on a page how they look', async () => {
		// A request that is answered is in these messages, and cannot be handed to another process.
		await holder.nodeRed.countOnly(true);
		const page = await (await fetch(`${holder.nodeRed.url}/templates-preview`)).text();
		await holder.nodeRed.countOnly(false);

		expect(page.match(/<section>/g)).toHaveLength(40);
		expect(page).toContain('みなとテックフォーラム2027');
		expect(page).not.toContain('{{');
	});
});

describe('the flow that watches the approval of templates', () => {
	const NAME = 'attendee_registration_confirmation';

	test.each([
		[
			'reject',
			{ reason: 'INVALID_FORMAT', explanation: 'Too short', recommendation: 'Write more' },
			'wt-look',
			/^Rejected: /,
			/Too short.*Write more/,
		],
		['pause', {}, 'wt-look', /^Paused: /, /paused/],
		[
			'recategorise',
			{ category: 'MARKETING' },
			'wt-category',
			/^Another category: /,
			/moved from utility to marketing: \$.* → \$/,
		],
	])('tells of %s, why, and what to do', async (action, given, node, topic, text) => {
		await holder.nodeRed.deploy(filledIn(read('watch-template-approval')));
		await subscribed('wt-trigger');
		simulator.control.actOnTemplate(NAME, 'en', action, given);
		const sent = await sentUntil((all) => from(all, node).length > 0);

		expect(from(sent, node)[0]?.msg).toMatchObject({
			topic: expect.stringMatching(topic),
			payload: expect.stringMatching(text),
		});
	});

	test.each([
		[1, 'category', { field: 'template_category_update', previousCategory: 'UTILITY' }],
		[2, 'look', { event: 'REJECTED' }],
		[2, 'look', { event: 'PAUSED' }],
		[2, 'look', { event: 'DISABLED' }],
		[2, 'look', { event: 'FLAGGED' }],
		[2, 'look', { event: 'LIMIT_EXCEEDED' }],
		[2, 'look', { field: 'message_template_quality_update', quality: 'YELLOW' }],
		[2, 'look', { field: 'message_template_quality_update', quality: 'RED' }],
		[3, 'quiet', { field: 'message_template_quality_update', quality: 'GREEN' }],
		[3, 'quiet', { field: 'message_template_components_update' }],
		[3, 'quiet', { event: 'PENDING_DELETION' }],
		[3, 'quiet', { event: 'DELETED' }],
		[3, 'quiet', { event: 'PENDING' }],
	])('leaves by output %i (%s) with %j', async (port, _word, payload) => {
		await holder.nodeRed.deploy(filledIn(read('watch-template-approval')));
		await holder.nodeRed.push('wt-switch', { payload: { name: NAME, ...payload } });
		const sent = await sentUntil((all) => all.some(({ node }) => node === 'wt-switch'));
		expect(sent.filter(({ node }) => node === 'wt-switch').map((one) => one.port)).toEqual([port]);
	});

	test('hears through the trigger of Delivery status where both are there', async () => {
		const nodes = [...read('delivery-status'), ...read('watch-template-approval')];
		const unique = [...new Map(nodes.map((node) => [node.id, node])).values()];
		const filled = filledIn(unique).map((node) =>
			node.id === 'wt-trigger' ? { ...node, publicUrl: '' } : node,
		);
		await holder.nodeRed.deploy(filled);
		await subscribed('st-trigger');
		simulator.control.putTemplates([
			{
				name: 'soon',
				language: 'en',
				category: 'UTILITY',
				status: 'PENDING',
				components: [{ type: 'BODY', text: 'Soon' }],
			},
		]);
		simulator.control.actOnTemplate('soon', 'en', 'approve');
		const sent = await sentUntil((all) => from(all, 'wt-approved').length > 0);

		expect(from(sent, 'wt-approved')[0]?.msg).toMatchObject({
			topic: 'Approved: soon',
			payload: expect.stringContaining('It can be sent'),
		});
	});
});

const PHONE = '819012345678';

/** Somebody does something on their phone. */
async function onPhone(what: 'text' | 'marketing', body: object): Promise<void> {
	const answer = await fetch(`${simulator.url}/sim/phones/${PHONE}/${what}`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify(body),
	});
	expect(answer.ok).toBe(true);
}

/** What the account says of how many opted out. */
async function optedOut(): Promise<unknown> {
	const answer = await fetch(`${holder.nodeRed.url}/whatsapp-events/people`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ id: 'whatsapp-events-account' }),
	});
	return await answer.json();
}

describe('opt-outs', () => {
	test('are kept: a setting of WhatsApp’s, and a word that brings back', async () => {
		await holder.nodeRed.deploy(filledIn(read('opt-outs')));
		await subscribed('oo-trigger');
		await onPhone('marketing', { value: 'stop' });
		const stopped = await sentUntil((all) => from(all, 'oo-switch').length > 0);
		expect(from(stopped, 'oo-switch')[0]?.msg.payload).toMatchObject({
			optOut: { choice: 'stop', by: 'preference', person: expect.stringMatching(/^[0-9a-f]{20}$/) },
		});
		expect(await optedOut()).toEqual({ optedOut: 1 });

		await onPhone('text', { text: 'START' });
		const back = await sentUntil((all) => from(all, 'oo-switch', 1).length > 0);
		expect(from(back, 'oo-switch', 1)).toHaveLength(1);
		expect(await optedOut()).toEqual({ optedOut: 0 });
	});

	test('are noted by hand, of somebody who told another way', async () => {
		await holder.nodeRed.deploy(filledIn(read('opt-outs')));
		await holder.nodeRed.push('oo-stop', { payload: { phone: '+81 90-1234-5678' } });
		const sent = await sentUntil((all) => from(all, 'oo-stop').length > 0);
		expect(from(sent, 'oo-stop')[0]?.msg.payload).toMatchObject({
			optedOut: true,
			phone: '…5678',
			message: '…5678 gets no marketing messages. Utility messages still reach them.',
		});
		await holder.nodeRed.push('oo-start', { payload: { phone: '+81 90-1234-5678' } });
		await sentUntil((all) => from(all, 'oo-start').length > 0);
		expect(await optedOut()).toEqual({ optedOut: 0 });
	});
});

describe('Forward replies', () => {
	test('brings the team what somebody wrote, and not their STOP', async () => {
		await holder.nodeRed.deploy(filledIn(read('forward-replies')));
		await subscribed('fr-trigger');
		await onPhone('text', { text: 'Where does the shuttle stop?', name: 'Aiko Tanaka' });
		const replies = await sentUntil((all) => from(all, 'fr-row').length > 0);
		expect(from(replies, 'fr-row')[0]?.msg.payload).toMatchObject({
			who: 'Aiko Tanaka',
			wrote: 'Where does the shuttle stop?',
			link: `https://wa.me/${PHONE}`,
			message: 'Aiko Tanaka (…5678) wrote: Where does the shuttle stop?',
		});

		await onPhone('text', { text: '配信停止' });
		const stops = await sentUntil((all) => from(all, 'fr-kind', 1).length > 0);
		expect(from(stops, 'fr-row')).toEqual([]);
		expect(await optedOut()).toEqual({ optedOut: 1 });
	});

	test('hears through the trigger of Delivery status where both are there', async () => {
		const nodes = [...read('delivery-status'), ...read('forward-replies'), ...read('opt-outs')];
		const unique = [...new Map(nodes.map((node) => [node.id, node])).values()];
		const own = ['fr-trigger', 'oo-trigger'];
		await holder.nodeRed.deploy(filledIn(unique).filter(({ id }) => !own.includes(id)));
		await subscribed('st-trigger');
		await onPhone('text', { text: 'Is there parking?' });
		const replies = await sentUntil((all) => from(all, 'fr-row').length > 0);
		expect(from(replies, 'fr-row')).toHaveLength(1);
		await onPhone('text', { text: 'STOP' });
		const stops = await sentUntil((all) => from(all, 'oo-switch').length > 0);
		expect(from(stops, 'oo-switch')).toHaveLength(1);
	});
});

describe('Forget a person', () => {
	const page = () => `${holder.nodeRed.url}/whatsapp-events-people/forget-a-person`;
	const post = async (phone: string) => {
		const answer = await fetch(page(), { method: 'POST', body: new URLSearchParams({ phone }) });
		return await answer.text();
	};

	test('is a page that says what was removed, and what is no number', async () => {
		await holder.nodeRed.deploy(filledIn(read('forget-a-person')));
		const form = await (await fetch(`${page()}?message=spoofed`)).text();
		expect(form).toContain('<label for="phone">');
		expect(form).not.toContain('spoofed');
		expect(await post('+81 90-1234-5678')).toContain('Nothing was kept of …5678.');
		expect(await post('<b>12</b>')).toContain('is not a phone number');
		expect(await post('<b>12</b>')).not.toContain('<b>');
	});
});

describe('who is left out on purpose', () => {
	test.each([
		['registration', 'reg-messages', 'reg-left-why', 'registration.completed'],
		['reassignment', 'rea-messages', 'rea-left-why', 'ticket.reassigned'],
		['cancellation', 'can-messages', 'can-left-why', 'order.cancelled'],
	])('%s says who and why, at a glance', async (name, messages, why, type) => {
		await holder.nodeRed.deploy(filledIn(read(name)));
		await holder.nodeRed.take();
		await holder.nodeRed.push(messages, {
			payload: {
				...{ id: 'n-1', type, test: true, event: { id: 'conf' }, order: { id: 'O-1' } },
				attendee: { name: 'Aiko Tanaka', phone: '+81 90-1234-5678' },
			},
		});
		const sent = await sentUntil((all) => from(all, why).length > 0);

		expect(from(sent, why)[0]?.msg.payload).toMatchObject({
			...{ who: 'Aiko Tanaka', phone: '…5678', why: 'This is a test order.' },
			'what to do': expect.stringMatching(/\w/),
		});
	});
});

describe('the notification flow', () => {
	beforeEach(async () => {
		simulator.control.change({ latencyMs: 5 });
		const awake = filledIn(read('notification')).map((node) =>
			node.id === 'nt-node' ? { ...node, quietFrom: '', quietUntil: '' } : node,
		);
		await holder.nodeRed.deploy(awake);
		await holder.nodeRed.take();
	});

	test('checks its sample and sends nothing, says who is left out and why', async () => {
		await holder.nodeRed.push('nt-list', {});
		const sent = await sentUntil((all) => from(all, 'nt-why').length >= 3);

		expect(from(sent, 'nt-switch', 0)[0]?.msg.payload).toMatchObject({
			...{ people: 5, ready: 2, leftOut: 3 },
			message: expect.stringMatching(/^2 of 5 will get it/),
		});
		expect(from(sent, 'nt-why').map(({ msg }) => msg.payload)).toContainEqual({
			...{ who: 'Mari', row: 5, phone: '…2345' },
			why: expect.stringMatching(/phone|country code/),
			'what to do': expect.stringMatching(/\w/),
		});
		expect(simulator.control.stats().messages.accepted).toBe(0);
	});

	test('sends what was checked, and reports it in numbers and as a file', async () => {
		await holder.nodeRed.push('nt-list', {});
		await sentUntil((all) => from(all, 'nt-why').length >= 3);
		await holder.nodeRed.push('nt-send', {});
		const sent = await sentUntil((all) => from(all, 'nt-csv').length > 0);

		expect(from(sent, 'nt-switch', 1)[0]?.msg.payload).toMatchObject({
			...{ progress: 'finished', people: 5, leftOut: 3, accepted: 2, waiting: 0 },
		});
		expect(String(from(sent, 'nt-csv')[0]?.msg.payload).trim().split('\r\n')).toHaveLength(6);
		expect(simulator.control.stats().messages).toMatchObject({ accepted: 2, twice: 0, phones: 2 });
	});

	test('tells whoever presses Send first to check', async () => {
		const flow = filledIn(read('notification'));
		await holder.nodeRed.deploy(
			flow.map((node) =>
				node.id === 'nt-node' ? { ...node, notification: 'never-checked' } : node,
			),
		);
		await holder.nodeRed.push('nt-send', {});
		const sent = await sentUntil((all) => from(all, 'nt-catch').length > 0);

		expect(from(sent, 'nt-catch')[0]?.msg).toMatchObject({
			error: { message: expect.stringMatching(/^Check the recipients first/) },
		});
	});
});

/** Without the templates the pack would find there already. */
async function freshSimulator(): Promise<Simulator> {
	await simulator.close();
	const fresh = await startSimulator({ settings: { templates: { review: 'manual' } } as never });
	for (const { name, language } of fresh.control.templates()) {
		fresh.control.actOnTemplate(name, language, 'delete');
	}
	// The names of deleted templates are blocked for 30 days.
	fresh.control.change({ clock: { offsetMs: 40 * 24 * 3_600_000 } } as never);
	fresh.control.reset();
	return fresh;
}
