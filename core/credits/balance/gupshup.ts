import { pathOf } from '../../graph/address';
import { objectAt, textAt } from '../../webhooks/json';
import { askProvider, filledIn, refusal } from './ask-provider';
import type { BalanceSource } from './balance';
import { ADDRESS_FIELD, providerAddress } from './provider-address';
import { readAmount } from './read-amount';
import { walletBalance } from './wallet';

/**
 * Gupshup, for partners: `GET /partner/app/{app}/wallet/balance` → `{status: "success",
 * walletResponse: {currency, currentBalance, overDraftLimit}}`. Follows Gupshup's partner
 * documentation, "Get Wallet Balance". What may be overdrawn is told, and not counted as money.
 */
export const gupshup: BalanceSource = {
	id: 'gupshup',
	name: 'Gupshup',
	fields: [
		{
			name: 'appId',
			displayName: 'App ID',
			description: 'Of the Gupshup app, in the Partner Portal',
		},
		{
			name: 'appToken',
			displayName: 'App Access Token',
			description: 'The partner app token of this app, not the key of the self-serve API',
			secret: true,
		},
		ADDRESS_FIELD,
	],
	async read(access, ports) {
		const { appId, appToken } = filledIn(gupshup, access, 'appId', 'appToken');
		const address = providerAddress('Gupshup', access.apiUrl, 'https://partner.gupshup.io');
		const answer = await askProvider(
			{
				name: 'Gupshup',
				url: address + pathOf('partner', 'app', appId, 'wallet', 'balance'),
				headers: { Authorization: appToken },
				access,
				refusalText: (body) => textAt(body, 'message'),
			},
			ports,
		);
		// An older answer has no status; one that says anything but success is a refusal.
		const status = textAt(answer, 'status');
		if (status !== undefined && status.toLowerCase() !== 'success') {
			throw refusal({ name: 'Gupshup', access }, textAt(answer, 'message'));
		}
		const wallet = objectAt(answer, 'walletResponse');
		const overdraft = readAmount(wallet.overDraftLimit);
		return walletBalance({
			name: 'Gupshup',
			amount: wallet.currentBalance,
			currency: wallet.currency,
			more: overdraft
				? [`The wallet may be overdrawn (overdraft limit ${overdraft}); that is not counted.`]
				: [],
		});
	},
};
