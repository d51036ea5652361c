import type { INodePropertyOptions } from 'n8n-workflow';

/** The languages of core's pages. */
export const pageLanguages: INodePropertyOptions[] = [
	{ name: 'English', value: 'en' },
	{ name: 'Japanese', value: 'ja' },
];
