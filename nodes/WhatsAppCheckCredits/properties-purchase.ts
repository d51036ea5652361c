import type { INodeProperties } from 'n8n-workflow';

const show = { operation: ['bookPurchase'] };
const stripe = { show: { ...show, paidBy: ['stripe'] } };
const hand = { show: { ...show, paidBy: ['hand'] } };

export const purchaseProperties: INodeProperties[] = [
	{
		displayName: 'Paid',
		name: 'paidBy',
		type: 'options',
		noDataExpression: true,
		default: 'stripe',
		options: [
			{
				name: 'In Another Way',
				value: 'hand',
				description: 'By bank transfer or invoice: entered by somebody who has seen the money',
			},
			{
				name: 'With Stripe',
				value: 'stripe',
				description: 'Told by Stripe’s webhook, and believed only with Stripe’s signature',
			},
		],
		displayOptions: { show },
	},
	{
		displayName:
			'The Webhook step before needs the option Raw Body: Stripe signs the bytes as they were sent. Write the rows into the table with Insert, only where payment_id is not in it yet: Stripe tells some payments twice.',
		name: 'stripeNotice',
		type: 'notice',
		default: '',
		displayOptions: stripe,
	},
	{
		displayName: 'Input Data Field Name',
		name: 'body',
		type: 'string',
		default: 'data',
		required: true,
		hint: 'The name of the field that holds the raw body of the webhook',
		displayOptions: stripe,
	},
	{
		displayName: 'Signature',
		name: 'signature',
		type: 'string',
		default: "={{ $json.headers['stripe-signature'] }}",
		required: true,
		description: 'The header Stripe-Signature of the webhook',
		displayOptions: stripe,
	},
	{
		displayName: 'Payment',
		name: 'paymentId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. INV-2026-014',
		description:
			'Number of the invoice or of the transfer. The same one is a repeat and counts once.',
		displayOptions: hand,
	},
	{
		displayName: 'Credits',
		name: 'creditsBought',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		required: true,
		displayOptions: hand,
	},
	{
		displayName: 'Amount',
		name: 'amountPaid',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 0,
		required: true,
		description: 'What the credits cost, without tax and fee: that much can be spent',
		displayOptions: hand,
	},
	{
		displayName: 'Currency',
		name: 'currencyPaid',
		type: 'string',
		default: 'USD',
		required: true,
		displayOptions: hand,
	},
	{
		displayName: 'Paid At',
		name: 'paidAt',
		type: 'dateTime',
		default: '',
		hint: 'Empty: now',
		displayOptions: hand,
	},
	{
		displayName: 'Note',
		name: 'note',
		type: 'string',
		default: '',
		placeholder: 'e.g. bank transfer of 26 November',
		displayOptions: hand,
	},
];
