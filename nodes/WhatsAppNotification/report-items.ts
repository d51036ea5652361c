import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import {
	readRows,
	reportCsv,
	reportOf,
	reportPage,
	type ReportPageOptions,
} from '../../core/notifications';
import { n8nClock } from '../engine/clock';
import { readPage } from './read-page';

/** Rows of the table of results → one item: the numbers, the page, the CSV as text and as a file. */
export async function reportItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const option = (name: string) => context.getNodeParameter(`options.${name}`, 0, '') as unknown;
	const text = (name: string) => String(option(name) ?? '').trim();
	const rows = readRows(context.getInputData().map(({ json }) => json));
	const notification = rows[0]?.notification ?? '';
	const page = readPage(context, notification);
	const csv = reportCsv(rows, {
		fullPhones: option('fullPhones') === true,
		language: page.language,
	});
	const html = reportPage(rows, {
		...page,
		now: n8nClock.now(),
		progress: text('progress') as ReportPageOptions['progress'],
		note: text('note'),
		nextAt: text('nextAt'),
		refresh: Number(option('refresh')) || undefined,
	});
	// With its byte order mark spreadsheets read it as Unicode.
	const bytes = Buffer.from(`\ufeff${csv}`, 'utf8');
	const fileName = `${notification || 'notification'}.csv`;
	return [
		[
			{
				json: { notification, ...reportOf(rows), csv, html } as unknown as IDataObject,
				binary: { data: await context.helpers.prepareBinaryData(bytes, fileName, 'text/csv') },
			},
		],
	];
}
