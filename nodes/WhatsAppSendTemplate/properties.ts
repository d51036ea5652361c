import type { INodeProperties } from 'n8n-workflow';
import { defaultCountry } from '../engine/default-country';
import { templateModes } from '../engine/template-modes';
import { beforeSendingProperties } from './properties-before-sending';

const template: INodeProperties = {
	displayName: 'Template',
	name: 'template',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The approved message template to send',
	...templateModes('searchTemplates', {
		placeholder: 'e.g. attendee_registration_confirmation',
		hint: 'The name, or name:language, e.g. ticket_update:pt_BR',
		validation: [
			{
				type: 'regex',
				properties: {
					regex: '^[a-z0-9_]{1,512}(:[A-Za-z_-]{2,10})?$',
					errorMessage: 'Template names have small letters, digits and _ only',
				},
			},
		],
	}),
};

const to: INodeProperties = {
	displayName: 'To',
	name: 'to',
	type: 'string',
	default: '={{ $json.to }}',
	required: true,
	placeholder: 'e.g. +81 90 1234 5678',
	description:
		'Phone number of the recipient, with country code. Numbers without one need the option Default Country.',
};

const variablesFrom: INodeProperties = {
	displayName: 'Variables',
	name: 'variablesFrom',
	type: 'options',
	default: 'fields',
	noDataExpression: true,
	options: [
		{
			name: 'Fill In Below',
			value: 'fields',
			description: 'One field per variable of the chosen template',
		},
		{
			name: 'Take From the Item',
			value: 'item',
			description:
				'By name, from Event Messages or your own JSON; for templates chosen by an expression',
		},
	],
};

const variables: INodeProperties = {
	displayName: 'Values',
	name: 'variables',
	type: 'resourceMapper',
	noDataExpression: true,
	default: { mappingMode: 'defineBelow', value: null },
	typeOptions: {
		loadOptionsDependsOn: ['template.value', 'options.language'],
		resourceMapper: {
			resourceMapperMethod: 'getTemplateVariables',
			mode: 'add',
			fieldWords: { singular: 'variable', plural: 'variables' },
			addAllFields: true,
			multiKeyMatch: false,
			supportAutoMap: false,
			noFieldsError: 'Choose a template to see its variables.',
		},
	},
	displayOptions: { show: { variablesFrom: ['fields'] } },
};

const variablesJson: INodeProperties = {
	displayName: 'Values by Name',
	name: 'variablesJson',
	type: 'json',
	default: '={{ $json.variables }}',
	description:
		'Body variables by their names (or 1, 2, 3), header_media, header_1, button_0, card_0_header_media, offer_expires and so on. Names the template does not have are left out.',
	displayOptions: { show: { variablesFrom: ['item'] } },
};

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		defaultCountry,
		{
			displayName: 'Delivery Key',
			name: 'deliveryKey',
			type: 'string',
			default: '={{ $json.deliveryKey }}',
			description:
				'What makes this delivery itself, e.g. the order number. The same key is sent to the same person once, also after a restart. Left out, the field deliveryKey of the item is used; without one, repeats are found within a run only.',
		},
		{
			displayName: 'Dry Run',
			name: 'dryRun',
			type: 'boolean',
			default: false,
			description: 'Whether to check everything and show the texts without sending anything',
		},
		{
			displayName: 'Has Consented',
			name: 'hasConsented',
			type: 'string',
			default: '={{ $json.consent }}',
			description:
				'Whether the person agreed to marketing messages: true or false, yes or no. An empty field is a no. Marketing templates are not sent to those who did not agree; utility templates are. Left out, the field consent of the item is used.',
		},
		{
			displayName: 'Include Input',
			name: 'includeInput',
			type: 'boolean',
			default: true,
			description: 'Whether each result carries the fields of its item under "input"',
		},
		{
			displayName: 'Language',
			name: 'language',
			type: 'string',
			default: '',
			placeholder: 'e.g. pt_BR',
			description: 'Language of the template. Left out, the one chosen in the list.',
		},
		{
			displayName: 'List Templates That Are Not Approved',
			name: 'listAllTemplates',
			type: 'boolean',
			default: false,
			description: 'Whether the list shows templates that cannot be sent yet',
		},
		{
			displayName: 'Marketing Messages API',
			name: 'marketingMessages',
			type: 'options',
			default: 'off',
			description:
				'Whether marketing templates go through WhatsApp’s API for marketing, which delivers them to more of those who want them. It must be set up for the account. Other templates are sent as always.',
			options: [
				{ name: 'Off', value: 'off', description: 'Everything is sent as always' },
				{
					name: 'With Fallback',
					value: 'fallback',
					description: 'As always where the account is not set up for it',
				},
				{
					name: 'Strict',
					value: 'strict',
					description: 'Refused where the account is not set up for it',
				},
			],
		},
		{
			displayName: 'Messages per Second',
			name: 'messagesPerSecond',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 1000 },
			default: 80,
			description:
				'What WhatsApp allows this number: 80, or up to 1,000 after an upgrade. Shared by all runs.',
		},
		{
			displayName: 'People Who Opted Out',
			name: 'optedOut',
			type: 'json',
			default: '[]',
			description:
				'Who gets no marketing templates: the rows of the Data Table whatsapp_opt_outs, e.g. {{ $("Opt-outs").all() }}, or phone numbers. Utility templates still reach them.',
		},
		{
			displayName: 'Phone Number ID',
			name: 'phoneNumberId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 106540352242922',
			description: 'Sends from another number of the account than the one of the credential',
		},
		{
			displayName: 'Requests at a Time',
			name: 'concurrency',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 500 },
			default: 50,
			description:
				'Most requests under way at one moment, and most messages whose fate is unknown after a crash',
		},
		{
			displayName: 'Send Again',
			name: 'sendAgain',
			type: 'boolean',
			default: false,
			description:
				'Whether to send what was already sent once more. Works only when you run the workflow by hand.',
		},
		{
			displayName: 'Send Although It Is Marketing Now',
			name: 'allowMarketing',
			type: 'boolean',
			default: false,
			description:
				'Whether to send a template that was asked for as utility and that WhatsApp has moved to marketing. It costs more, and people who stopped marketing do not get it.',
		},
		{
			displayName: 'Time-Out (Seconds)',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 300 },
			default: 30,
			description:
				'How long to wait for an answer. Later the outcome is unknown, and it is not sent again by itself.',
		},
	],
};

/** Fields in the order one fills them. */
export const properties: INodeProperties[] = [
	template,
	to,
	variablesFrom,
	variables,
	variablesJson,
	...beforeSendingProperties,
	options,
];
