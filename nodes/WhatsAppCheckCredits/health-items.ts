import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { sendingPlace } from '../../core/account/sending-gate';
import { sendingStates } from '../engine/account-state';
import { readAccount } from '../engine/account';
import { asItem, Fields } from './read-fields';

/** One item: whether the account can send, and what stands in the way. */
export async function healthItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const desk = await new Fields(context).desk();
	const health = await desk.health();
	// The end of a restriction is told by no webhook: Send Template looks again at once instead of in ten minutes.
	if (health.canSend === 'yes') {
		sendingStates.lookNow(sendingPlace(await readAccount(context)));
	}
	return [asItem(health)];
}
