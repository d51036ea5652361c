import { pathOf } from '../../graph/address';
import { textAt } from '../../webhooks/json';
import { askProvider, basicAuth, filledIn } from './ask-provider';
import type { BalanceSource } from './balance';
import { ADDRESS_FIELD, providerAddress } from './provider-address';
import { walletBalance } from './wallet';

/**
 * Twilio: `GET /2010-04-01/Accounts/{sid}/Balance.json` → `{account_sid, balance: "12.34", currency}`,
 * the amount as text. Follows Twilio's API description of the Balance resource. Subaccounts have no
 * balance of their own.
 */
export const twilio: BalanceSource = {
	id: 'twilio',
	name: 'Twilio',
	fields: [
		{
			name: 'accountSid',
			displayName: 'Account SID',
			description: 'Of the main account: a subaccount has no balance of its own',
			placeholder: 'AC…',
		},
		{
			name: 'authToken',
			displayName: 'Auth Token',
			description: 'From Account Info in the Twilio Console',
			secret: true,
		},
		ADDRESS_FIELD,
	],
	async read(access, ports) {
		const { accountSid, authToken } = filledIn(twilio, access, 'accountSid', 'authToken');
		const address = providerAddress('Twilio', access.apiUrl, 'https://api.twilio.com');
		const answer = await askProvider(
			{
				name: 'Twilio',
				url: address + pathOf('2010-04-01', 'Accounts', accountSid, 'Balance.json'),
				headers: { Authorization: basicAuth(accountSid, authToken) },
				access,
				refusalText: (body) => textAt(body, 'message'),
			},
			ports,
		);
		return walletBalance({ name: 'Twilio', amount: answer.balance, currency: answer.currency });
	},
};
