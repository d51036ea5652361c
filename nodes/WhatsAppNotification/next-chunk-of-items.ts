import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { nextChunk, quietHours, readRows, startMoment } from '../../core/notifications';
import { n8nClock } from '../engine/clock';

/** Rows of the table of results → those to send now; or, on the second output, why there are none. */
export async function nextChunkOfItems(
	context: IExecuteFunctions,
): Promise<INodeExecutionData[][]> {
	const field = (name: string) => context.getNodeParameter(name, 0, '') as unknown;
	const timeZone = String(field('timeZone') ?? '').trim() || context.getTimezone();
	const next = nextChunk(readRows(context.getInputData().map(({ json }) => json)), {
		size: Number(field('chunkSize')) || 200,
		now: n8nClock.now(),
		notBefore: startMoment(field('notBefore'), timeZone),
		quiet: quietHours(field('quietFrom'), field('quietUntil')),
		timeZone,
	});
	const { chunk, left, nextAt = '', halted } = next;
	if (chunk.length > 0) {
		return [chunk.map((row) => ({ json: row as unknown as IDataObject })), []];
	}
	const finished = left === 0;
	const progress = finished ? 'finished' : halted ? 'stopped' : 'scheduled';
	return [
		[],
		[
			{
				json: {
					finished,
					progress,
					left,
					nextAt,
					reason: '',
					message: '',
					whatToDo: '',
					...halted,
				},
			},
		],
	];
}
