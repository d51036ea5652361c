import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { balanceItems } from './balance-items';
import { bookItems } from './book-items';
import { estimateItems } from './estimate-items';
import { guardItems } from './guard-items';
import { healthItems } from './health-items';
import { pageItems } from './page-items';
import { priceItems } from './price-items';
import { spendItems } from './spend-items';

type Operation = (context: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

/** What the node does, by the value of its field Operation. */
export const operations = {
	balance: balanceItems,
	spend: spendItems,
	estimate: estimateItems,
	price: priceItems,
	guard: guardItems,
	health: healthItems,
	bookPurchase: bookItems,
	page: pageItems,
} satisfies Record<string, Operation>;
