import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { nodeErrorSaying } from '../engine/node-error';
import { asItem, Fields } from './read-fields';
import type { SpendBy } from '../../core/credits';

const DAY_MS = 24 * 60 * 60_000;

/** One item: the rows, and their total. */
export async function spendItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const fields = new Fields(context);
	const moment = (name: string): number | undefined => {
		const typed = fields.text(name);
		const at = Date.parse(typed);
		if (typed !== '' && Number.isNaN(at))
			throw nodeErrorSaying(context, `“${typed}” is no date`, 'Write it as in 2026-11-30.');
		return typed === '' ? undefined : at;
	};
	const desk = await fields.desk();
	const until = moment('until');
	const from = moment('from') ?? (until ?? desk.now()) - 30 * DAY_MS;
	const spend = await desk.spend({ from, until });
	const answer = {
		...desk.report(spend, (fields.text('by') || 'country') as SpendBy),
		from: new Date(spend.from).toISOString(),
		until: new Date(spend.until).toISOString(),
		timeZone: spend.timeZone,
		notes: spend.notes,
	};
	return [asItem(answer)];
}
