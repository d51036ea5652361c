import type { ManageCase } from '../../words/cases';
import { changedBody, ticket, tickets } from './definitions';

const soon = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);

export const applyCases: ManageCase[] = [
	{
		node: 'Manage Template',
		name: 'Apply creates what is missing, and nothing the second time',
		runs: [
			{
				operation: 'apply',
				items: [
					{ definition: ticket() },
					{ definition: JSON.stringify(ticket({ language: 'ja' })) },
				],
				options: { ignoreCheck: true },
				results: [
					{ outcome: 'created', name: 'ticket_ready', language: 'en', status: 'pending' },
					{ outcome: 'created', language: 'ja', approved: false, settled: false },
				],
				changes: 2,
			},
			{
				before: [['approve', 'ticket_ready', 'en']],
				operation: 'apply',
				items: [{ definition: ticket() }],
				results: [{ outcome: 'unchanged', status: 'approved', approved: true }],
				changes: 2,
			},
		],
	},
	{
		node: 'Manage Template',
		name: 'a dry run plans, and changes nothing',
		runs: [
			{
				operation: 'apply',
				items: tickets('badge', 'seat').map((definition) => ({ definition })),
				options: { dryRun: true },
				results: [
					{ outcome: 'planned', action: 'create', dryRun: true },
					{ outcome: 'planned', name: 'seat' },
				],
				changes: 0,
			},
		],
	},
	{
		node: 'Manage Template',
		name: 'Apply edits what differs, and says when it will be possible again: edited_recently',
		runs: [
			{
				operation: 'apply',
				items: [{ definition: ticket() }],
				results: [{ outcome: 'created' }],
				changes: 1,
			},
			{
				before: [['approve', 'ticket_ready', 'en']],
				operation: 'apply',
				items: [{ definition: ticket({ body: changedBody }) }],
				results: [{ outcome: 'edited', changes: ['body'], status: 'pending' }],
				changes: 2,
			},
			{
				before: [['approve', 'ticket_ready', 'en']],
				operation: 'apply',
				items: [{ definition: ticket() }],
				results: [
					{
						outcome: 'waiting',
						reason: 'edited_recently',
						possibleAt: soon,
						meta: { code: 100, subcode: 2388124 },
					},
				],
				changes: 3,
			},
			{
				operation: 'apply',
				items: [{ definition: ticket() }],
				options: { dryRun: true },
				results: [{ outcome: 'waiting', reason: 'edited_recently', possibleAt: soon }],
				changes: 3,
			},
		],
	},
	{
		node: 'Manage Template',
		name: 'what is in review is not edited: in_review',
		runs: [
			{
				operation: 'apply',
				items: [{ definition: ticket() }],
				results: [{ outcome: 'created' }],
				changes: 1,
			},
			{
				operation: 'apply',
				items: [{ definition: ticket({ body: changedBody }) }],
				results: [{ outcome: 'waiting', reason: 'in_review', changes: ['body'] }],
				changes: 1,
			},
		],
	},
	{
		node: 'Manage Template',
		name: 'what the check finds is not sent, unless somebody says so: check_failed, refused',
		runs: [
			{
				operation: 'apply',
				items: [{ definition: ticket({ body: '{{first_name}}, it is ready for you now.' }) }],
				results: [
					{
						outcome: 'refused',
						reason: 'check_failed',
						whatToDo: expect.stringContaining('Put a word before it'),
						findings: expect.arrayContaining([
							expect.objectContaining({ rule: 'variable-first', severity: 'error' }),
						]),
					},
				],
				changes: 0,
			},
			{
				operation: 'apply',
				items: [{ definition: ticket({ body: '{{first_name}}, it is ready for you now.' }) }],
				options: { ignoreCheck: true },
				results: [{ outcome: 'refused', reason: 'refused', meta: { subcode: 2388299 } }],
				changes: 1,
			},
		],
	},
	{
		node: 'Manage Template',
		name: 'bad input is refused for itself, and the others go on: definition_invalid, same_batch',
		runs: [
			{
				operation: 'apply',
				items: [
					{ definition: '{"name": ' },
					{ definition: { name: 'x', language: 'en' } },
					{ definition: ticket() },
					{ definition: ticket() },
				],
				results: [
					{ outcome: 'refused', reason: 'definition_invalid' },
					{ outcome: 'refused', reason: 'definition_invalid', name: 'x' },
					{ outcome: 'created' },
					{ outcome: 'refused', reason: 'same_batch' },
				],
				changes: 1,
			},
		],
	},
	{
		node: 'Manage Template',
		name: 'limits of the account: template_limit, creation_rate',
		settings: { templates: { limit: 1 } },
		runs: [
			{
				operation: 'apply',
				items: tickets('badge', 'seat').map((definition) => ({ definition })),
				results: [{ outcome: 'created' }, { outcome: 'waiting', reason: 'template_limit' }],
				changes: 1,
			},
			{
				change: { templates: { limit: 250, createsPerHour: 1 } },
				operation: 'apply',
				items: tickets('badge', 'seat').map((definition) => ({ definition })),
				results: [
					{ outcome: 'unchanged' },
					{ outcome: 'waiting', reason: 'creation_rate', possibleAt: soon },
				],
				changes: 2,
			},
		],
	},
	{
		node: 'Manage Template',
		name: 'what Meta does not edit: status_fixed, format_fixed',
		runs: [
			{
				operation: 'apply',
				items: tickets('badge', 'seat').map((definition) => ({ definition })),
				results: [{ outcome: 'created' }, { outcome: 'created' }],
				changes: 2,
			},
			{
				before: [
					['disable', 'badge', 'en'],
					['approve', 'seat', 'en'],
				],
				operation: 'apply',
				items: [
					{ definition: ticket({ name: 'badge' }) },
					{
						definition: ticket({
							name: 'seat',
							body: 'Hi {{1}}, your seat at {{2}} is ready for you. Thank you!',
							samples: { '1': 'Maya', '2': 'Test Conf' },
						}),
					},
				],
				results: [
					{ outcome: 'refused', reason: 'status_fixed', status: 'disabled' },
					{ outcome: 'refused', reason: 'format_fixed' },
				],
				changes: 2,
			},
		],
	},
	{
		node: 'Manage Template',
		name: 'a rejected template says why; Submit sends it in again',
		runs: [
			{
				operation: 'submit',
				items: [{ definition: ticket() }],
				results: [{ outcome: 'created' }],
				changes: 1,
			},
			{
				before: [['reject', 'ticket_ready', 'en', { reason: 'SCAM' }]],
				operation: 'apply',
				items: [{ definition: ticket() }],
				results: [{ outcome: 'unchanged', status: 'rejected', rejection: { reason: 'SCAM' } }],
				changes: 1,
			},
			{
				operation: 'submit',
				items: [{ definition: ticket() }],
				results: [{ outcome: 'edited', status: 'pending' }],
				changes: 2,
			},
		],
	},
	{
		node: 'Manage Template',
		name: 'a category Meta moved is told with the prices of a country',
		runs: [
			{
				operation: 'apply',
				items: [{ definition: ticket() }],
				results: [{ outcome: 'created' }],
				changes: 1,
			},
			{
				before: [
					['approve', 'ticket_ready', 'en'],
					['recategorise', 'ticket_ready', 'en', { category: 'MARKETING' }],
				],
				operation: 'apply',
				items: [{ definition: ticket() }],
				options: { priceCountry: 'jp' },
				results: [
					{
						outcome: 'unchanged',
						drift: {
							asked: 'UTILITY',
							now: 'MARKETING',
							prices: { before: 0.0113, after: 0.0842 },
						},
					},
				],
				changes: 1,
			},
		],
	},
];
