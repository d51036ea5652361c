import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { PageOptions } from '../../core/notifications';

/** How the page is written: the options of both operations that draw one. */
export function readPage(context: IExecuteFunctions, notification: string): PageOptions {
	const option = (name: string) => context.getNodeParameter(`options.${name}`, 0, '') as unknown;
	const text = (name: string) => String(option(name) ?? '').trim();
	const links = ((option('links') as IDataObject | '') || {}).link as
		Array<{ label?: string; url?: string; onlyIfReady?: boolean }> | undefined;
	return {
		title: text('title') || notification,
		language: text('pageLanguage') || 'en',
		timeZone: text('timeZone') || context.getTimezone(),
		...(text('facts') ? { facts: text('facts') } : {}),
		actions: (links ?? [])
			.map(({ label = '', url = '', onlyIfReady = false }) => ({ label, url, onlyIfReady }))
			.filter(({ label, url }) => label !== '' && url !== ''),
	};
}
