import { accountKey } from '../../../core/account/account';
import { sendingStates } from '../../../core/account/sending-states';
import type { AccountNode } from '../account-node';
import { jsonContext } from '../testing/json-context';
import { onGoodNews, type GoodNews } from './account-news';
import { contextCreditStore } from './context-credit-store';
import { book, purchaseByHand } from './purchase-desk';

afterEach(() => sendingStates.clear());

test('own credits that are booked are news once, and no money at Meta: a refusal for money still counts', async () => {
	const account = {
		...{ apiUrl: 'https://graph.facebook.com', apiVersion: 'v26.0' },
		...{ businessAccountId: '102290129340398', phoneNumberId: '106540352242922' },
	};
	const credits = contextCreditStore(jsonContext() as never, () => Date.now());
	const node = { account, store: () => ({ credits: () => credits }) } as unknown as AccountNode;
	const refused = Date.now() - 60_000;
	const money = { cause: 'money', since: refused, message: 'No money', whatToDo: 'Pay' } as const;
	const key = accountKey(account);
	sendingStates.halt({ account: key }, money as never, refused);
	const news: GoodNews[] = [];
	const deaf = onGoodNews(account.businessAccountId, (one) => news.push(one));

	const purchase = purchaseByHand({ credits: 40, amount: 80, currency: 'USD' });
	expect(await book(node, purchase)).toBe(true);
	expect(await book(node, purchase)).toBe(false);
	deaf();

	expect(news).toEqual([{ is: 'bought' }]);
	expect(sendingStates.refusedForMoney(key, Date.now() + 1000)).toBe(refused);
});
