import type { INodeProperties } from 'n8n-workflow';
import { defaultCountry } from '../engine/default-country';
import { pageLanguages } from '../engine/page-languages';

/** Of both pages. */
const facts: INodeProperties = {
	displayName: 'Page: Line Below the Title',
	name: 'facts',
	type: 'string',
	default: '',
	placeholder: 'e.g. Tokyo Tech Summit · doors_open',
};

const pageLanguage: INodeProperties = {
	displayName: 'Page: Language',
	name: 'pageLanguage',
	type: 'options',
	default: 'en',
	options: pageLanguages,
};

const title: INodeProperties = {
	displayName: 'Page: Title',
	name: 'title',
	type: 'string',
	default: '',
	placeholder: 'e.g. Doors open',
};

const links: INodeProperties = {
	displayName: 'Page: Links',
	name: 'links',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Link',
	default: {},
	description: 'Buttons on the page; the first one stands out',
	options: [
		{
			displayName: 'Link',
			name: 'link',
			values: [
				{ displayName: 'Label', name: 'label', type: 'string', default: '' },
				{ displayName: 'URL', name: 'url', type: 'string', default: '' },
				{
					displayName: 'Only If Somebody Gets It',
					name: 'onlyIfReady',
					type: 'boolean',
					default: false,
					description: 'Whether to leave the link out of a check that nobody passed',
				},
			],
		},
	],
};

const timeZone: INodeProperties = {
	displayName: 'Time Zone',
	name: 'timeZone',
	type: 'string',
	default: '',
	placeholder: 'e.g. Asia/Tokyo',
	description: 'Of the event. Empty: that of the workflow.',
};

const common = { displayName: 'Options', name: 'options', placeholder: 'Add Option', default: {} };

export const checkOptions: INodeProperties = {
	...common,
	type: 'collection',
	options: [
		defaultCountry,
		{
			displayName: 'Language for Everybody Else',
			name: 'language',
			type: 'string',
			default: '',
			placeholder: 'e.g. en',
			description:
				'For people whose language the list does not say, or the template does not have. A template in one language only needs none.',
		},
		{
			displayName: 'Marketing Needs Consent in the List',
			name: 'requireConsent',
			type: 'boolean',
			default: false,
			description:
				'Whether a list without a column for consent gets no marketing. With such a column, who has not agreed never gets any.',
		},
		links,
		facts,
		pageLanguage,
		title,
		{
			displayName: 'People Who Opted Out',
			name: 'optedOut',
			type: 'json',
			default: '[]',
			description:
				'Who gets no marketing templates: the rows of the Data Table whatsapp_opt_outs, e.g. {{ $("Opt-outs").all() }}, or phone numbers. Utility templates still reach them.',
		},
		{
			displayName: 'Send Although It Is Marketing Now',
			name: 'allowMarketing',
			type: 'boolean',
			default: false,
			description:
				'Whether to send a template that was asked for as utility and that WhatsApp has moved to marketing. It costs more, and people who stopped marketing do not get it.',
		},
		timeZone,
	],
	displayOptions: { show: { operation: ['check'] } },
};

export const reportOptions: INodeProperties = {
	...common,
	type: 'collection',
	options: [
		{
			displayName: 'CSV: Whole Phone Numbers',
			name: 'fullPhones',
			type: 'boolean',
			default: false,
			description: 'Whether the CSV has whole numbers instead of their last four digits',
		},
		{
			displayName: 'Next Message At',
			name: 'nextAt',
			type: 'string',
			default: '',
			placeholder: 'e.g. 2026-12-01T01:00:00Z',
			description: 'Shown on the page, as Get Next Chunk tells it',
		},
		{
			displayName: 'Note',
			name: 'note',
			type: 'string',
			default: '',
			description: 'A sentence shown at the top of the page',
		},
		links,
		facts,
		pageLanguage,
		{
			displayName: 'Page: Load Again After (Seconds)',
			name: 'refresh',
			type: 'number',
			default: 0,
			description: 'So that one sees the progress while it is sent. 0: never.',
		},
		title,
		{
			displayName: 'Progress',
			name: 'progress',
			type: 'options',
			default: 'finished',
			description: 'Where the notification stands',
			options: [
				{ name: 'Checked', value: 'checked' },
				{ name: 'Finished', value: 'finished' },
				{ name: 'Sending', value: 'sending' },
				{ name: 'Stopped', value: 'stopped' },
				{ name: 'Waiting', value: 'scheduled' },
			],
		},
		timeZone,
	],
	displayOptions: { show: { operation: ['report'] } },
};
