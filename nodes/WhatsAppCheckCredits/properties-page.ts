import type { INodeProperties } from 'n8n-workflow';

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
		options: [
			{ name: 'English', value: 'en' },
			{ name: 'Japanese', value: 'ja' },
		],
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
