import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { automations } from '../../core/events/automations';
import { mappingProperties } from './mapping-properties';

const byName = (a: INodePropertyOptions, b: INodePropertyOptions) => a.name.localeCompare(b.name);

/** What a node hands on: the messages, or what happened, for flows that compare and switch first. */
export const handOut: INodeProperties = {
	displayName: 'Hand Out',
	name: 'handOut',
	type: 'options',
	default: 'messages',
	noDataExpression: true,
	description: 'What comes out of the first output',
	options: [
		{
			name: 'Messages',
			value: 'messages',
			description: 'Who gets which template with which values, ready for Send Template',
		},
		{
			name: 'Notices',
			value: 'notices',
			description:
				'What happened, for Event Messages further on, which compares it with what was seen before and looks at the switches',
		},
	],
};

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

/** How the phone is asked for differs from form to form, and belongs to reading, not to planning. */
const phoneQuestion: INodeProperties = {
	displayName: 'Question That Asks for the Phone',
	name: 'phoneQuestion',
	type: 'string',
	default: '',
	placeholder: 'e.g. WhatsApp number',
	description:
		'As it is worded in your registration form. Needed only where the platform has no phone field of its own and the question is not recognised.',
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
		phoneQuestion,
		{
			displayName: 'Template Languages',
			name: 'languages',
			type: 'string',
			default: '',
			placeholder: 'e.g. en, ja, pt_BR',
			description: 'Everybody gets the first of these that fits them',
		},
	],
};

/** What belongs to reading a report, where messages are planned by a later step. */
const readingOptions: INodeProperties = { ...options, options: [phoneQuestion] };

/** Who sees which field: conditions of n8n's displayOptions. */
type Shown = Record<string, Array<string | boolean>>;

/** Fields shared by Event Trigger and Event Messages, in the order one fills them. */
export function eventProperties(generic: Shown, always: Shown = {}): INodeProperties[] {
	const messages = { show: { ...always, handOut: ['messages'] } };
	return [
		{ ...automationsProperty, displayOptions: messages },
		...mappingProperties({ ...always, ...generic }),
		{ ...event, displayOptions: messages },
		{ ...options, displayOptions: messages },
		{ ...readingOptions, displayOptions: { show: { ...always, handOut: ['notices'] } } },
	];
}
