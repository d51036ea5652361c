import type { INodeProperties } from 'n8n-workflow';
import { templateModes } from '../engine/template-modes';

/** The messages that are to be sent: of Estimate, and of Guard where it is about them. */
const messages = (show: NonNullable<INodeProperties['displayOptions']>['show']) =>
	fields.map((field): INodeProperties => ({
		...field,
		displayOptions: { show: { ...show, ...field.displayOptions?.show } },
	}));

const fields: INodeProperties[] = [
	{
		displayName: 'To',
		name: 'to',
		type: 'string',
		default: '={{ $json.to || $json.phone }}',
		required: true,
		placeholder: 'e.g. +81 90 1234 5678',
		hint: 'One item for each person: its field “to”, else “phone”. The country decides what a message costs.',
		description: 'Phone number of each item’s person, with the country code',
	},
	{
		displayName: 'What Is Sent',
		name: 'categoryFrom',
		type: 'options',
		noDataExpression: true,
		default: 'template',
		description: 'What kind of message it is decides the price, too',
		options: [
			{
				name: 'A Template',
				value: 'template',
				description: 'Its category, as WhatsApp has it today',
			},
			{ name: 'A Kind of Message', value: 'category', description: 'Chosen here' },
		],
	},
	{
		displayName: 'Template',
		name: 'template',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		hint: 'Its category decides the price. No template yet? Choose “A Kind of Message” above.',
		...templateModes('searchTemplateNames', { placeholder: 'e.g. doors_open' }),
		displayOptions: { show: { categoryFrom: ['template'] } },
	},
	{
		displayName: 'Kind of Message',
		name: 'category',
		type: 'options',
		default: 'UTILITY',
		options: [
			{
				name: 'Authentication',
				value: 'AUTHENTICATION',
				description: 'One-time codes',
			},
			{
				name: 'Marketing',
				value: 'MARKETING',
				description: 'Invitations, offers, news',
			},
			{
				name: 'Service',
				value: 'SERVICE',
				description: 'Free answers to somebody who wrote within the last 24 hours',
			},
			{
				name: 'Utility',
				value: 'UTILITY',
				description: 'Confirmations, changes, reminders of something agreed',
			},
		],
		displayOptions: { show: { categoryFrom: ['category'] } },
	},
];

export const messageProperties: INodeProperties[] = [
	...messages({ operation: ['estimate'] }),
	...messages({ operation: ['guard'], enoughFor: ['messages'] }),
];
