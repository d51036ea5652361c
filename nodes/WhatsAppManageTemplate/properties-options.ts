import type { INodeProperties } from 'n8n-workflow';
import { changingOperations, type TemplateOperation } from '../../core/templates/manage/operations';

const shownFor = (...operations: readonly TemplateOperation[]) => ({
	show: { '/operation': [...operations] },
});

export const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Country for Prices',
			name: 'priceCountry',
			type: 'string',
			default: '',
			placeholder: 'e.g. JP',
			description:
				'Two letters. If WhatsApp moved a template to another category, the difference is that of this country. Left out, that of all countries.',
			displayOptions: shownFor('apply', 'submit', 'getStatus', 'get', 'getMany'),
		},
		{
			displayName: 'Dry Run',
			name: 'dryRun',
			type: 'boolean',
			default: false,
			description: 'Whether to say what would be done without changing anything',
			displayOptions: shownFor(...changingOperations),
		},
		{
			displayName: 'Include Input',
			name: 'includeInput',
			type: 'boolean',
			default: true,
			description: 'Whether each result carries the fields of its item under "input"',
		},
		{
			displayName: 'Send Although the Check Finds Errors',
			name: 'ignoreCheck',
			type: 'boolean',
			default: false,
			description:
				'Whether to send for approval what breaks a rule. WhatsApp has the last word, and will most likely refuse it.',
			displayOptions: shownFor('apply', 'submit'),
		},
		{
			displayName: 'Time to Live (Seconds)',
			name: 'timeToLive',
			type: 'number',
			typeOptions: { minValue: 30 },
			default: 43200,
			description:
				'After how long a message that could not be delivered is dropped. Utility: 30 seconds to 12 hours; marketing: 12 hours to 30 days. Left out, WhatsApp tries for 30 days.',
			displayOptions: {
				show: {
					'/operation': ['apply', 'check', 'preview', 'submit'],
					'/definitionFrom': ['fields'],
				},
			},
		},
		{
			displayName: 'Time-Out (Seconds)',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 300 },
			default: 30,
			description: 'How long to wait for an answer of WhatsApp',
			displayOptions: shownFor('apply', 'submit', 'getStatus', 'get', 'getMany', 'delete'),
		},
		{
			displayName: 'Values Instead of Samples',
			name: 'values',
			type: 'json',
			default: '={{ $json.variables }}',
			description: 'The preview shows these values, by the names of the variables',
			displayOptions: shownFor('preview'),
		},
	],
};
