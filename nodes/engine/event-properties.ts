import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { automations } from '../../core/events/automations';
import { noticeTypes } from '../../core/events/notice';
import { platforms } from '../../core/events/platforms';
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

export const platformOptions: INodePropertyOptions[] = platforms
	.map(({ id, name, signature }) => ({ name, value: id, description: signature.description }))
	.sort(byName);

/** The platform's name under the node, in place of its id. */
export function platformSubtitle(parameter: string): string {
	const names = JSON.stringify(Object.fromEntries(platforms.map(({ id, name }) => [id, name])));
	return `={{ (${names})[$parameter["${parameter}"]] || $parameter["${parameter}"] }}`;
}

const automationsProperty: INodeProperties = {
	displayName: 'Automatic Triggers',
	name: 'automations',
	type: 'multiOptions',
	default: ['attendee.registration_confirmed', 'buyer.registration_confirmed'],
	required: true,
	description:
		'Which messages are sent. What is switched off comes out of Left Out, with the reason.',
	options: automations
		.map(({ id, label, template }) => ({
			name: label.en,
			value: id,
			description: `Template ${template}`,
		}))
		.sort(byName),
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
					displayName: 'Path in the JSON',
					name: 'path',
					type: 'string',
					default: '',
					placeholder: 'e.g. tickets[0].name',
					description: 'Empty, and without a fixed text: the usual place',
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
					options: noticeTypes
						.map((type) => ({ name: fieldLabel(type.replace(/_/g, ' ')), value: type }))
						.sort(byName),
				},
			],
		},
	],
};

const event: INodeProperties = {
	displayName: 'Event',
	name: 'event',
	type: 'collection',
	placeholder: 'Add Fact',
	default: {},
	description: 'What the platform does not tell about the event; what it does tell wins',
	options: [
		{ displayName: 'End', name: 'endsAt', type: 'dateTime', default: '' },
		{
			displayName: 'ID',
			name: 'id',
			type: 'string',
			default: '',
			description:
				'Any text that stays the same for this event. Where the platform names another event, these facts are not used for it.',
		},
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			placeholder: 'e.g. Tokyo Tech Summit',
		},
		{ displayName: 'Start', name: 'startsAt', type: 'dateTime', default: '' },
		{
			displayName: 'Ticket Name',
			name: 'ticketName',
			type: 'string',
			default: '',
			placeholder: 'e.g. General admission',
			description:
				'For webhooks that do not name the ticket, as those of Zoho Backstage about attendees',
		},
		{
			displayName: 'Time Zone',
			name: 'timeZone',
			type: 'string',
			default: '',
			placeholder: 'e.g. Asia/Tokyo',
			description: 'Dates are written in the time zone of the event',
		},
		{
			displayName: 'Venue',
			name: 'venue',
			type: 'string',
			default: '',
			placeholder: 'e.g. Tokyo Forum, Hall B',
		},
		{ displayName: 'Website', name: 'url', type: 'string', default: '' },
	],
};

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Default Country',
			name: 'defaultCountry',
			type: 'string',
			default: '',
			placeholder: 'e.g. JP',
			description:
				'Two letters. Tells whether two numbers written without country code are the same.',
		},
		{
			displayName: 'Include Test Orders',
			name: 'includeTest',
			type: 'boolean',
			default: false,
			description: 'Whether trial orders of the organiser are sent too',
		},
		{
			displayName: 'Language',
			name: 'language',
			type: 'string',
			default: '',
			placeholder: 'e.g. ja',
			description: 'For people whose language the platform does not tell. Left out, English.',
		},
		{
			displayName: 'Languages of Your Templates',
			name: 'languages',
			type: 'string',
			default: '',
			placeholder: 'e.g. en, ja, pt_BR',
			description: 'Everybody gets the first of these that fits them',
		},
		{
			displayName: 'Maximum Age (Hours)',
			name: 'maxAgeHours',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 24,
			description: 'What happened longer ago is left out: a platform may deliver days late',
		},
		{
			displayName: 'Orders Whose Payment Is Not Told',
			name: 'whenPaymentUnknown',
			type: 'options',
			default: 'send',
			options: [
				{ name: 'Leave Out', value: 'leave_out' },
				{ name: 'Send', value: 'send' },
			],
		},
	],
};

/** Fields shared by Event Trigger and Event Messages, in the order one fills them. */
export function eventProperties(showMappingFor: Record<string, string[]>): INodeProperties[] {
	return [
		automationsProperty,
		{ ...mapping, displayOptions: { show: showMappingFor } },
		event,
		options,
	];
}
