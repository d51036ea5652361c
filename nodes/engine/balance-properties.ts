import type { INodeProperties } from 'n8n-workflow';

type Show = NonNullable<INodeProperties['displayOptions']>['show'];

/**
 * Who is asked for the balance, and what an answer takes: of Check Credits and of what Send Template looks at before it
 * sends.
 *
 * @param name of the field: Check Credits has two, so that only one of them does without the WhatsApp account
 */
export const balanceProperties = (name: string, show: Show): INodeProperties[] => [
	{
		displayName: 'Who Is Paid',
		name,
		type: 'options',
		noDataExpression: true,
		default: 'meta',
		description: 'Where the money for the messages is',
		options: sources,
		displayOptions: { show },
	},
	{
		displayName:
			'Meta tells nobody how much money is left. What can be known: whether a payment method is attached, a credit line where your token may read it, and whether a message failed lately because of money.',
		name: `${name}MetaNotice`,
		type: 'notice',
		default: '',
		displayOptions: { show: { ...show, [name]: ['meta'] } },
	},
	{
		displayName:
			'For agencies, and for organisers who buy credits in advance: what the table of purchases holds, less what WhatsApp says it charged since the first of them. The workflow “Buy credits” fills the table.',
		name: `${name}PrepaidNotice`,
		type: 'notice',
		default: '',
		displayOptions: { show: { ...show, [name]: ['prepaid'] } },
	},
	{
		displayName:
			'The credential “WhatsApp Credit Provider API” has the fields of each provider. The answer is the balance of that account with the provider.',
		name: `${name}ProviderNotice`,
		type: 'notice',
		default: '',
		displayOptions: { show: { ...show, [name]: ['provider'] } },
	},
	{ ...purchases, displayOptions: { show: { ...show, [name]: ['prepaid'] } } },
];

const sources = [
	{
		name: 'Meta Bills the Account',
		value: 'meta',
		description: 'With a card or on invoice, in Meta’s Billing & payments',
	},
	{
		name: 'Own Credits (Prepaid)',
		value: 'prepaid',
		description: 'Bought in advance, from you or by you, and kept in a table',
	},
	{
		name: 'Another Provider',
		value: 'provider',
		description: '360dialog, Gupshup, Twilio, Vonage, MessageBird or Infobip',
	},
];

/** The rows of the table, as Event Messages takes those of what was seen. */
export const purchases: INodeProperties = {
	displayName: 'Purchases',
	name: 'purchases',
	type: 'json',
	default: '',
	placeholder: "{{ $('Read the Purchases').all().map((row) => row.json) }}",
	description:
		'Rows of the Data Table whatsapp_purchases, from a step that reads them: payment_id, credits, amount, currency, paid_at',
	hint: 'The rows of a step before this one that reads the table, as an expression. “Low credit alert” shows how.',
};
