import { platforms } from '../../../core/events/platforms';
import { startSimulator, type Simulator } from '../../../simulator/index';
import { startReceiver, type Receiver } from '../../../simulator/testing/receiver';
import { accountNode, flowOf } from '../desk';
import { definition, manageNode } from '../manage-template/desk';
import { useNodeRed } from '../runtime/node-red';

const holder = useNodeRed();
let simulator: Simulator;
/** Somebody who would like to have the access token. */
let thief: Receiver;
beforeEach(async () => {
	[simulator, thief] = await Promise.all([startSimulator(), startReceiver()]);
	await holder.nodeRed.deploy(flowOf(accountNode(simulator)));
});
afterEach(async () => await Promise.all([simulator.close(), thief.close()]));

async function ask(path: string, body: object) {
	const answer = await fetch(`${holder.nodeRed.url}/whatsapp-events/${path}`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify(body),
	});
	const text = await answer.text();
	for (const name of ['accessToken', 'appSecret', 'verifyToken'] as const) {
		expect(text).not.toContain(simulator.credentials[name]);
	}
	return { status: answer.status, body: JSON.parse(text) as Record<string, never> };
}

/** The account as the dialog has it: passwords that nobody has typed are not there. */
const draft = (more: object = {}) => {
	const { credentials: _passwords, ...fields } = accountNode(simulator);
	return { ...fields, accessToken: '__PWRD__', appSecret: '__PWRD__', ...more };
};

/** The same of an account that is not deployed yet. */
const typed = (more: object = {}) =>
	draft({
		id: 'new',
		accessToken: simulator.credentials.accessToken,
		appSecret: simulator.credentials.appSecret,
		...more,
	});

describe('testing an account', () => {
	const test_ = async (account: object) => (await ask('account/test', { account })).body;

	test('says step by step what is right, with what is typed or what is stored', async () => {
		for (const account of [typed(), draft(), draft({ accessToken: undefined })]) {
			expect(await test_(account)).toMatchObject({
				ok: true,
				message: 'Connected as Test Conf (+1 555-078-3881)',
				checks: ['token', 'account', 'number', 'app'].map((id) => ({ id, state: 'ok' })),
			});
		}
	});

	test('reads an environment variable where a field names one, as a deployment does', async () => {
		// PATH is the one variable that surely is set, and surely is no token.
		const { checks } = (await test_(typed({ accessToken: '${PATH}' }))) as unknown as {
			checks: Array<{ id: string; state: string }>;
		};
		expect(checks[0]).toMatchObject({ id: 'token', state: 'failed' });
		expect(await test_(typed({ accessToken: '${NO_SUCH_VARIABLE}' }))).toMatchObject({
			message: 'Access Token is empty',
		});
	});

	test.each([
		['no token', { accessToken: '' }, ['token'], ['failed']],
		['a wrong token', { accessToken: 'WRONG' }, ['token'], ['failed']],
		['no account id', { businessAccountId: '' }, ['account'], ['failed']],
		['another account id', { businessAccountId: '42' }, ['token', 'account'], ['ok', 'failed']],
		[
			'another number',
			{ phoneNumberId: '42' },
			['token', 'account', 'number'],
			['ok', 'ok', 'failed'],
		],
		[
			'another app secret',
			{ appSecret: 'WRONG' },
			['token', 'account', 'number', 'app'],
			['ok', 'ok', 'ok', 'failed'],
		],
		['a version that is none', { apiVersion: 'newest' }, ['account'], ['failed']],
	])('with %s says what is wrong', async (_, more, ids, states) => {
		const { ok, message, checks } = (await test_(typed(more))) as unknown as {
			ok: boolean;
			message: string;
			checks: Array<{ id: string; state: string; message: string }>;
		};

		expect(ok).toBe(false);
		expect(message).toMatch(/\S/);
		const looked = checks.slice(0, ids.length);
		expect(looked.map(({ id }) => id)).toEqual(ids);
		expect(looked.map(({ state }) => state)).toEqual(states);
		expect(JSON.stringify(checks)).not.toContain('WRONG');
	});

	test('at an address where nobody listens says so', async () => {
		const answer = await test_(typed({ apiUrl: 'http://127.0.0.1:9' }));

		expect(answer).toMatchObject({
			ok: false,
			message: expect.stringContaining('could not be reached'),
		});
	});

	test.each([undefined, null, 'text', 7, []])(
		'of no account (%j) is refused in words',
		async (account) => {
			const { status, body } = await ask('account/test', { account });

			expect(status).toBe(200);
			expect(body).toMatchObject({ ok: false, message: 'Access Token is empty' });
		},
	);
});

