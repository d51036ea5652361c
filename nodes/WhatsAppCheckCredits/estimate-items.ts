import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { estimateOf } from './planned-messages';
import { asItem, Fields } from './read-fields';

/** One item: what messages to all that came in cost. */
export async function estimateItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const fields = new Fields(context);
	return [asItem(await estimateOf(context, fields, await fields.desk()))];
}
