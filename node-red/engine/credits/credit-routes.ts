import type { NodeAPI } from 'node-red';
import type { Account } from '../../../core/account/account';
import { balanceSources } from '../../../core/credits/balance';
import type { Transport } from '../../../core/ports';
import { isObject } from '../../../core/templates/json';
import { accountNodeOf, type AccountNode } from '../account-node';
import { NodeFailure } from '../node-failure';
import { cardsOf, guardAnswer, pageAnswer, spendAnswer } from './credit-answers';
import { creditDesk, type CreditDesk } from './credit-desk';
import type { CreditFields } from './credit-fields';
import { providerOfDraft } from './provider-draft';
import { book, purchaseByHand } from './purchase-desk';
import { sourceOf } from './source-of';

type Body = Record<string, unknown>;

export interface CreditRoutePorts {
	/** A POST that needs the permission to change flows. */
	post(path: string, task: (body: Body, asked: string) => Promise<object>): void;
	/** The account of the dialog, deployed or not. */
	readable(body: Body): Account;
	withClient<T>(account: Account, task: (transport: Transport) => Promise<T>): Promise<T>;
}

/** Those that ask for something: Meta's own balance is read with the account. */
export const creditSources = () => ({
	sources: balanceSources
		.filter(({ fields }) => fields.length > 0)
		.map(({ id, name, fields }) => ({ id, name, fields })),
});

/** What the dialog of Check Credits asks: a look, and the purchases of the deployed account. */
export function addCreditRoutes(
	RED: NodeAPI,
	{ post, readable, withClient }: CreditRoutePorts,
): void {
	post('credits/look/:operation', async (body, asked) => {
		const fields = (isObject(body.fields) ? body.fields : {}) as CreditFields;
		const deployed = accountNodeOf(RED, isObject(body.account) ? String(body.account.id) : '');
		const source = sourceOf(fields.balanceFrom, providerOfDraft(RED, body.provider));
		// A provider is asked with keys of its own.
		const needsAccount = asked !== 'balance' || fields.balanceFrom !== 'provider';
		const account = needsAccount ? readable(body) : (deployed?.account ?? readable(body));
		return await withClient(account, async (transport) => {
			const desk = creditDesk({
				...{ account, transport, ...source, cards: cardsOf(fields) },
				purchases: deployed ? await purchasesOf(deployed) : [],
			});
			return await look(asked, desk, fields, String(body.language ?? ''));
		});
	});
	post('credits/purchases', async (body) => ({
		purchases: await purchasesOf(deployedAccount(RED, body)),
	}));
	post('credits/purchases/add', async (body) => {
		const account = deployedAccount(RED, body);
		await book(account, purchaseByHand(isObject(body.purchase) ? body.purchase : {}));
		return { purchases: await purchasesOf(account) };
	});
	post('credits/purchases/remove', async (body) => {
		const account = deployedAccount(RED, body);
		const { purchases } = account.store().credits();
		await purchases.remove(account.account.businessAccountId, String(body.paymentId ?? ''));
		return { purchases: await purchasesOf(account) };
	});
}

async function look(
	asked: string,
	desk: CreditDesk,
	fields: CreditFields,
	editor: string,
): Promise<object> {
	const { pageLanguage = 'auto' } = fields;
	const language = pageLanguage === 'auto' ? (editor.startsWith('ja') ? 'ja' : 'en') : pageLanguage;
	switch (asked) {
		case 'balance':
			return { balance: await desk.balance() };
		case 'spend':
			return { spend: await spendAnswer(desk, fields) };
		case 'guard':
			return { guard: await guardAnswer(desk, fields) };
		case 'health':
			return { health: await desk.health() };
		case 'page':
			return { page: await pageAnswer(desk, fields, language) };
		default:
			throw new NodeFailure(`There is nothing to look at for “${asked}”.`, 'not_found');
	}
}

const purchasesOf = async ({ account, store }: AccountNode) =>
	await store().credits().purchases.all(account.businessAccountId);

/** Purchases are kept in this Node-RED, for an account it knows. */
function deployedAccount(RED: NodeAPI, { id }: Body): AccountNode {
	const account = accountNodeOf(RED, String(id ?? ''));
	if (account) return account;
	throw new NodeFailure('Deploy first: purchases are kept for the deployed account.', 'not_found');
}
