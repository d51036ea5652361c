import { appSecret, bodyOf, engineFor, fixture, post, sign, statuses, verifyToken } from './desk';

const setup = async (query: Record<string, string>, credential = {}) => {
	const engine = engineFor(credential);
	const answer = await engine.webhook('whatsAppBusinessTrigger', {}, { name: 'setup', query });
	return { ...answer, log: engine.log.text };
};

const asked = (token: string) => ({
	'hub.mode': 'subscribe',
	'hub.verify_token': token,
	'hub.challenge': '1158201444',
});

describe('the handshake', () => {
	test('with the right token is answered with the challenge, and starts no run', async () => {
		const { status, body, outputs } = await setup(asked(verifyToken));

		expect({ status, body, outputs }).toEqual({
			status: 200,
			body: '1158201444',
			outputs: undefined,
		});
	});

	test.each([
		['a wrong token', asked('guessed')],
		['no token', { 'hub.mode': 'subscribe', 'hub.challenge': '1' }],
		['no challenge', { 'hub.mode': 'subscribe', 'hub.verify_token': verifyToken }],
		['another mode', { ...asked(verifyToken), 'hub.mode': 'unsubscribe' }],
		['nothing at all', {}],
	])('with %s is refused with 403, and logged without the token', async (_, query) => {
		const { status, body, outputs, log } = await setup(query);

		expect(status).toBe(403);
		expect(outputs).toBeUndefined();
		expect(log).toContain('refused with 403');
		expect(JSON.stringify(body) + log).not.toContain(verifyToken);
		expect(JSON.stringify(body) + log).not.toContain('guessed');
	});

	test('without a verify token in the credential takes the one made from the app secret, not an empty one', async () => {
		expect((await setup(asked(''), { verifyToken: '' })).status).toBe(403);
		expect((await setup(asked(verifyToken), { verifyToken: '' })).status).toBe(403);
	});

	test('without verify token and app secret is always refused', async () => {
		expect((await setup(asked(''), { verifyToken: '', appSecret: '' })).status).toBe(403);
	});
});

describe('a call', () => {
	const body = JSON.stringify(fixture('status-read'));

	test('that is signed starts a run', async () => {
		const { status, outputs } = await post(engineFor(), body);

		expect(status).toBe(200);
		expect(outputs?.map((items) => items.length)).toEqual([0, 1, 0, 0]);
	});

	test.each([
		['is not signed', {}],
		['is signed with another secret', { 'x-hub-signature-256': sign(body, 'another secret') }],
		['carries the signature of another body', { 'x-hub-signature-256': sign(`${body} `) }],
		['has a signature that is none', { 'x-hub-signature-256': 'sha256=xyz' }],
		['has an empty signature', { 'x-hub-signature-256': '' }],
		['has the old SHA-1 signature only', { 'x-hub-signature': sign(body) }],
	])(
		'that %s is refused with 401, starts no run and is logged without secrets',
		async (_, headers) => {
			const engine = engineFor();
			const answer = await post(engine, body, {}, { headers: headers as Record<string, string> });

			expect(answer).toMatchObject({
				status: 401,
				body: { error: 'Unauthorized' },
				outputs: undefined,
			});
			expect(engine.log.lines).toEqual([
				{
					level: 'warn',
					message: expect.stringMatching(
						/^\[Node under test\] A webhook call was refused with 401: /,
					),
					details: { workflowId: engine.workflowId },
				},
			]);
			for (const secret of [appSecret, verifyToken, sign(body), 'wamid', '16505551234']) {
				expect(engine.log.text).not.toContain(secret);
			}
		},
	);

	test('is refused where the credential has no app secret, signed or not', async () => {
		const engine = engineFor({ appSecret: '' });
		const answer = await post(
			engine,
			body,
			{},
			{ headers: { 'x-hub-signature-256': sign(body, '') } },
		);

		expect(answer.status).toBe(401);
		expect(engine.log.text).toContain('No app secret is set');
	});

	test.each(['new secret', 'old secret'])(
		'while the secret is renewed is taken with the %s',
		async (secret) => {
			const engine = engineFor({ appSecret: ' new secret, old secret ' });
			const headers = { 'x-hub-signature-256': sign(body, secret) };

			expect((await post(engine, body, {}, { headers })).status).toBe(200);
		},
	);

	test('is not taken when signed with both secrets’ text or an empty one', async () => {
		for (const secret of ['new secret, old secret', '']) {
			const engine = engineFor({ appSecret: 'new secret, old secret,' });
			const headers = { 'x-hub-signature-256': sign(body, secret) };
			expect((await post(engine, body, {}, { headers })).status).toBe(401);
		}
	});

	test('is verified over its bytes: Meta’s escaped form counts, however it reads', async () => {
		const escaped = JSON.stringify(fixture('message-text')).replace(/[^\x20-\x7e]|\//g, (letter) =>
			letter === '/' ? '\\/' : `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
		);

		expect((await post(engineFor(), escaped)).status).toBe(200);
	});

	test.each([
		['not JSON', '{"object": "whatsapp_business_account", "entry": ['],
		['empty', ''],
		['a list', '[]'],
		['about something else', '{"object": "page", "entry": []}'],
	])('that is signed but %s is answered 400, and starts no run', async (_, text) => {
		const engine = engineFor();
		const answer = await post(engine, text);

		expect(answer).toMatchObject({
			status: 400,
			body: { error: 'Bad request' },
			outputs: undefined,
		});
		expect(engine.log.lines).toHaveLength(1);
	});

	test('larger than anything of Meta’s is answered 413', async () => {
		const padding = 'x'.repeat(13 * 1024 * 1024);

		expect((await post(engineFor(), bodyOf('messages', { padding }))).status).toBe(413);
	});

	test('with a part that is malformed is taken, and the part is logged', async () => {
		const engine = engineFor();
		const broken = bodyOf('messages', { ...statuses(1), messages: 'none' });
		const { status, outputs } = await post(engine, broken);

		expect(status).toBe(200);
		expect(outputs?.[1]).toHaveLength(1);
		expect(engine.log.text).toContain('entry[0].changes[0].value.messages');
	});
});
