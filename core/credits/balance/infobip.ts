import { objectAt, textAt } from '../../webhooks/json';
import { askProvider, filledIn } from './ask-provider';
import type { BalanceSource } from './balance';
import { providerAddress } from './provider-address';
import { walletBalance } from './wallet';

/**
 * Infobip: `GET /account/1/balance` → `{balance, currency}`. Known from clients' code only; Infobip's
 * documentation describes the refusal, `{requestError: {serviceException: {messageId, text}}}`.
 * Every customer has an address of their own, which therefore has to be typed.
 */
export const infobip: BalanceSource = {
	id: 'infobip',
	name: 'Infobip',
	fields: [
		{
			name: 'apiKey',
			displayName: 'API Key',
			description: 'From API Keys in the Infobip Portal',
			secret: true,
		},
		{
			name: 'apiUrl',
			displayName: 'API Base URL',
			description: 'Your own address, on the home page of the Infobip Portal',
			placeholder: 'xxxxx.api.infobip.com',
		},
	],
	async read(access, ports) {
		const { apiKey } = filledIn(infobip, access, 'apiKey');
		const answer = await askProvider(
			{
				name: 'Infobip',
				url: `${providerAddress('Infobip', access.apiUrl)}/account/1/balance`,
				headers: { Authorization: `App ${apiKey}` },
				access,
				refusalText: (body) => {
					const exception = objectAt(objectAt(body, 'requestError'), 'serviceException');
					return textAt(exception, 'text') ?? textAt(exception, 'messageId');
				},
			},
			ports,
		);
		return walletBalance({
			name: 'Infobip',
			amount: answer.balance,
			currency: answer.currency,
			more: ['Infobip does not document this answer; compare it with the portal once.'],
		});
	},
};
