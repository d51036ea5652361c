import type { INodeProperties } from 'n8n-workflow';
import { templateModes } from '../engine/template-modes';

const displayOptions = { show: { operation: ['check'] } };

const notification: INodeProperties = {
	displayName: 'Notification',
	name: 'notification',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. doors-open-2026-12-01',
	description:
		'A name of its own for this notification: letters, digits, dots and hyphens. The same notification never reaches anybody twice, however often it is run.',
	displayOptions,
};

const template: INodeProperties = {
	displayName: 'Template',
	name: 'template',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description:
		'The approved template. Everybody gets it in their own language, as far as it has that.',
	...templateModes('searchTemplateNames', {
		placeholder: 'e.g. doors_open',
		hint: 'The name; name:language, e.g. doors_open:ja, where everybody gets that one',
	}),
	displayOptions,
};

const recipientsFrom: INodeProperties = {
	displayName: 'Recipients',
	name: 'recipientsFrom',
	type: 'options',
	noDataExpression: true,
	default: 'items',
	description: 'Where the list of people is',
	options: [
		{
			name: 'A CSV File',
			value: 'file',
			description: 'Uploaded with a form, downloaded, or read from disk',
		},
		{
			name: 'A Field',
			value: 'field',
			description: 'CSV as text, rows, or plain phone numbers, by an expression',
		},
		{
			name: 'The Items That Come In',
			value: 'items',
			description:
				'Rows of a Data Table, a sheet or a database, one item each; or a CSV file that comes in',
		},
	],
	displayOptions,
};

const file: INodeProperties = {
	displayName: 'Input Data Field Name',
	name: 'file',
	type: 'string',
	default: 'data',
	required: true,
	hint: 'The name of the field that holds the CSV file',
	displayOptions: { show: { operation: ['check'], recipientsFrom: ['file'] } },
};

const recipients: INodeProperties = {
	displayName: 'List',
	name: 'recipients',
	type: 'string',
	default: '={{ $json.recipients }}',
	required: true,
	description: 'CSV with a row of headers, a list of rows, or phone numbers',
	displayOptions: { show: { operation: ['check'], recipientsFrom: ['field'] } },
};

const ticketTypes: INodeProperties = {
	displayName: 'Only Ticket Types',
	name: 'ticketTypes',
	type: 'string',
	default: '',
	placeholder: 'e.g. VIP, Press',
	description:
		'Only people with one of these ticket types, with commas between them. Empty: everybody.',
	displayOptions,
};

const values: INodeProperties = {
	displayName: 'Values for Everybody',
	name: 'values',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	placeholder: 'e.g. event_name = Tokyo Tech Summit',
	description:
		'Variables of the template that are the same for everybody, one per line, or as JSON. A column of the list with the name of a variable wins.',
	displayOptions,
};

const columns: INodeProperties = {
	displayName: 'Columns of the List',
	name: 'columns',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Column',
	default: {},
	description:
		'Columns are recognised by their headers, in English, Japanese and other languages. Say here what was not recognised, or not as you want it.',
	options: [
		{
			displayName: 'Column',
			name: 'column',
			values: [
				{
					displayName: 'Is',
					name: 'field',
					type: 'options',
					default: 'phone',
					options: [
						{ name: 'A Variable of the Template', value: 'variable' },
						{ name: 'Consent to Marketing', value: 'consent' },
						{ name: 'Country', value: 'country' },
						{ name: 'Email', value: 'email' },
						{ name: 'First Name', value: 'first_name' },
						{ name: 'Language', value: 'language' },
						{ name: 'Name', value: 'name' },
						{ name: 'Phone', value: 'phone' },
						{ name: 'Ticket Type', value: 'ticket_type' },
						{ name: 'Time Zone', value: 'time_zone' },
					],
				},
				{
					displayName: 'Variable',
					name: 'variable',
					type: 'string',
					default: '',
					placeholder: 'e.g. venue',
					displayOptions: { show: { field: ['variable'] } },
				},
				{
					displayName: 'Header of the Column',
					name: 'header',
					type: 'string',
					default: '',
					placeholder: 'e.g. Mobile No.',
				},
			],
		},
	],
	displayOptions,
};

export const checkProperties: INodeProperties[] = [
	notification,
	template,
	recipientsFrom,
	file,
	recipients,
	ticketTypes,
	values,
	columns,
];
