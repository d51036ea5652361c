import type { INodeProperties } from 'n8n-workflow';
import { eventProperties, handOut } from '../engine/event-properties';
import { feedNotices, platformOptions } from '../engine/platform-properties';

/** Fields of the operation that plans messages; the others look after the switches. */
const plan = { operation: ['plan'] };

const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	default: 'plan',
	noDataExpression: true,
	options: [
		{
			name: 'Change Switches',
			value: 'switch',
			description: 'Switch triggers on and off as chosen on the switchboard',
			action: 'Change switches',
		},
		{
			name: 'Plan Messages',
			value: 'plan',
			description: 'Turn what happened into the messages to send',
			action: 'Plan messages',
		},
		{
			name: 'Show Switchboard',
			value: 'switchboard',
			description: 'All ten triggers: template, its status, on or off, last sent',
			action: 'Show switchboard',
		},
	],
};

const source: INodeProperties = {
	displayName: 'What Comes In',
	name: 'source',
	type: 'options',
	default: 'notice',
	noDataExpression: true,
	description: 'What each item is',
	options: [
		{
			name: 'A Notice in Our Shape',
			value: 'notice',
			description:
				'Type, event, order, buyer, attendee: from Event Trigger, a form, a table or a Code node',
		},
		...platformOptions,
	],
	displayOptions: { show: plan },
};

const compare: INodeProperties = {
	displayName: 'Compare with Before',
	name: 'compare',
	type: 'boolean',
	default: false,
	description:
		'Whether to find out what changed, where a platform only says what is now: who holds a ticket, who speaks in a session. Needs the Data Table whatsapp_last_seen, as the shipped flows have it.',
	displayOptions: { show: { ...plan, handOut: ['messages'] } },
};

const seenBefore: INodeProperties = {
	displayName: 'Seen Before',
	name: 'seenBefore',
	type: 'json',
	default: "={{ $('Read What Was Seen').all().map((row) => row.json) }}",
	description:
		'Rows of the Data Table whatsapp_last_seen whose about is that of the notices. The output Seen gives the rows to write into it, before the messages are sent.',
	displayOptions: { show: { ...plan, handOut: ['messages'], compare: [true] } },
};

const switches: INodeProperties = {
	displayName: 'Switches',
	name: 'switches',
	type: 'json',
	default: '',
	placeholder: "{{ $('Read the Switches').all().map((row) => row.json) }}",
	description:
		'Rows of the Data Table whatsapp_switches. A trigger that is off there, for all events or for this one, sends nothing. Left empty, the field Automatic Triggers alone decides.',
	displayOptions: { show: { ...plan, handOut: ['messages'] } },
};

/** On the switchboard the switches are what it is about. */
const allSwitches: INodeProperties = {
	...switches,
	default: "={{ $('Read the Switches').all().map((row) => row.json) }}",
	description:
		'Rows of the Data Table whatsapp_switches. The input of this step are the templates of the account, as Manage Template gets them.',
	displayOptions: { show: { operation: ['switchboard'] } },
};

const forEvent: INodeProperties = {
	displayName: 'Event',
	name: 'forEvent',
	type: 'string',
	default: '',
	placeholder: 'e.g. Tokyo Tech Summit',
	description: 'Its ID or its name. Left empty, all events.',
	displayOptions: { show: { operation: ['switchboard', 'switch'] } },
};

const lines: INodeProperties = {
	displayName: 'Switchboard',
	name: 'lines',
	type: 'json',
	default: "={{ $('Show the Switchboard').all().map((line) => line.json) }}",
	description: 'What Show Switchboard gave: it says which templates are approved',
	displayOptions: { show: { operation: ['switch'] } },
};

const wanted: INodeProperties = {
	displayName: 'Switched On',
	name: 'wanted',
	type: 'json',
	default: "={{ $json['Switched on'] }}",
	description:
		'The triggers that should be on, as a list of names or IDs; all others are switched off. One that would send nothing is not switched on: the output Answer says why.',
	displayOptions: { show: { operation: ['switch'] } },
};

export const properties: INodeProperties[] = [
	operation,
	source,
	...feedNotices('source', undefined, plan),
	{ ...handOut, displayOptions: { show: plan } },
	compare,
	seenBefore,
	switches,
	allSwitches,
	lines,
	wanted,
	forEvent,
	...eventProperties({ source: ['generic'] }, plan),
];
