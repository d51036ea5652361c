import type { INodeParameters } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { WhatsAppCreditProviderApi } from '../../../credentials/WhatsAppCreditProviderApi.credentials';
import { balanceSources } from '../../../core/credits/balance';
import { nodeTypeOf } from '../../engine/node-types';
import { useCreditDesk } from './desk';

const { description } = nodeTypeOf('whatsAppCheckCredits');

/** Which credentials the dialog asks for. */
const asked = (parameters: INodeParameters): string[] =>
	(description.credentials ?? [])
		.filter((one) => NodeHelpers.displayParameter(parameters, one as never, null, description))
		.map(({ name }) => name);

const account = 'whatsAppBusinessApi';
const provider = 'whatsAppCreditProviderApi';

test.each([
	[{ operation: 'health' }, [account]],
	[{ operation: 'spend' }, [account]],
	[{ operation: 'estimate' }, [account]],
	[{ operation: 'price', compareMix: 'account' }, [account]],
	[{ operation: 'price', compareMix: 'none' }, []],
	[{ operation: 'balance', source: 'meta' }, [account]],
	[{ operation: 'balance', source: 'prepaid' }, [account]],
	[{ operation: 'balance', source: 'provider' }, [provider]],
	[{ operation: 'guard', balanceSource: 'prepaid' }, [account]],
	[{ operation: 'guard', balanceSource: 'provider' }, [account, provider]],
	[{ operation: 'page', balanceSource: 'meta' }, [account]],
	[{ operation: 'bookPurchase', paidBy: 'stripe' }, [provider]],
	[{ operation: 'bookPurchase', paidBy: 'hand' }, []],
])('%j asks for %j', (parameters, credentials) => {
	expect(asked(parameters)).toEqual(credentials);
});

describe('the credential of a provider', () => {
	const { properties } = new WhatsAppCreditProviderApi();

	test('has the fields of each provider under names of their own, secrets hidden', () => {
		const names = properties.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
		for (const { id, fields } of balanceSources.filter(({ id: one }) => one !== 'meta')) {
			const own = properties.filter(
				({ displayOptions }) => displayOptions?.show?.provider?.[0] === id,
			);
			expect(own).toHaveLength(fields.length);
			fields.forEach(({ secret }, index) => expect(own[index]?.typeOptions?.password).toBe(secret));
		}
	});

	test('and Stripe’s webhook secret, which is hidden too', () => {
		const secret = properties.find(({ name }) => name === 'stripeWebhookSecret');
		expect(secret?.typeOptions?.password).toBe(true);
	});
});

describe('its test', () => {
	const desk = useCreditDesk();
	const tested = async (data: Record<string, string>) =>
		await desk.engine.testCredential('whatsAppCheckCredits', 'whatsAppCreditProviderApiTest', data);

	test('of Stripe’s secret looks at its shape', async () => {
		expect(await tested({ provider: 'stripe' })).toMatchObject({ status: 'Error' });
		expect(await tested({ provider: 'stripe', stripeWebhookSecret: 'sk_live_1' })).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('whsec_'),
		});
		expect(await tested({ provider: 'stripe', stripeWebhookSecret: 'whsec_1' })).toMatchObject({
			status: 'OK',
		});
	});

	test('of a provider that is not reached says so', async () => {
		expect(
			await tested({
				provider: 'twilio',
				twilioAccountSid: 'AC1',
				twilioAuthToken: 't',
				twilioApiUrl: 'http://127.0.0.1:9',
			}),
		).toMatchObject({ status: 'Error', message: expect.any(String) });
	});
});
