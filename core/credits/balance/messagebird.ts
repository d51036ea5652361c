import { isObject, listAt, textAt } from '../../webhooks/json';
import { askProvider, filledIn } from './ask-provider';
import type { BalanceSource } from './balance';
import { ADDRESS_FIELD, providerAddress } from './provider-address';
import { walletBalance } from './wallet';

/** MessageBird's words; `credits` are none, and every other currency is an ISO 4217 code. */
const CURRENCY_WORDS: Readonly<Record<string, string>> = {
	euros: 'EUR',
	pounds: 'GBP',
	dollars: 'USD',
};

/**
 * MessageBird: `GET /balance` → `{payment: "prepaid", type: "euros", amount: 103}`. Follows the types
 * of MessageBird's own Node client. Of a postpaid account it answers 0, which is not a balance. The
 * wallet of the newer Bird accounts has no documented address.
 */
export const messagebird: BalanceSource = {
	id: 'messagebird',
	name: 'MessageBird',
	fields: [
		{
			name: 'accessKey',
			displayName: 'Access Key',
			description: 'A live key, from Developers → API access in the MessageBird Dashboard',
			secret: true,
		},
		ADDRESS_FIELD,
	],
	async read(access, ports) {
		const { accessKey } = filledIn(messagebird, access, 'accessKey');
		const address = providerAddress('MessageBird', access.apiUrl, 'https://rest.messagebird.com');
		const answer = await askProvider(
			{
				name: 'MessageBird',
				url: `${address}/balance`,
				headers: { Authorization: `AccessKey ${accessKey}` },
				access,
				refusalText: (body) => {
					const first = listAt(body, 'errors').find(isObject);
					return first && textAt(first, 'description');
				},
			},
			ports,
		);
		if (textAt(answer, 'payment') === 'postpaid') {
			return {
				kind: 'spendOnly',
				paymentMethod: 'unknown',
				evidence: ['MessageBird says that this account is postpaid.'],
				message: 'MessageBird bills this account afterwards, so there is no balance.',
			};
		}
		const type = textAt(answer, 'type') ?? '';
		const word = Object.hasOwn(CURRENCY_WORDS, type) ? CURRENCY_WORDS[type] : undefined;
		return walletBalance({
			name: 'MessageBird',
			amount: answer.amount,
			currency: word ?? type,
		});
	},
};
