import type { INodeProperties } from 'n8n-workflow';

const displayOptions = { show: { operation: ['nextChunk'] } };

export const chunkProperties: INodeProperties[] = [
	{
		displayName: 'Most at a Time',
		name: 'chunkSize',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 5000 },
		default: 200,
		description:
			'How many are sent before their results are written down. Whoever stops the workflow loses what is not written down yet; nobody gets it twice all the same.',
		displayOptions,
	},
	{
		displayName: 'Time to Send',
		name: 'notBefore',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-12-01 10:00',
		description: 'Nothing leaves before. Empty: at once.',
		displayOptions,
	},
	{
		displayName: 'Quiet From',
		name: 'quietFrom',
		type: 'string',
		default: '21:00',
		placeholder: 'e.g. 21:00',
		description:
			'By the clock of the recipient: the time zone of their row, else of the country of their number. Where a country has several, it is not quiet in any of them. Empty: no quiet hours.',
		displayOptions,
	},
	{
		displayName: 'Quiet Until',
		name: 'quietUntil',
		type: 'string',
		default: '08:00',
		placeholder: 'e.g. 08:00',
		displayOptions,
	},
	{
		displayName: 'Time Zone',
		name: 'timeZone',
		type: 'string',
		default: '',
		placeholder: 'e.g. Asia/Tokyo',
		description:
			'Of the event: for the time to send, and for people whose number does not say a country. Empty: that of the workflow.',
		displayOptions,
	},
];
