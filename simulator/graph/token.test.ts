import { startSimulator, type Simulator } from '../index.ts';
import { call, refusalOf, sendTemplate } from '../testing/caller.ts';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(() => simulator.close());
afterEach(() => simulator.control.change({ token: { state: 'valid' } }));

const number = () => `/v26.0/${simulator.credentials.phoneNumberId}`;

describe('the access token', () => {
	it.each([null, 'EAAsomebodyElse'])('is refused when it is %s', async (token) => {
		const refusal = refusalOf(await call(simulator, 'GET', number(), undefined, token));
		expect(refusal).toMatchObject({ status: 401, code: 190, type: 'OAuthException' });
	});

	it('may be in the query', async () => {
		const { accessToken } = simulator.credentials;
		const path = `${number()}?access_token=${accessToken}`;
		expect((await call(simulator, 'GET', path, undefined, null)).status).toBe(200);
	});

	it('is refused with subcode 463 when it has expired', async () => {
		simulator.control.change({ token: { state: 'expired' } });
		const refusal = refusalOf(await call(simulator, 'GET', number()));
		expect(refusal).toMatchObject({ status: 401, code: 190, error_subcode: 463 });
		expect(refusal.message).toMatch(/Session has expired on \w+day, \d\d-\w{3}-\d\d/);
	});

	it('is refused with subcode 467 when it was revoked', async () => {
		simulator.control.change({ token: { state: 'revoked' } });
		const refusal = refusalOf(await call(simulator, 'GET', number()));
		expect(refusal).toMatchObject({ status: 401, code: 190, error_subcode: 467 });
	});

	it('without permissions reads nothing and sends nothing', async () => {
		simulator.control.change({ token: { state: 'missing_permission' } });
		expect(refusalOf(await call(simulator, 'GET', number()))).toMatchObject({
			status: 403,
			code: 200,
		});
		expect(refusalOf(await sendTemplate(simulator, 'hello_world'))).toMatchObject({
			status: 403,
			code: 131005,
		});
	});
});

describe('debug_token', () => {
	const debug = (input: string) => {
		const { appId, appSecret } = simulator.credentials;
		const path = `/v26.0/debug_token?input_token=${encodeURIComponent(input)}`;
		return call(simulator, 'GET', path, undefined, `${appId}|${appSecret}`);
	};

	it('describes the token of the account', async () => {
		const { accessToken, appId, businessAccountId } = simulator.credentials;
		expect((await debug(accessToken)).json).toEqual({
			data: {
				app_id: appId,
				type: 'SYSTEM_USER',
				is_valid: true,
				expires_at: 0,
				scopes: ['whatsapp_business_management', 'whatsapp_business_messaging'],
				granular_scopes: [
					{ scope: 'whatsapp_business_management', target_ids: [businessAccountId] },
					{ scope: 'whatsapp_business_messaging', target_ids: [businessAccountId] },
				],
			},
		});
	});

	it('says why a token is not valid', async () => {
		simulator.control.change({ token: { state: 'expired' } });
		expect((await debug(simulator.credentials.accessToken)).json['data']).toMatchObject({
			is_valid: false,
			error: { code: 190, subcode: 463 },
		});
		expect((await debug('nonsense')).json['data']).toMatchObject({ is_valid: false });
	});
});

describe('client credentials', () => {
	it("give the app's token", async () => {
		const { appId, appSecret } = simulator.credentials;
		const query = `client_id=${appId}&client_secret=${appSecret}&grant_type=client_credentials`;
		const path = `/oauth/access_token?${query}`;
		expect((await call(simulator, 'GET', path, undefined, null)).json).toEqual({
			access_token: `${appId}|${appSecret}`,
			token_type: 'bearer',
		});
	});
});