describe('stored passwords', () => {
	const elsewhere = () => ({ apiUrl: thief.url.replace('/hook', '') });

	test.each(['account/test', 'templates', 'templates/all', 'template', 'trigger/subscription'])(
		'are not sent to another address by %s',
		async (path) => {
			for (const more of [{}, { accessToken: 'typed' }, { appSecret: 'typed' }]) {
				const { status, body } = await ask(path, { account: draft({ ...elsewhere(), ...more }) });

				expect(status).toBe(400);
				expect(body.error).toMatch(/^The API address was changed\./);
			}
			expect(thief.calls).toEqual([]);
			expect(thief.handshakes).toEqual([]);
		},
	);

	test('are not sent to another address by way of the API version', async () => {
		const host = new URL(thief.url).host;
		for (const apiVersion of [
			`//${host}`,
			`/${host}/`,
			`\\\\${host}`,
			`@${host}`,
			`http://${host}`,
		]) {
			await ask('templates', { account: draft({ apiVersion }) });
			await ask('template', { account: draft({ apiVersion }), name: `//${host}` });
		}

		expect(thief.calls).toEqual([]);
		expect(thief.handshakes).toEqual([]);
	});

	test('of another node are no passwords of an account', async () => {
		const { status } = await ask('templates', { account: draft({ id: 'caught' }) });

		expect(status).toBe(400);
	});
});

describe('templates', () => {
	const list = async (more: object = {}) =>
		(await ask('templates', { account: draft(), ...more })).body as unknown as {
			templates: Array<{ name: string; language: string; status: string }>;
			after?: string;
		};

	test('are those that can be sent, or all of them', async () => {
		simulator.control.changeTemplate('attendee_registration_confirmation', 'en', {
			status: 'REJECTED',
		});
		const approved = (await list()).templates;
		const all = (await list({ all: true })).templates;

		expect(new Set(approved.map(({ status }) => status))).toEqual(new Set(['APPROVED']));
		expect(all.length).toBeGreaterThan(approved.length);
		expect(all).toContainEqual(
			expect.objectContaining({ name: 'attendee_registration_confirmation', status: 'REJECTED' }),
		);
	});

	test('are searched by name or text', async () => {
		const { templates } = await list({ search: 'registration' });

		expect(templates.length).toBeGreaterThan(0);
		expect(templates.length).toBeLessThan((await list()).templates.length);
	});

	test('come in pages', async () => {
		const components = [{ type: 'BODY', text: 'Hello there' }];
		const many = Array.from({ length: 150 }, (_, i) => ({
			name: `page_${String(i).padStart(3, '0')}`,
			language: 'en',
			category: 'UTILITY',
			status: 'APPROVED',
			components,
		}));
		simulator.control.putTemplates(many);
		const names = new Set<string>();
		let pages = 0;
		let after: string | undefined;
		do {
			const page = await list({ search: 'page_', after });
			page.templates.forEach(({ name }) => names.add(name));
			after = page.after;
			pages++;
		} while (after && pages < 10);

		expect(names.size).toBe(150);
		expect(pages).toBeGreaterThan(1);
	});

	test('one by one come in the wished language, also before they are approved', async () => {
		const one = async (name: string, language = '') =>
			await ask('template', { account: draft(), name, language });
		const { body } = await one('attendee_registration_confirmation', 'ja');
		expect(body.template).toMatchObject({ language: 'ja', components: expect.any(Array) });

		simulator.control.putTemplates([
			{
				name: 'not_yet',
				language: 'en',
				category: 'UTILITY',
				status: 'PENDING',
				components: [{ type: 'BODY', text: 'Soon' }],
			},
		]);
		expect((await one('not_yet', 'en')).body.template).toMatchObject({ status: 'PENDING' });
		expect(await one('no_such')).toEqual({
			status: 404,
			body: { error: expect.stringContaining('no_such') },
		});
		expect((await one('attendee_registration_confirmation', 'sw')).status).toBe(404);
	});

	test.each([
		['no account', undefined, 400],
		['no token', { accessToken: '' }, 400],
		['no account id', { businessAccountId: '' }, 400],
		['a wrong token', { accessToken: 'WRONG' }, 502],
		['another account id', { businessAccountId: '42' }, 502],
	])('with %s are refused in words', async (_, more, expected) => {
		const account = more ? typed(more) : undefined;
		for (const path of ['templates', 'templates/all', 'template']) {
			const { status, body } = await ask(path, { account, name: 'a' });

			expect(status).toBe(expected);
			expect(body.error).toMatch(/^[A-Z].*\.$/);
			expect(body.error).not.toContain('WRONG');
		}
	});
});

