import type { INodeProperties, INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';

export const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	default: 'balance',
	options: [
		{
			name: 'Account Health',
			value: 'health',
			action: 'Check account health',
			description:
				'Whether the account can send: status, quality, messaging limit, pauses, restrictions and bans, in plain sentences',
		},
		{
			name: 'Balance',
			value: 'balance',
			action: 'Get the balance',
			description: 'How the account is paid and, where it can be known, how much is left',
		},
		{
			name: 'Book a Payment',
			value: 'bookPurchase',
			action: 'Book a payment',
			description:
				'Checks that a payment is really from Stripe, and makes of it one row for the table of purchases',
		},
		{
			name: 'Estimate',
			value: 'estimate',
			action: 'Estimate the cost of messages',
			description: 'What messages to a list of people cost, by country and in total',
		},
		{
			name: 'Guard',
			value: 'guard',
			action: 'Guard the balance',
			description:
				'Lets the items go to Enough where the money will do, and to Low where it will not',
		},
		{
			name: 'Page',
			value: 'page',
			action: 'Make a page of credits and account health',
			description: 'Spend, balance and account health as one page with pictures',
		},
		{
			name: 'Price',
			value: 'price',
			action: 'Calculate the price of credits',
			description: 'How many credits to buy for a number of messages, or the other way round',
		},
		{
			name: 'Spend',
			value: 'spend',
			action: 'Get what was spent',
			description: 'What WhatsApp charged, by country, category, day or number',
		},
	],
};

/** Those that ask for the balance and for the account. */
export const withBalance = ['guard', 'page'];

/** Where Meta is asked for nothing. */
export const withoutAccount = {
	operation: ['bookPurchase'],
	compareMix: ['none'],
	source: ['provider'],
};

/** Where neither a provider's balance nor Stripe's signature is looked at. */
export const withoutProvider = {
	operation: ['health', 'spend', 'estimate', 'price'],
	source: ['meta', 'prepaid'],
	balanceSource: ['meta', 'prepaid'],
	paidBy: ['hand'],
};

const nameOf = new Map(
	(operation.options as INodePropertyOptions[]).map(({ value, name }) => [value, name]),
);

export const subtitle = `={{ (${JSON.stringify(Object.fromEntries(nameOf))})[$parameter["operation"]] }}`;

const outputNames = {
	health: ['Health'],
	balance: ['Balance'],
	bookPurchase: ['Payments'],
	estimate: ['Estimate'],
	guard: ['Enough', 'Low'],
	page: ['Page'],
	price: ['Price'],
	spend: ['Spend'],
};

/** Only Guard decides between two. */
export const outputs: INodeTypeDescription['outputs'] = `={{ (${JSON.stringify(outputNames)})[$parameter["operation"]].map((displayName) => ({ type: "main", displayName })) }}`;
