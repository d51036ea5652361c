import type { INodeProperties } from 'n8n-workflow';

const show = { operation: ['spend'] };

export const spendProperties: INodeProperties[] = [
	{
		displayName: 'By',
		name: 'by',
		type: 'options',
		noDataExpression: true,
		default: 'country',
		description: 'One row each',
		options: [
			{ name: 'Category', value: 'category', description: 'Marketing, utility, …' },
			{ name: 'Country', value: 'country' },
			{ name: 'Day', value: 'day', description: 'In the time zone of the account' },
			{ name: 'Number', value: 'number', description: 'The number that sent' },
		],
		displayOptions: { show },
	},
	{
		displayName: 'From',
		name: 'from',
		type: 'dateTime',
		default: '',
		hint: 'Empty: 30 days ago. WhatsApp knows one year back.',
		displayOptions: { show },
	},
	{
		displayName: 'Until',
		name: 'until',
		type: 'dateTime',
		default: '',
		hint: 'Empty: now',
		displayOptions: { show },
	},
	{
		displayName:
			'WhatsApp charges what was delivered, and tells it with some hours of delay. Where a partner pays it hides the cost: then it is worked out with the rate card and called estimated.',
		name: 'spendNotice',
		type: 'notice',
		default: '',
		displayOptions: { show },
	},
];