describe('templates to look after', () => {
	test('all 500 of an account come at once, whatever their status', async () => {
		const statuses = ['APPROVED', 'PENDING', 'REJECTED', 'PAUSED', 'DISABLED'];
		const before = simulator.control.templates().length;
		simulator.control.putTemplates(
			Array.from({ length: 500 }, (_, at) => ({
				...{ name: `bulk_${at}`, language: 'en', category: 'UTILITY' },
				status: statuses[at % 5],
				components: [{ type: 'BODY', text: `Session number ${at} begins soon.` }],
			})),
		);
		const { status, body } = await ask('templates/all', { account: draft() });
		const { templates } = body as unknown as { templates: Array<{ name: string; status: string }> };

		expect(status).toBe(200);
		expect(templates).toHaveLength(500 + before);
		// WhatsApp's largest page has 100: no request more than that takes.
		expect(simulator.control.calls({ path: '/message_templates', limit: 100 })).toHaveLength(
			Math.ceil((500 + before) / 100),
		);
		for (const one of statuses)
			expect(templates.filter((template) => template.status === one).length).toBeGreaterThanOrEqual(
				100,
			);
		expect(templates.find(({ name }) => name === 'bulk_417')).toMatchObject({ status: 'REJECTED' });
		expect(templates[0]).not.toHaveProperty('raw');
	});

	test('the ready-made ones come without an account', async () => {
		const answer = await fetch(`${holder.nodeRed.url}/whatsapp-events/templates/ready-made`);
		const { definitions } = (await answer.json()) as { definitions: Array<{ name: string }> };

		expect(definitions).toHaveLength(40);
	});

	test('drafts are those of the account in the dialog', async () => {
		const manage = manageNode({ operation: 'saveDraft' });
		await holder.nodeRed.deploy(flowOf(accountNode(simulator), manage));
		await holder.nodeRed.input('manage', { payload: definition('a_draft') });
		const names = async (account: object) =>
			(
				(await ask('templates/drafts', { account })).body.definitions as unknown as Array<{
					name: string;
				}>
			).map(({ name }) => name);

		expect(await names(draft())).toEqual(['a_draft']);
		expect(await names(draft({ businessAccountId: '42' }))).toEqual([]);
		expect(await names(draft({ id: 'no-such-node' }))).toEqual([]);
		for (const account of [undefined, null, 7]) {
			expect((await ask('templates/drafts', { account })).body.definitions).toEqual([]);
		}
	});
});

test('the catalogue names platforms, automations and fields', async () => {
	const answer = await fetch(`${holder.nodeRed.url}/whatsapp-events/catalogue`);
	const catalogue = (await answer.json()) as Record<string, Array<{ id: string }>>;

	expect(catalogue.platforms?.map(({ id }) => id)).toEqual(platforms.map(({ id }) => id));
	expect(catalogue.platforms).toContainEqual(
		expect.objectContaining({ id: 'tito', arrival: 'webhook', feeds: expect.any(Array) }),
	);
	expect(catalogue.automations).toHaveLength(10);
	expect(catalogue.reportTypes).toHaveLength(13);
	expect(catalogue.mappedFields?.length).toBeGreaterThan(10);
});
