import type { INodeProperties } from 'n8n-workflow';
import { balanceProperties } from '../engine/balance-properties';

/**
 * A field of its own and not an option: what it shows further on depends on it, and n8n looks at no option for that.
 */
const beforeSending: INodeProperties = {
	displayName: 'Before Sending',
	name: 'beforeSending',
	type: 'options',
	noDataExpression: true,
	default: 'nothing',
	description:
		'What is looked at before the first message leaves. Where it fails, every item comes out of Not Sent, nothing has left, and the next run sends it.',
	options: [
		{ name: 'Nothing', value: 'nothing', description: 'Sends at once' },
		{
			name: 'The Account',
			value: 'account',
			description: 'Whether WhatsApp lets the account and the number send',
		},
		{
			name: 'The Account and the Credit',
			value: 'credit',
			description: 'Also whether the balance pays for all of them: say below where it is read',
		},
	],
};

const show = { beforeSending: ['credit'] };

export const beforeSendingProperties: INodeProperties[] = [
	beforeSending,
	...balanceProperties('balanceSource', show),
	{
		displayName: 'Left Over at Least',
		name: 'leftOver',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 0,
		description: 'So much has to be left after these messages, in the currency of the balance',
		displayOptions: { show },
	},
	{
		displayName: 'Where Nobody Can Say',
		name: 'whenUnknown',
		type: 'options',
		default: 'low',
		description:
			'What happens where the balance cannot be known. An account billed by Meta with a payment method attached counts as enough, unless a message failed lately because of money.',
		options: [
			{ name: 'Do Not Send', value: 'low' },
			{ name: 'Send', value: 'enough', description: 'What happens is seen while sending' },
		],
		displayOptions: { show },
	},
];
