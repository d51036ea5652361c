import { transportErrorFrom } from '../graph/transport-failure';
import { fixture } from '../testing/fixture';
import { scriptedTransport, type ScriptedAnswer } from '../testing/scripted-transport';
import { checkAccount, type AccountToCheck } from './check-account';

const account: AccountToCheck = {
	businessAccountId: '102290129340398',
	phoneNumberId: '106540352242922',
	appId: '670843887433847',
	appSecret: 'test_app_secret',
	apiVersion: 'v26.0',
};

const answer = (name: string, status = 200): ScriptedAnswer => ({
	status,
	body: fixture(__dirname, name),
});
const numbers = answer('numbers');
const subscriptions = answer('subscriptions');

/** Checks against answers in order: first the numbers of the account, then the app. */
async function check(answers: ScriptedAnswer[], more: Partial<AccountToCheck> = {}) {
	const { transport, requests } = scriptedTransport(answers);
	return { ...(await checkAccount(transport, { ...account, ...more })), requests };
}

describe('a credential that is right', () => {
	it('is told with the name and the number it sends as', async () => {
		const { ok, message, requests } = await check([numbers, subscriptions]);
		expect([ok, message]).toEqual([true, 'Connected as Lucky Shrub (+1 555-078-3881)']);
		expect(requests).toMatchObject([
			{
				method: 'GET',
				path: '/v26.0/102290129340398/phone_numbers',
				query: { fields: 'id,display_phone_number,verified_name' },
			},
			{
				method: 'GET',
				path: '/v26.0/670843887433847/subscriptions',
				accessToken: '670843887433847|test_app_secret',
			},
		]);
		expect(requests[0]?.accessToken).toBeUndefined();
	});

	it('needs no app while nothing is received', async () => {
		expect(await check([numbers], { appId: '', appSecret: '' })).toMatchObject({ ok: true });
	});

	it('may hold two app secrets while one is being renewed, the current one first', async () => {
		const { ok, requests } = await check([numbers, subscriptions], {
			appSecret: ' new_secret , test_app_secret',
		});
		expect([ok, requests[1]?.accessToken]).toEqual([true, '670843887433847|new_secret']);
	});
});

describe('a credential that is wrong', () => {
	const sentences: string[] = [];
	const wrong = async (answers: ScriptedAnswer[], more: Partial<AccountToCheck> = {}) => {
		const { ok, message } = await check(answers, more);
		expect(ok).toBe(false);
		sentences.push(message);
		return message;
	};

	afterAll(() => {
		expect(new Set(sentences).size).toBe(sentences.length);
		expect(sentences.join()).not.toContain('test_app_secret');
	});

	it.each<[string, Partial<AccountToCheck>]>([
		['WhatsApp Business Account ID is empty', { businessAccountId: '' }],
		['Phone Number ID is empty', { phoneNumberId: '' }],
		['App ID (it belongs to the App Secret) is empty', { appId: '' }],
		['API Version “latest” is not a version such as v26.0', { apiVersion: 'latest' }],
	])('is told before anything is asked: %s', async (sentence, more) => {
		expect(await wrong([], more)).toBe(sentence);
	});

	it('for its token wants a new token', async () => {
		expect(await wrong([answer('token-invalid', 401)])).toMatch(
			/Cannot parse access token.*code 190.*new system user token/,
		);
	});

	it('for its account names the account, not a template', async () => {
		const sentence = await wrong([answer('object-not-seen', 400)], {
			businessAccountId: '102290129340399',
		});
		expect(sentence).toMatch(/^The token works, but it sees no account 102290129340399: /);
		expect(sentence).toMatch(/Copy the WhatsApp Business Account ID/);
		expect(sentence).not.toMatch(/template/);
	});

	it('for a number where the account belongs asks for the account', async () => {
		expect(
			await wrong([answer('number-as-account', 400)], { businessAccountId: account.phoneNumberId }),
		).toMatch(/Copy the WhatsApp Business Account ID/);
	});

	it('for a missing permission says which', async () => {
		expect(await wrong([answer('permission-missing', 403)])).toMatch(
			/code 200.*whatsapp_business_management/,
		);
	});

	it('for a number of another account says so', async () => {
		expect(await wrong([numbers], { phoneNumberId: '999' })).toBe(
			'The token works, but the number 999 is not one of account 102290129340398. Copy the Phone Number ID from WhatsApp › API Setup.',
		);
	});

	it('for its app wants App ID and App Secret, not a new token', async () => {
		for (const name of ['app-invalid', 'token-invalid']) {
			const sentence = await wrong([numbers, answer(name, 400)]);
			expect(sentence).toMatch(
				/^Token, account and number are right, but App ID and App Secret do not/,
			);
			expect(sentence).not.toMatch(/system user/);
		}
	});

	it('for its address says that nobody there is WhatsApp', async () => {
		expect(await wrong([{ status: 404, body: '<html>Not Found</html>' }])).toMatch(
			/HTTP 404.*Check the API address/,
		);
	});

	it('for an address that is not reached says so', async () => {
		const failure = transportErrorFrom(Object.assign(new Error('no'), { code: 'ENOTFOUND' }));
		expect(await wrong([failure])).toMatch(
			/^WhatsApp could not be reached: the address could not be found/,
		);
	});

	it.each([[{ data: [null, 7, {}] }], [{ data: 'x' }], [{}]])(
		'never throws, whatever the list of numbers is: %j',
		async (body) => {
			expect((await check([{ body }])).message).toMatch(/is not one of account/);
		},
	);
});
