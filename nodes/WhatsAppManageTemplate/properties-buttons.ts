import type { INodeProperties } from 'n8n-workflow';

const kind: INodeProperties = {
	displayName: 'Kind',
	name: 'type',
	type: 'options',
	default: 'quick_reply',
	options: [
		{
			name: 'Copy Code',
			value: 'copy_code',
			description: 'Copies a code, such as one for a discount',
		},
		{ name: 'Link', value: 'url', description: 'Opens a page' },
		{ name: 'Phone', value: 'phone', description: 'Calls a number' },
		{
			name: 'Quick Reply',
			value: 'quick_reply',
			description: 'Answers with its own text. The answer comes out of Business Trigger.',
		},
	],
};

const text: INodeProperties = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	default: '',
	placeholder: 'e.g. I have a question',
	description: 'What stands on the button, up to 25 characters',
	displayOptions: { show: { type: ['quick_reply', 'url', 'phone'] } },
};

/** Without expressions: n8n would take {{1}} for one of its own. */
const link: INodeProperties = {
	displayName: 'Link',
	name: 'url',
	type: 'string',
	noDataExpression: true,
	default: '',
	placeholder: 'e.g. https://example.com/tickets/{{1}}',
	description: 'The address. It may end in {{1}}, which differs from person to person.',
	displayOptions: { show: { type: ['url'] } },
};

const linkSample: INodeProperties = {
	displayName: 'Sample of the Whole Link',
	name: 'sample',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com/tickets/E2D4',
	description: 'Only if the link ends in {{1}}: the link as one person gets it',
	displayOptions: { show: { type: ['url'] } },
};

const phone: INodeProperties = {
	displayName: 'Phone Number',
	name: 'phone',
	type: 'string',
	default: '',
	placeholder: 'e.g. +81 3 1234 5678',
	description: 'With country code',
	displayOptions: { show: { type: ['phone'] } },
};

const code: INodeProperties = {
	displayName: 'Sample Code',
	name: 'code',
	type: 'string',
	default: '',
	placeholder: 'e.g. EARLY20',
	description: 'A code like those people will get, up to 15 characters',
	displayOptions: { show: { type: ['copy_code'] } },
};

/** One list for all kinds, since their order is the order on the phone. */
export const buttons: INodeProperties = {
	displayName: 'Buttons',
	name: 'buttons',
	type: 'fixedCollection',
	placeholder: 'Add Button',
	typeOptions: { multipleValues: true, sortable: true },
	default: {},
	description:
		'Up to ten, quick replies side by side. With more than three, people see the later ones behind "See all options".',
	options: [
		{
			displayName: 'Button',
			name: 'button',
			values: [kind, text, link, linkSample, phone, code],
		},
	],
};
