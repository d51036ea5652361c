import type { INodeProperties } from 'n8n-workflow';

const show = { operation: ['price'] };

/** What one credit is, where somebody sells credits. */
export const creditPrice: INodeProperties = {
	displayName: 'Price of One Credit',
	name: 'creditPrice',
	type: 'number',
	typeOptions: { minValue: 0.01 },
	default: 2,
};

export const priceProperties: INodeProperties[] = [
	{
		displayName: 'Calculate',
		name: 'calculate',
		type: 'options',
		noDataExpression: true,
		default: 'credits',
		options: [
			{
				name: 'Credits for a Number of Messages',
				value: 'credits',
				description: 'How many credits to buy, and what they cost',
			},
			{
				name: 'Messages for a Number of Credits',
				value: 'messages',
				description: 'How far these credits go, and what they cost',
			},
		],
		displayOptions: { show },
	},
	{
		displayName: 'Messages',
		name: 'messages',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 10000,
		required: true,
		hint: 'How many you want to send',
		displayOptions: { show: { ...show, calculate: ['credits'] } },
	},
	{
		displayName: 'Credits',
		name: 'credits',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 40,
		required: true,
		hint: 'How many you want to buy',
		displayOptions: { show: { ...show, calculate: ['messages'] } },
	},
	{ ...creditPrice, hint: 'In the currency below', displayOptions: { show } },
	{
		displayName: 'Currency',
		name: 'currency',
		type: 'string',
		default: 'USD',
		required: true,
		placeholder: 'e.g. USD',
		hint: 'Three letters. Everything here is in it: credit, message, fee and total.',
		displayOptions: { show },
	},
	{
		displayName: 'Average Price of One Message',
		name: 'averagePrice',
		type: 'number',
		typeOptions: { minValue: 0.0001 },
		default: 0.008,
		hint: 'With 2 a credit and 0.008 a message, 40 credits are 10,000 messages',
		displayOptions: { show },
	},
	{
		displayName: 'Compare the Average With',
		name: 'compareMix',
		type: 'options',
		noDataExpression: true,
		default: 'account',
		description:
			'A message costs ten times as much in one country as in another: an average holds only for the countries you write to',
		options: [
			{
				name: 'Nothing',
				value: 'none',
				description: 'Needs no account',
			},
			{
				name: 'What the Account Really Sent',
				value: 'account',
				description: 'In the last 30 days: says where the average is too low or too high',
			},
		],
		displayOptions: { show },
	},
	{
		displayName: 'Tax (%)',
		name: 'taxPercent',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 3 },
		default: 0,
		hint: 'Added to the price of the credits and to the fee. 0: none.',
		displayOptions: { show },
	},
	{
		displayName: 'Fee',
		name: 'fee',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 0,
		hint: 'Once for each purchase, in the currency above. 0: none.',
		description: 'E.g. what the payment costs you.',
		displayOptions: { show },
	},
];
