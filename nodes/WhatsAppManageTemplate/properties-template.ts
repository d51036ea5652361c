import type { INodeProperties } from 'n8n-workflow';
import { automations } from '../../core/events/automations';
import { STATUS_WORDS } from '../../core/templates/manage/status';
import { packLanguages } from './pack-languages';
import { templateLanguages } from './template-languages';

/** The template of Get, Get Status and Delete: of any status, since each can be asked about. */
const template: INodeProperties = {
	displayName: 'Template',
	name: 'template',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose a template…',
			typeOptions: { searchListMethod: 'searchTemplates', searchable: true },
		},
		{
			displayName: 'By Name',
			name: 'name',
			type: 'string',
			placeholder: 'e.g. attendee_registration_confirmation:ja',
			hint: 'The name, or name:language, e.g. ticket_update:pt_BR',
		},
	],
	displayOptions: { show: { operation: ['getStatus', 'get', 'delete'] } },
};

const allLanguages: INodeProperties = {
	displayName: 'All Languages',
	name: 'allLanguages',
	type: 'boolean',
	default: false,
	description:
		'Whether to delete the template in all its languages. Off, a name without language that has several is not deleted.',
	displayOptions: { show: { operation: ['delete'] } },
};

const forMany = { operation: ['getMany'] };

const returnAll: INodeProperties = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
	displayOptions: { show: forMany },
};

const limit: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	description: 'Max number of results to return',
	displayOptions: { show: { ...forMany, returnAll: [false] } },
};

/** Meta's statuses that a list can be narrowed to, in our words. */
const statuses: Array<[meta: string, ours: keyof typeof STATUS_WORDS]> = [
	['APPROVED', 'approved'],
	['ARCHIVED', 'archived'],
	['DISABLED', 'disabled'],
	['IN_APPEAL', 'inAppeal'],
	['LIMIT_EXCEEDED', 'limitExceeded'],
	['PAUSED', 'paused'],
	['PENDING', 'pending'],
	['PENDING_DELETION', 'deletionInProgress'],
	['REJECTED', 'rejected'],
];

const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: 'Category',
			name: 'category',
			type: 'options',
			default: 'UTILITY',
			options: [
				{ name: 'Authentication', value: 'AUTHENTICATION' },
				{ name: 'Marketing', value: 'MARKETING' },
				{ name: 'Utility', value: 'UTILITY' },
			],
		},
		{
			displayName: 'Language',
			name: 'language',
			type: 'options',
			default: 'en',
			options: templateLanguages,
		},
		{
			displayName: 'Search',
			name: 'search',
			type: 'string',
			default: '',
			placeholder: 'e.g. registration',
			description: 'Words of the name or the text',
		},
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			default: 'APPROVED',
			options: statuses
				.map(([value, ours]) => ({
					name: STATUS_WORDS[ours].en,
					value,
					description: STATUS_WORDS[ours].meaning,
				}))
				.sort((one, other) => one.name.localeCompare(other.name)),
		},
	],
	displayOptions: { show: forMany },
};

const forReadyMade = { operation: ['getReadyMade'] };

const readyMadeLanguages: INodeProperties = {
	displayName: 'Languages',
	name: 'readyMadeLanguages',
	type: 'multiOptions',
	default: [],
	description: 'Languages of the templates to get',
	hint: 'None chosen means all four',
	options: packLanguages,
	displayOptions: { show: forReadyMade },
};

const audiences: INodeProperties = {
	displayName: 'To',
	name: 'audiences',
	type: 'multiOptions',
	default: [],
	description: 'To whom the messages speak',
	hint: 'None chosen means everybody',
	options: [
		{ name: 'Attendee', value: 'attendee' },
		{ name: 'Buyer', value: 'buyer' },
		{ name: 'Speaker', value: 'speaker' },
		{ name: 'Sponsor', value: 'sponsor' },
	],
	displayOptions: { show: forReadyMade },
};

const readyMadeNames: INodeProperties = {
	displayName: 'Automatic Triggers',
	name: 'readyMadeNames',
	type: 'multiOptions',
	default: [],
	description: 'Whose templates to get',
	hint: 'None chosen means all ten',
	options: automations
		.map(({ label, template: value }) => ({
			name: label.en,
			value,
			description: `Template ${value}`,
		}))
		.sort((one, other) => one.name.localeCompare(other.name)),
	displayOptions: { show: forReadyMade },
};

/** What names the template or templates, in the order in which one fills it. */
export const templateProperties: INodeProperties[] = [
	template,
	allLanguages,
	returnAll,
	limit,
	filters,
	readyMadeLanguages,
	audiences,
	readyMadeNames,
];
