import type { INodeProperties } from 'n8n-workflow';
import { defaultCountry } from '../engine/default-country';
import { creditPrice } from './properties-price';

const cards: INodeProperties = {
	displayName: 'Rate Card (CSV From Meta)',
	name: 'rateCards',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Rate Card',
	default: {},
	description:
		'Newer prices, or those of another currency, as Meta offers them for download. In US dollars the prices from October 2026 on are built in.',
	options: [
		{
			displayName: 'Card',
			name: 'card',
			values: [
				{
					displayName: 'CSV',
					name: 'csv',
					type: 'string',
					typeOptions: { rows: 4 },
					default: '',
					placeholder: 'e.g. Market,Currency,Marketing,Utility,…',
					description:
						'The text of the file, or the name of the input’s binary field that holds it',
				},
				{
					displayName: 'Valid From',
					name: 'validFrom',
					type: 'string',
					default: '',
					placeholder: 'e.g. 2027-01-01',
					description: 'The first day, in the time zone of the account',
				},
			],
		},
	],
};

const currency: INodeProperties = {
	displayName: 'Currency',
	name: 'currency',
	type: 'string',
	default: '',
	placeholder: 'e.g. EUR',
	description: 'Three letters. Left out, that of the account.',
};

const timeZone: INodeProperties = {
	displayName: 'Time Zone',
	name: 'timeZone',
	type: 'string',
	default: '',
	placeholder: 'e.g. Asia/Tokyo',
	description: 'Decides on which day new prices begin. Left out, that of the account.',
};

const phoneNumberId: INodeProperties = {
	displayName: 'Phone Number ID',
	name: 'phoneNumberId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 106540352242922',
	description: 'Another number of the account than the one of the credential',
};

const budget: INodeProperties = {
	displayName: 'Budget of a Month',
	name: 'budget',
	type: 'number',
	typeOptions: { minValue: 0, numberPrecision: 2 },
	default: 0,
	description:
		'In the currency of the account. It is low once this much is spent in the calendar month: the only limit there can be where Meta bills afterwards. 0: none.',
};

const buyUrl: INodeProperties = {
	displayName: 'Buy Credits At',
	name: 'buyUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://n8n.example.com/form/whatsapp-credits-buy',
	description:
		'Where own credits are bought; the page then has a link. Where Meta or a provider is paid, it leads to their page.',
};

const text = (
	displayName: string,
	name: string,
	more: Partial<INodeProperties>,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	...more,
});

/** Of a payment with Stripe Checkout: with an address to come back to, the answer has the fields of its session. */
const checkout: INodeProperties[] = [
	text('Payment: Address After Cancelling', 'cancelUrl', {
		placeholder: 'e.g. https://n8n.example.com/form/whatsapp-credits-buy',
	}),
	text('Payment: Address After Paying', 'successUrl', {
		placeholder: 'e.g. https://n8n.example.com/webhook/whatsapp-credits-paid',
		description:
			'With it, the answer has “checkout”: the fields with which an HTTP Request opens a payment at Stripe (POST /v1/checkout/sessions)',
	}),
	text('Payment: Name of the Fee', 'feeName', { placeholder: 'e.g. Handling' }),
	text('Payment: Name of the Product', 'productName', { placeholder: 'e.g. WhatsApp credits' }),
	text('Payment: Name of the Tax', 'taxName', { placeholder: 'e.g. VAT 19%' }),
	text('Payment: Reference', 'reference', {
		placeholder: 'e.g. the client’s number',
		description: 'Of your own books; Stripe shows it beside the payment',
	}),
];

const collection = (
	show: NonNullable<INodeProperties['displayOptions']>['show'],
	options: INodeProperties[],
): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options,
	displayOptions: { show },
});

const credit = {
	...creditPrice,
	description: 'In the currency of the account, to tell the cost in credits, too',
};

/** Each operation has its own; in alphabetical order, as n8n lists them. */
export const optionProperties: INodeProperties[] = [
	collection({ operation: ['health'] }, [phoneNumberId]),
	collection({ operation: ['spend'] }, [credit, cards]),
	collection({ operation: ['estimate'] }, [currency, defaultCountry, credit, cards, timeZone]),
	collection({ operation: ['guard'] }, [budget, currency, defaultCountry, cards, timeZone]),
	collection({ operation: ['page'] }, [budget, buyUrl, phoneNumberId, credit, cards]),
	collection({ operation: ['balance'] }, [cards]),
	collection({ operation: ['price'] }, [...checkout, cards, timeZone]),
];
