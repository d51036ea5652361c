import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { buyingPlace } from '../../core/credits/buying';
import { readAccount } from '../engine/account';
import { asItem, Fields } from './read-fields';

/** One item: what is left, and where one buys more. */
export async function balanceItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const fields = new Fields(context);
	const desk = await fields.desk('source');
	const balance = await desk.balance();
	const account = fields.value('source') === 'provider' ? undefined : await readAccount(context);
	const { source } = balance;
	const buy = buyingPlace({ source, businessAccountId: account?.businessAccountId });
	return [asItem({ ...balance, buy })];
}
