import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { reportTypes } from '../../core/events/notice';
import { mappedFields } from '../../core/events/platforms/generic-mapping';

const byName = (a: INodePropertyOptions, b: INodePropertyOptions) => a.name.localeCompare(b.name);

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** `previous.attendee.firstName` → `Previous Attendee: First Name`. */
function fieldLabel(field: string): string {
	const words = field
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.split('.')
		.map((part) => part.split(' ').map(capitalised).join(' '));
	const last = (words.pop() as string).replace(/^(Id|Url)$/, (word) => word.toUpperCase());
	return words.length > 0 ? `${words.join(' ')}: ${last}` : last;
}

const sample: INodeProperties = {
	displayName: 'Sample',
	name: 'sample',
	type: 'json',
	typeOptions: { rows: 6 },
	// n8n marks an empty one as a mistake.
	default: '{}',
	noDataExpression: true,
	placeholder: '{ "name": "Aiko Tanaka", "phone": "+81 90 1234 5678" }',
	description:
		'One webhook, form answer or row as it arrives: paste it here, and choose below from what stands in it. It is for filling in only.',
};

const mapping: INodeProperties = {
	displayName: 'Mapping',
	name: 'mapping',
	type: 'fixedCollection',
	placeholder: 'Add Field',
	typeOptions: { multipleValues: true, sortable: true },
	default: {},
	description:
		'Where each of our fields stands in the JSON. What you leave out is read from its usual place: notification_type, name, email, phone, tickets.',
	options: [
		{
			displayName: 'Field',
			name: 'fields',
			values: [
				{
					displayName: 'Our Field',
					name: 'field',
					type: 'options',
					default: 'type',
					options: mappedFields
						.map((field) => ({ name: fieldLabel(field), value: field }))
						.sort(byName),
				},
				{
					displayName: 'Where It Stands',
					name: 'path',
					type: 'resourceLocator',
					default: { mode: 'list', value: '' },
					description: 'Empty, and without a fixed text: the usual place',
					modes: [
						{
							displayName: 'From Sample',
							name: 'list',
							type: 'list',
							placeholder: 'Choose from the sample…',
							typeOptions: { searchListMethod: 'searchSample', searchable: true },
						},
						{
							displayName: 'By Path',
							name: 'path',
							type: 'string',
							placeholder: 'e.g. tickets[0].name',
							hint: 'Names with dots between them, [0] for the first of a list. Fields of Tickets are looked for in each ticket.',
						},
					],
				},
				{
					displayName: 'Or a Fixed Text',
					name: 'text',
					type: 'string',
					default: '',
					placeholder: 'e.g. registration.completed',
				},
			],
		},
		{
			displayName: 'Name of What Happened',
			name: 'types',
			values: [
				{
					displayName: 'Their Name',
					name: 'theirs',
					type: 'string',
					default: '',
					placeholder: 'e.g. order.paid',
				},
				{
					displayName: 'Means',
					name: 'ours',
					type: 'options',
					default: 'registration.completed',
					options: reportTypes
						.map((type) => ({ name: fieldLabel(type.replace(/_/g, ' ')), value: type }))
						.sort(byName),
				},
			],
		},
	],
};

/** The mapping of a platform of one's own, with a sample to choose from. */
export const mappingProperties = (
	show: Record<string, Array<string | boolean>>,
): INodeProperties[] => [
	{ ...sample, displayOptions: { show } },
	{ ...mapping, displayOptions: { show } },
];
