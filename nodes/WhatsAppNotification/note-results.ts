import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { DeliveryOutcome } from '../../core/messages/outcome';
import { changeByOutcome, changesByStatus, type RowChange } from '../../core/notifications';
import { n8nClock } from '../engine/clock';

/**
 * Items of Send Template and statuses of Business Trigger → what to write into the rows they belong to. What belongs to no
 * notification comes to nothing.
 */
export async function noteResults(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const at = new Date(n8nClock.now()).toISOString();
	const changes = context.getInputData().flatMap(({ json }, item): INodeExecutionData[] => {
		return changesOf(json, at).map((change) => ({ json: { ...change }, pairedItem: { item } }));
	});
	return [changes];
}

function changesOf(json: IDataObject, at: string): RowChange[] {
	if (typeof json.outcome !== 'string') return changesByStatus(json, at);
	const key = (json.input as IDataObject | undefined)?.key ?? json.deliveryKey;
	if (typeof key !== 'string' || key === '') return [];
	return [changeByOutcome(key, json as unknown as DeliveryOutcome, at)];
}
