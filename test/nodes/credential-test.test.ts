import { startSimulator, type Simulator } from '../../simulator/index';
import { InProcessEngine } from '../engine/n8n-in-process';

let simulator: Simulator;

beforeEach(async () => {
	simulator = await startSimulator();
});

afterEach(async () => await simulator.close());

const test_ = async (change: object = {}, node = 'whatsAppSendTemplate') =>
	await new InProcessEngine({}).testCredential(node, 'whatsAppBusinessApiTest', {
		...simulator.credentials,
		...change,
	});

describe('the WhatsApp Business credential', () => {
	test.each(['whatsAppSendTemplate', 'whatsAppBusinessTrigger'])(
		'that is right names its number, asked from %s',
		async (node) => {
			expect(await test_({}, node)).toEqual({
				status: 'OK',
				message: 'Connected as Test Conf (+1 555-078-3881)',
			});
		},
	);

	test('is right without app id and secret: only the trigger needs them', async () => {
		expect(await test_({ appId: '', appSecret: '' })).toMatchObject({ status: 'OK' });
	});

	test('is right while its app secret is being renewed', async () => {
		const appSecret = `${simulator.credentials.appSecret}, the old one`;
		expect(await test_({ appSecret })).toMatchObject({ status: 'OK' });
	});

	test('is right with blanks around what was pasted', async () => {
		const { accessToken, businessAccountId, apiUrl } = simulator.credentials;
		const pasted = {
			accessToken: ` ${accessToken}\n`,
			businessAccountId: `${businessAccountId} `,
			apiUrl: `${apiUrl}/ `,
		};
		expect(await test_(pasted)).toMatchObject({ status: 'OK' });
	});

	test.each<[string, object, RegExp]>([
		['an empty token', { accessToken: '' }, /^Access Token is empty$/],
		['a wrong token', { accessToken: 'EAAwrong' }, /190/],
		['no account', { businessAccountId: '' }, /Business Account ID is empty/],
		['an account of somebody else', { businessAccountId: '999999' }, /account 999999/],
		['no number', { phoneNumberId: '' }, /^Phone Number ID is empty$/],
		[
			'a number of another account',
			{ phoneNumberId: '777' },
			/number 777 is not one of account 102290129340398/,
		],
		['the number itself for its id', { phoneNumberId: '+1 555-078-3881' }, /Phone Number ID/],
		['a wrong app secret', { appSecret: 'wrong' }, /App ID and App Secret do not belong together/],
		['an app secret without app id', { appId: '' }, /App ID/],
		[
			'an address where nobody answers',
			{ apiUrl: 'http://127.0.0.1:9' },
			/could not be reached.*API address/,
		],
		['an address that is none', { apiUrl: 'not an address' }, /./],
	])('with %s says so', async (_, change, message) => {
		const result = await test_(change);

		expect(result).toMatchObject({ status: 'Error', message: expect.stringMatching(message) });
		for (const secret of [
			simulator.credentials.accessToken,
			'EAAwrong',
			simulator.credentials.appSecret,
		]) {
			expect(result?.message).not.toContain(secret);
		}
	});

	test('whose token expired says so', async () => {
		simulator.control.change({ token: { state: 'expired' } });
		expect(await test_()).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/expired/),
		});
	});

	test('at an address that is not WhatsApp’s says so', async () => {
		simulator.control.change({ faults: [{ path: '/', kind: 'html', httpStatus: 404 }] });
		expect(await test_()).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/not in the way WhatsApp answers.*API address/),
		});
	});
});

describe('the Event Webhook credential', () => {
	const secret = async (value: unknown) =>
		await new InProcessEngine({}).testCredential('whatsAppEventTrigger', 'eventWebhookSecretTest', {
			secret: value as string,
		});

	test('is right with a long secret', async () => {
		expect(await secret('tito-token-1234567890')).toMatchObject({ status: 'OK' });
	});

	test.each(['', '   ', 'short', undefined])('with %j says how long one must be', async (value) => {
		expect(await secret(value)).toEqual({ status: 'Error', message: 'Use at least 12 characters' });
	});
});
