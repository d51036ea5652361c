import type { INodeProperties } from 'n8n-workflow';

const show = { operation: ['guard'] };

/** What has to be there, and what holds where nobody can say. */
export const guardProperties: INodeProperties[] = [
	{
		displayName: 'Enough For',
		name: 'enoughFor',
		type: 'options',
		noDataExpression: true,
		default: 'messages',
		hint: 'Compared with what is left. Where Meta bills you nothing is left to compare: then it is enough while a payment method is attached and nothing failed because of money.',
		options: [
			{
				name: 'A Number of Days',
				value: 'days',
				description: 'At the pace of the last seven days',
			},
			{
				name: 'An Amount',
				value: 'amount',
				description: 'At least this much has to be left',
			},
			{
				name: 'These Messages',
				value: 'messages',
				description: 'What it costs to write to the people of the items',
			},
		],
		displayOptions: { show },
	},
	{
		displayName: 'Amount',
		name: 'amount',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 20,
		required: true,
		hint: 'In the currency of the balance',
		displayOptions: { show: { ...show, enoughFor: ['amount'] } },
	},
	{
		displayName: 'Days',
		name: 'days',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 365 },
		default: 7,
		required: true,
		hint: 'At the pace of the last seven full days; today does not count',
		displayOptions: { show: { ...show, enoughFor: ['days'] } },
	},
];

export const whenUnknown: INodeProperties = {
	displayName: 'Where Nobody Can Say',
	name: 'whenUnknown',
	type: 'options',
	default: 'low',
	hint: 'The balance is not known, or a price is on no rate card',
	description:
		'What holds where the balance cannot be known, or a price is on no rate card. An account billed by Meta with a payment method attached counts as Enough, unless a message failed lately because of money.',
	options: [
		{ name: 'It Is Low', value: 'low', description: 'Nothing is sent on a guess' },
		{ name: 'It Is Enough', value: 'enough', description: 'What happens is seen while sending' },
	],
	displayOptions: { show },
};
