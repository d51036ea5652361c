import type { INodeProperties } from 'n8n-workflow';
import { definitionOperations } from '../../core/templates/manage/operations';
import { buttons } from './properties-buttons';
import { templateLanguages } from './template-languages';

const forDefinitions = { operation: [...definitionOperations] };
const fillIn = { ...forDefinitions, definitionFrom: ['fields'] };

const definitionFrom: INodeProperties = {
	displayName: 'Definition',
	name: 'definitionFrom',
	type: 'options',
	noDataExpression: true,
	default: 'fields',
	description: 'Where the text of the template comes from',
	options: [
		{
			name: 'Fill In Below',
			value: 'fields',
			description: 'One field per part of the template',
		},
		{
			name: 'From the Item',
			value: 'item',
			description:
				'A definition as JSON: from Get Ready-Made Templates, a file, a row of a Data Table, or WhatsApp itself',
		},
		{
			name: 'Ready-Made',
			value: 'readyMade',
			description: 'One of the templates for the automatic triggers',
		},
	],
	displayOptions: { show: forDefinitions },
};

const readyMade: INodeProperties = {
	displayName: 'Ready-Made Template',
	name: 'readyMade',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose a ready-made template…',
			typeOptions: { searchListMethod: 'searchReadyMade', searchable: true },
		},
		{
			displayName: 'By Name',
			name: 'name',
			type: 'string',
			placeholder: 'e.g. attendee_registration_confirmation:ja',
			hint: 'name:language',
		},
	],
	displayOptions: { show: { ...forDefinitions, definitionFrom: ['readyMade'] } },
};

const definitionJson: INodeProperties = {
	displayName: 'Definition (JSON)',
	name: 'definitionJson',
	type: 'json',
	default: '={{ $json.definition ?? $json }}',
	required: true,
	description:
		"A definition, WhatsApp's own JSON of a template, or a list of either. Carousels, limited-time offers and authentication templates go this way.",
	displayOptions: { show: { ...forDefinitions, definitionFrom: ['item'] } },
};

const audience: INodeProperties = {
	displayName: 'To',
	name: 'audience',
	type: 'options',
	default: 'attendee',
	description: 'To whom the message speaks. For you and your team: WhatsApp does not see it.',
	options: [
		{ name: 'Attendee', value: 'attendee' },
		{ name: 'Buyer', value: 'buyer' },
		{ name: 'Somebody Else', value: '' },
		{ name: 'Speaker', value: 'speaker' },
		{ name: 'Sponsor', value: 'sponsor' },
	],
	displayOptions: { show: fillIn },
};

const templateName: INodeProperties = {
	displayName: 'Name',
	name: 'templateName',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. doors_open_tomorrow',
	description: 'Small letters, digits and _ only. It cannot be changed later.',
	displayOptions: { show: fillIn },
};

const language: INodeProperties = {
	displayName: 'Language',
	name: 'language',
	type: 'options',
	default: 'en',
	description: 'Language of the text. Each language of a template is reviewed by itself.',
	options: templateLanguages,
	displayOptions: { show: fillIn },
};

const category: INodeProperties = {
	displayName: 'Category',
	name: 'category',
	type: 'options',
	default: 'UTILITY',
	description: 'WhatsApp decides in the end, and charges by it',
	options: [
		{
			name: 'Utility',
			value: 'UTILITY',
			description: 'About what this person did: a ticket, an order, a session. Nothing that sells.',
		},
		{
			name: 'Marketing',
			value: 'MARKETING',
			description: 'Everything else: invitations, offers, news. Costs more.',
		},
	],
	displayOptions: { show: fillIn },
};

const headerType: INodeProperties = {
	displayName: 'Header',
	name: 'headerType',
	type: 'options',
	default: 'none',
	options: [
		{ name: 'Document', value: 'document' },
		{ name: 'Image', value: 'image' },
		{ name: 'Location', value: 'location' },
		{ name: 'None', value: 'none' },
		{ name: 'Text', value: 'text' },
		{ name: 'Video', value: 'video' },
	],
	displayOptions: { show: fillIn },
};

const headerText: INodeProperties = {
	displayName: 'Header Text',
	name: 'headerText',
	type: 'string',
	noDataExpression: true,
	default: '',
	required: true,
	placeholder: 'e.g. Your ticket for {{event_name}}',
	description: 'Up to 60 characters, with one variable at most',
	displayOptions: { show: { ...fillIn, headerType: ['text'] } },
};

const headerSample: INodeProperties = {
	displayName: 'Header Sample',
	name: 'headerSample',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. https://example.com/poster.jpg',
	hint: 'Needs the App ID in the credential',
	description:
		'A public link, or the name of a file field of the item such as data. WhatsApp looks at this file when it reviews the template; each message can carry another one.',
	displayOptions: { show: { ...fillIn, headerType: ['image', 'video', 'document'] } },
};

/** Without expressions: n8n would take {{first_name}} for one of its own. */
const body: INodeProperties = {
	displayName: 'Body',
	name: 'body',
	type: 'string',
	noDataExpression: true,
	typeOptions: { rows: 6 },
	default: '',
	required: true,
	placeholder: 'e.g. Hi {{first_name}}, your ticket for {{event_name}} is ready.',
	hint: '{{first_name}} stands for what differs from person to person',
	description: 'The text of the message, up to 1,024 characters. *bold*, _italic_, ~struck~.',
	displayOptions: { show: fillIn },
};

const footer: INodeProperties = {
	displayName: 'Footer',
	name: 'footer',
	type: 'string',
	noDataExpression: true,
	default: '',
	placeholder: 'e.g. You get this because you registered',
	description: 'Small grey text below the message, up to 60 characters, without variables',
	displayOptions: { show: fillIn },
};

/** One field per variable of the text above. */
const samples: INodeProperties = {
	displayName: 'Samples',
	name: 'samples',
	type: 'resourceMapper',
	noDataExpression: true,
	default: { mappingMode: 'defineBelow', value: null },
	description:
		'What stands for each variable when WhatsApp reviews the template. Made-up, but like the real thing.',
	typeOptions: {
		loadOptionsDependsOn: ['body', 'headerText', 'headerType'],
		resourceMapper: {
			resourceMapperMethod: 'getSampleFields',
			valuesLabel: 'Samples',
			mode: 'add',
			fieldWords: { singular: 'sample', plural: 'samples' },
			addAllFields: true,
			multiKeyMatch: false,
			supportAutoMap: false,
			noFieldsError: 'The text has no variables: no samples are needed.',
		},
	},
	displayOptions: { show: fillIn },
};

/** Where the definition comes from, and its parts in the order in which one fills them. */
export const definitionProperties: INodeProperties[] = [
	definitionFrom,
	readyMade,
	definitionJson,
	audience,
	templateName,
	language,
	category,
	headerType,
	headerText,
	headerSample,
	body,
	footer,
	{ ...buttons, displayOptions: { show: fillIn } },
	samples,
];
