import type { INodeProperties } from 'n8n-workflow';
import { pageLanguages } from '../engine/page-languages';

const show = { operation: ['page'] };

export const pageProperties: INodeProperties[] = [
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: 'WhatsApp credits',
		displayOptions: { show },
	},
	{
		displayName: 'Language',
		name: 'pageLanguage',
		type: 'options',
		default: 'en',
		options: pageLanguages,
		displayOptions: { show },
	},
	{
		displayName: 'Days Back',
		name: 'daysBack',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 365 },
		default: 30,
		displayOptions: { show },
	},
];
