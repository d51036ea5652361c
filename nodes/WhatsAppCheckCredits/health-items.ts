import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { asItem, Fields } from './read-fields';

/** One item: whether the account can send, and what stands in the way. */
export async function healthItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const desk = await new Fields(context).desk();
	return [asItem(await desk.health())];
}
