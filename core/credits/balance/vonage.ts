import { booleanAt, textAt } from '../../webhooks/json';
import { askProvider, basicAuth, filledIn } from './ask-provider';
import type { BalanceSource } from './balance';
import { ADDRESS_FIELD, providerAddress } from './provider-address';
import { walletBalance } from './wallet';

/**
 * Vonage: `GET /account/get-balance` → `{value: 10.28, autoReload: false}`. Follows Vonage's Account
 * API; the answer has no currency, and every sample of the documentation writes euros.
 */
export const vonage: BalanceSource = {
	id: 'vonage',
	name: 'Vonage',
	fields: [
		{
			name: 'apiKey',
			displayName: 'API Key',
			description: 'From the Vonage Dashboard',
		},
		{
			name: 'apiSecret',
			displayName: 'API Secret',
			description: 'From the Vonage Dashboard',
			secret: true,
		},
		ADDRESS_FIELD,
	],
	async read(access, ports) {
		const { apiKey, apiSecret } = filledIn(vonage, access, 'apiKey', 'apiSecret');
		const answer = await askProvider(
			{
				name: 'Vonage',
				url: `${providerAddress('Vonage', access.apiUrl, 'https://rest.nexmo.com')}/account/get-balance`,
				headers: { Authorization: basicAuth(apiKey, apiSecret) },
				access,
				// The old way of this API, and RFC 7807 as newer ones of Vonage's answer.
				refusalText: (body) =>
					textAt(body, 'error-code-label') ?? textAt(body, 'detail') ?? textAt(body, 'title'),
			},
			ports,
		);
		const reloads = booleanAt(answer, 'autoReload') === true;
		return walletBalance({
			name: 'Vonage',
			amount: answer.value,
			currency: 'EUR',
			more: [
				'Vonage names no currency in the answer; its accounts are kept in euros.',
				...(reloads ? ['Auto-reload is on: Vonage tops up by itself.'] : []),
			],
		});
	},
};
