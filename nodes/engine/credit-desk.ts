import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Account } from '../../core/account/account';
import { RATE_CARDS, type RateCard } from '../../core/credits';
import { CreditDesk, purchasesOf, type CreditPorts } from '../../core/credits/desk';
import { readAccount } from './account';
import { n8nClock } from './clock';
import { readProviderAccess } from './provider-access';
import { providerTransport } from './provider-transport';
import { n8nTransport } from './transport';

/** What the node's fields say about whom to ask. */
export interface CreditFields {
	/** `meta`, `prepaid` or `provider`; left out, nobody is asked for a balance. */
	whoIsPaid?: unknown;
	/** Rows of the table of purchases. */
	purchases?: unknown;
	cards?: readonly RateCard[];
	/** Another number of the account. */
	phoneNumberId?: unknown;
	/** A provider can be asked without a WhatsApp account. */
	withoutAccount?: boolean;
}

/** One look at the credits, with the credentials of the node. */
export async function creditDeskOf(
	context: IExecuteFunctions,
	fields: CreditFields,
): Promise<CreditDesk> {
	const account = fields.withoutAccount ? undefined : await accountOf(context, fields);
	return new CreditDesk({
		clock: n8nClock,
		provider: providerTransport(context),
		cards: fields.cards ?? RATE_CARDS,
		...(account ? { account, transport: n8nTransport(context, account.apiUrl) } : {}),
		...(await whoIsAsked(context, fields)),
	});
}

async function accountOf(
	context: IExecuteFunctions,
	{ phoneNumberId }: CreditFields,
): Promise<Account> {
	const account = await readAccount(context);
	const other = String(phoneNumberId ?? '').trim();
	return other === '' ? account : { ...account, phoneNumberId: other };
}

async function whoIsAsked(
	context: IExecuteFunctions,
	{ whoIsPaid, purchases }: CreditFields,
): Promise<Pick<CreditPorts, 'source' | 'access' | 'purchases'>> {
	switch (whoIsPaid) {
		case 'prepaid':
			return { source: 'prepaid', purchases: purchasesOf(purchases) };
		case 'provider':
			return await readProviderAccess(context);
		default:
			return { source: 'meta' };
	}
}

/** What the option Rate Card holds: text, or the name of a binary field of the first item. */
export async function rateCardRows(
	context: IExecuteFunctions,
	given: unknown,
): Promise<Array<{ text: string; validFrom: string }>> {
	const rows = ((given as IDataObject | undefined)?.card ?? []) as Array<{
		csv?: string;
		validFrom?: string;
	}>;
	const binary = context.getInputData()[0]?.binary ?? {};
	return await Promise.all(
		rows.map(async ({ csv = '', validFrom = '' }) => ({
			validFrom: validFrom.trim(),
			text: Object.hasOwn(binary, csv.trim())
				? (await context.helpers.getBinaryDataBuffer(0, csv.trim())).toString('utf8')
				: csv,
		})),
	);
}
