import { appSecret, engineFor, NODE, parameters, useHookDesk } from './desk';

const desk = useHookDesk();

describe('a credential', () => {
	test.each([
		['App ID', { appId: '' }, 'The credential has no App ID'],
		['App Secret', { appSecret: ' ' }, 'The credential has no App Secret'],
		['either', { appId: '', appSecret: '' }, 'The credential has no App ID and no App Secret'],
	])('without %s says so, and where it is found', async (_, missing, message) => {
		const engine = engineFor({ ...desk.simulator.credentials, ...missing });
		for (const method of ['checkExists', 'create'] as const) {
			await expect(
				engine.hook(NODE, method, parameters(), { webhookUrl: desk.production }),
			).rejects.toMatchObject({ message, description: expect.stringContaining('App settings') });
		}
		expect(desk.changes()).toEqual([]);
	});

	test('with a wrong app secret says what WhatsApp says, without the secret', async () => {
		const engine = engineFor({ ...desk.simulator.credentials, appSecret: 'wrong secret' });
		const error = await engine
			.hook(NODE, 'create', parameters(), { webhookUrl: desk.production })
			.catch((failure: Error) => failure);

		expect(sentenceOf(error)).toMatch(/Reading the subscription of the app.*190/s);
		expect(sentenceOf(error)).not.toContain('wrong secret');
	});

	test('whose secret is being renewed subscribes with the first of the two', async () => {
		const engine = engineFor({ ...desk.simulator.credentials, appSecret: `${appSecret}, old one` });

		expect(await engine.hook(NODE, 'create', parameters(), { webhookUrl: desk.production })).toBe(
			true,
		);
	});
});

describe('an address WhatsApp cannot reach', () => {
	test.each([
		'http://n8n.example.com/webhook/x',
		'https://localhost:5678/webhook/x',
		'https://127.0.0.1/webhook/x',
		'https://10.0.0.7/webhook/x',
		'https://192.168.1.2/webhook/x',
		'https://172.16.0.9/webhook/x',
		'https://172.31.255.1/webhook/x',
		'https://[::1]/webhook/x',
		'https://n8n/webhook/x',
	])('(%s) is said before anything is asked of WhatsApp', async (webhookUrl) => {
		const engine = engineFor({ apiUrl: 'https://graph.facebook.com' });

		await expect(engine.hook(NODE, 'create', parameters(), { webhookUrl })).rejects.toMatchObject({
			message: `WhatsApp cannot reach ${webhookUrl}`,
			description: expect.stringContaining('WEBHOOK_URL'),
		});
	});

	test('of WhatsApp that n8n cannot reach is said in words', async () => {
		const engine = engineFor({ apiUrl: 'http://127.0.0.1:9' });

		await expect(
			engine.hook(NODE, 'create', parameters(), { webhookUrl: desk.production }),
		).rejects.toMatchObject({ message: expect.stringContaining('WhatsApp could not be reached') });
	});

	test('that does not answer the handshake changes nothing', async () => {
		desk.n8n.challenge = () => ({ status: 403, body: 'Forbidden' });

		await expect(desk.hook('create')).rejects.toThrow(/Subscribing the app/);
		expect(await desk.subscriptions()).toMatchObject({ app: undefined, account: false });
	});
});

describe('what n8n does not show of a publishing that failed', () => {
	test('stands in its log: who holds the updates, and what to do', async () => {
		await desk.hold.app(desk.other.url);
		await expect(desk.hook('create')).rejects.toThrow('Another address');

		const [line] = desk.engine.log.lines.filter(({ level }) => level === 'warn');
		expect(line?.message).toContain('was not published');
		expect(line?.message).toContain(desk.other.url);
		expect(line?.message).toContain('Unpublish or delete the trigger that receives there');
	});

	test('and with it what to do that is not in the message', async () => {
		const engine = engineFor({ ...desk.simulator.credentials, appId: '' });
		await expect(
			engine.hook(NODE, 'create', parameters(), { webhookUrl: desk.production }),
		).rejects.toThrow('App ID');
		expect(engine.log.text).toContain('App settings');
	});

	test('is not repeated there for a test, which shows it in the editor', async () => {
		await desk.hold.app(desk.other.url);
		await expect(desk.hook('create', {}, desk.test)).rejects.toThrow('The updates go to');
		expect(desk.engine.log.lines).toEqual([]);
	});
});

const sentenceOf = (error: unknown) => {
	const { message, description } = error as { message: string; description?: string };
	return `${message} ${description ?? ''}`;
};
