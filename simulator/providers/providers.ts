import { isAuthorization, isBasic, type Provider } from './provider.ts';

/**
 * Addresses, keys and answers are those of reference §8. Where nobody has published what a wrong key
 * is answered, the status is a reading of ours, and said so.
 */
export const PROVIDERS: readonly Provider[] = [
	{
		id: 'dialog360',
		name: '360dialog',
		paths: [
			'/api/v2/partners/:partnerId/balance',
			'/api/v2/partners/:partnerId/clients/:clientId/info/balance',
		],
		access: { apiKey: 'demo_partner_api_key', partnerId: 'demoPA', clientId: 'demoCL' },
		amount: 100.45,
		currency: 'EUR',
		isAllowed: ({ headers, params }) =>
			headers['x-api-key'] === 'demo_partner_api_key' &&
			params['partnerId'] === 'demoPA' &&
			(params['clientId'] === undefined || params['clientId'] === 'demoCL'),
		// Of one client it is called otherwise. Source: 360dialog, "Get Client Balance".
		balance: (amount, currency, { params }) => ({
			[params['clientId'] === undefined ? 'total' : 'balance']: amount,
			currency: currency.toLowerCase(),
		}),
		// 403 "Permission denied for partner" is documented, the body around it is one seen in clients.
		refusal: { status: 403, json: { error: { message: 'Permission denied for partner.' } } },
	},
	{
		id: 'gupshup',
		name: 'Gupshup',
		paths: ['/partner/app/:appId/wallet/balance'],
		access: { appId: 'demo-app', appToken: 'sk_demo_partner_app_token' },
		amount: 42.25,
		currency: 'USD',
		isAllowed: (request) =>
			isAuthorization(request, 'sk_demo_partner_app_token') &&
			request.params['appId'] === 'demo-app',
		balance: (currentBalance, currency) => ({
			status: 'success',
			walletResponse: { currency, currentBalance, overDraftLimit: 0 },
		}),
		// Not published.
		refusal: {
			status: 401,
			json: { status: 'error', message: 'Unauthorised access to the resource.' },
		},
	},
	{
		id: 'twilio',
		name: 'Twilio',
		paths: ['/2010-04-01/Accounts/:accountSid/Balance.json'],
		access: { accountSid: 'ACdemo00000000000000000000000000', authToken: 'demo_auth_token' },
		amount: 17.5,
		currency: 'USD',
		isAllowed: (request) =>
			isBasic(request, 'ACdemo00000000000000000000000000', 'demo_auth_token') &&
			request.params['accountSid'] === 'ACdemo00000000000000000000000000',
		balance: (amount, currency) => ({
			account_sid: 'ACdemo00000000000000000000000000',
			balance: String(amount),
			currency,
		}),
		// Source: Twilio, "Error 20003".
		refusal: {
			status: 401,
			json: {
				code: 20003,
				message: 'Authenticate',
				more_info: 'https://www.twilio.com/docs/errors/20003',
				status: 401,
			},
		},
	},
	{
		id: 'vonage',
		name: 'Vonage',
		paths: ['/account/get-balance'],
		access: { apiKey: 'demo1234', apiSecret: 'demo_api_secret' },
		amount: 10.28,
		currency: 'EUR',
		isAllowed: (request) => isBasic(request, 'demo1234', 'demo_api_secret'),
		// Always in euros.
		balance: (value) => ({ value, autoReload: false }),
		// Source: Vonage, "Account API".
		refusal: {
			status: 401,
			json: { 'error-code': '401', 'error-code-label': 'authentication failed' },
		},
	},
	{
		id: 'messagebird',
		name: 'MessageBird',
		paths: ['/balance'],
		access: { accessKey: 'demo_access_key' },
		amount: 9.2,
		currency: 'EUR',
		isAllowed: (request) => isAuthorization(request, 'AccessKey demo_access_key'),
		balance: (amount, currency) => ({ payment: 'prepaid', type: WORDS[currency], amount }),
		// Source: MessageBird, "API errors".
		refusal: {
			status: 401,
			json: {
				errors: [
					{
						code: 2,
						description: 'Request not allowed (incorrect access_key)',
						parameter: 'access_key',
					},
				],
			},
		},
	},
	{
		id: 'infobip',
		name: 'Infobip',
		paths: ['/account/1/balance'],
		access: { apiKey: 'demo_api_key' },
		amount: 55.1,
		currency: 'EUR',
		isAllowed: (request) => isAuthorization(request, 'App demo_api_key'),
		balance: (balance, currency) => ({ balance, currency }),
		// Source: Infobip, "Status and error codes".
		refusal: {
			status: 401,
			json: {
				requestError: {
					serviceException: { messageId: 'UNAUTHORIZED', text: 'Invalid login details' },
				},
			},
		},
	},
];

/** MessageBird spells currencies out; those of its documentation. */
const WORDS: Readonly<Record<string, string>> = { EUR: 'euros', GBP: 'pounds', USD: 'dollars' };
