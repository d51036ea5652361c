import nock from 'nock';
import { InProcessEngine } from '../engine/n8n-in-process';

/** The real host's name: nothing reaches it, because nock answers in this process. */
const HOST = 'https://graph.facebook.com';
const account = {
	accessToken: 'a-token',
	businessAccountId: '102290129340398',
	phoneNumberId: '106540352242922',
	appId: '1',
	appSecret: '',
	verifyToken: '',
	apiUrl: HOST,
	apiVersion: 'v26.0',
};

/** Shape of Meta's list, without the fields nobody asked for. */
const templates = {
	data: [
		{
			id: '1',
			name: 'hello_world',
			language: 'en_US',
			status: 'APPROVED',
			category: 'UTILITY',
			parameter_format: 'POSITIONAL',
			components: [{ type: 'BODY', text: 'Hello' }],
		},
	],
};

let engine: InProcessEngine;

beforeEach(() => {
	nock.disableNetConnect();
	engine = new InProcessEngine({ whatsAppBusinessApi: account });
});

afterEach(() => {
	nock.cleanAll();
	nock.enableNetConnect();
});
/** It changes http for the whole process, and so for the test files that follow. */
afterAll(() => nock.restore());

async function sendOnce() {
	const { outputs } = await engine.run(
		'whatsAppSendTemplate',
		{
			template: { __rl: true, mode: 'name', value: 'hello_world' },
			to: '+819012345678',
			variablesFrom: 'item',
			variablesJson: '={{ {} }}',
			options: {},
		},
		[{ deliveryKey: 'order-1' }],
		// By hand: the template is read anew each time.
		{ mode: 'manual' },
	);
	return outputs.flat()[0]?.json;
}

const listing = () =>
	nock(HOST).get('/v26.0/102290129340398/message_templates').query(true).reply(200, templates);
const sending = () => nock(HOST).post('/v26.0/106540352242922/messages');

test('a request goes to Meta’s address, with the token, the version and the delivery key', async () => {
	listing();
	const sent = sending()
		.matchHeader('authorization', 'Bearer a-token')
		.reply(200, { contacts: [{ wa_id: '819012345678' }], messages: [{ id: 'wamid.1' }] });

	expect(await sendOnce()).toMatchObject({ outcome: 'accepted', messageId: 'wamid.1' });
	expect(sent.isDone()).toBe(true);
});

test.each([
	['ECONNREFUSED', 'unsent', 'not_reached'],
	['ENOTFOUND', 'unsent', 'not_reached'],
	['ECONNRESET', 'unknown', 'no_answer'],
	['EPIPE', 'unknown', 'no_answer'],
])('%s on sending is %s', async (code, outcome, reason) => {
	listing();
	sending().replyWithError(Object.assign(new Error(`connect ${code}`), { code }));

	expect(await sendOnce()).toMatchObject({ outcome, reason });
});

test('a proxy’s page instead of Meta’s answer is unknown after 502 and a refusal after 407', async () => {
	listing();
	sending().reply(502, '<html>Bad gateway</html>');
	expect(await sendOnce()).toMatchObject({ outcome: 'unknown', reason: 'unclear_answer' });

	engine = new InProcessEngine({ whatsAppBusinessApi: account });
	listing();
	sending().reply(407, '<html>Proxy authentication required</html>');
	expect(await sendOnce()).toMatchObject({ outcome: 'rejected', reason: 'refused' });
});

test('a redirect is not followed: a message could arrive twice', async () => {
	listing();
	sending().reply(302, '', { Location: `${HOST}/elsewhere` });
	const elsewhere = nock(HOST)
		.post('/elsewhere')
		.reply(200, { messages: [{ id: 'wamid.2' }] });

	expect(await sendOnce()).not.toMatchObject({ outcome: 'accepted' });
	expect(elsewhere.isDone()).toBe(false);
});
