import { pathOf } from '../../graph/address';
import { objectAt, textAt } from '../../webhooks/json';
import { askProvider, filledIn } from './ask-provider';
import type { BalanceSource } from './balance';
import { ADDRESS_FIELD, providerAddress } from './provider-address';
import { walletBalance } from './wallet';

/**
 * 360dialog, for partners: `GET /partners/{partner}/balance` → `{total, currency: "eur"}`, and of one
 * client `…/clients/{client}/info/balance` → `{balance, currency, usage, …}` (5 in 30 seconds).
 * Follows 360dialog, "Partner API" and "Get Client Balance". No documentation tells a direct client
 * how to read their balance: they see it in the Client Hub.
 */
export const dialog360: BalanceSource = {
	id: 'dialog360',
	name: '360dialog',
	fields: [
		{
			name: 'apiKey',
			displayName: 'Partner API Key',
			description: 'Of the Partner Hub, not the D360-API-KEY of a number',
			secret: true,
		},
		{
			name: 'partnerId',
			displayName: 'Partner ID',
			description: 'In the Partner Hub, below Partner Integration; it ends with PA',
			placeholder: 'MalHtRPA',
		},
		{
			name: 'clientId',
			displayName: 'Client ID',
			description: 'For the balance of one client; leave empty for the partner’s own',
			optional: true,
		},
		ADDRESS_FIELD,
	],
	async read(access, ports) {
		const { apiKey, partnerId } = filledIn(dialog360, access, 'apiKey', 'partnerId');
		const clientId = (access.clientId ?? '').trim();
		const partner = ['api', 'v2', 'partners', partnerId];
		const path = clientId
			? pathOf(...partner, 'clients', clientId, 'info', 'balance')
			: pathOf(...partner, 'balance');
		const answer = await askProvider(
			{
				name: '360dialog',
				url: providerAddress('360dialog', access.apiUrl, 'https://hub.360dialog.io') + path,
				headers: { 'X-API-Key': apiKey },
				access,
				// None is documented; these are seen in clients.
				refusalText: (body) =>
					textAt(objectAt(body, 'error'), 'message') ??
					textAt(body, 'message') ??
					textAt(body, 'detail'),
			},
			ports,
		);
		return walletBalance({
			name: '360dialog',
			// Of a client, `balance` is what clients of this API read; the page shows no answer.
			amount: clientId ? (answer.balance ?? answer.total) : answer.total,
			currency: answer.currency,
			more: [
				clientId
					? `This is the balance of the client ${clientId}.`
					: 'This is the partner’s own balance.',
			],
		});
	},
};
