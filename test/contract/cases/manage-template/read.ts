import type { ManageCase } from '../../words/cases';
import { ticket } from './definitions';

export const readCases: ManageCase[] = [
	{
		node: 'Manage Template',
		name: 'Check says what is wrong, and what to do; what only warns goes on',
		runs: [
			{
				operation: 'check',
				items: [
					{ definition: ticket() },
					{ definition: ticket({ name: 'Bad Name', footer: 'Test Conf' }) },
					{ definition: ticket({ name: 'promo', footer: 'Get 20% off with this discount' }) },
				],
				results: [
					{ outcome: 'ok', findings: [], definition: { name: 'ticket_ready' } },
					{
						outcome: 'problems',
						findings: [expect.objectContaining({ rule: 'name-form', place: 'name' })],
					},
					{
						outcome: 'ok',
						findings: [
							expect.objectContaining({ rule: 'category-promotional', severity: 'warning' }),
						],
					},
				],
				changes: 0,
			},
		],
	},
	{
		node: 'Manage Template',
		name: 'Check finds a text the account has under another name, and not the template itself',
		runs: [
			{
				operation: 'apply',
				items: [{ definition: ticket() }],
				results: [{ outcome: 'created' }],
				changes: 1,
			},
			{
				operation: 'check',
				items: [{ definition: ticket() }, { definition: ticket({ name: 'same_text' }) }],
				results: [
					{ outcome: 'problems', findings: [expect.objectContaining({ rule: 'duplicate-text' })] },
					{ outcome: 'problems', name: 'same_text' },
				],
				changes: 1,
			},
			{
				operation: 'check',
				items: [{ definition: ticket({ name: 'same_text' }) }],
				results: [
					{
						outcome: 'problems',
						message: expect.stringContaining('ticket_ready'),
						findings: [expect.objectContaining({ rule: 'duplicate-text', severity: 'error' })],
					},
				],
				changes: 1,
			},
			{
				operation: 'check',
				items: [{ definition: ticket() }],
				results: [{ outcome: 'ok', findings: [] }],
				changes: 1,
			},
		],
	},
	{
		node: 'Manage Template',
		name: 'Preview draws the message, with its samples',
		runs: [
			{
				operation: 'preview',
				items: [{ definition: ticket() }],
				results: [
					{
						outcome: 'ok',
						text: expect.stringContaining('Hi Maya, your ticket for Test Conf'),
						html: expect.stringContaining('Maya'),
					},
				],
				changes: 0,
			},
		],
	},
	{
		node: 'Manage Template',
		name: 'the ready-made templates are handed out by trigger, language and for whom they are',
		runs: [
			{
				operation: 'getReadyMade',
				options: { readyMadeNames: ['sponsor_welcome'], readyMadeLanguages: ['ja', 'en'] },
				results: [
					{ outcome: 'ok', name: 'sponsor_welcome', language: 'en' },
					{ outcome: 'ok', language: 'ja', definition: { audience: 'sponsor' } },
				],
				changes: 0,
			},
		],
	},
	{
		node: 'Manage Template',
		name: 'Get Status, Get and Get Many say how templates stand',
		runs: [
			{
				operation: 'submit',
				items: [{ definition: ticket() }],
				results: [{ outcome: 'created' }],
				changes: 1,
			},
			{
				operation: 'getStatus',
				items: ['ticket_ready'],
				results: [
					{ outcome: 'ok', status: 'pending', statusText: 'Approval pending', settled: false },
				],
				changes: 1,
			},
			{
				before: [['approve', 'ticket_ready', 'en']],
				operation: 'get',
				items: ['ticket_ready:en'],
				results: [
					{ outcome: 'ok', status: 'approved', definition: { samples: { first_name: 'Maya' } } },
				],
				changes: 1,
			},
			{
				operation: 'getMany',
				options: { search: 'ticket', status: 'APPROVED' },
				results: [{ outcome: 'ok', name: 'ticket_ready' }],
				changes: 1,
			},
			{
				operation: 'getMany',
				options: { language: 'ja' },
				results: [],
				changes: 1,
			},
		],
	},
	{
		node: 'Manage Template',
		name: 'a template that is not there, or not named: template_unknown, template_missing',
		runs: [
			{
				operation: 'getStatus',
				items: ['nothing_like_it:en', ''],
				results: [
					{ outcome: 'refused', reason: 'template_unknown', name: 'nothing_like_it' },
					{ outcome: 'refused', reason: 'template_missing' },
				],
				changes: 0,
			},
		],
	},
	{
		node: 'Manage Template',
		name: 'Delete asks for the language where there are several, and does nothing twice: language_missing',
		runs: [
			{
				operation: 'apply',
				items: [{ definition: ticket() }, { definition: ticket({ language: 'es' }) }],
				options: { ignoreCheck: true },
				results: [{ outcome: 'created' }, { outcome: 'created' }],
				changes: 2,
			},
			{
				operation: 'delete',
				items: ['ticket_ready'],
				results: [{ outcome: 'refused', reason: 'language_missing' }],
				changes: 2,
			},
			{
				operation: 'delete',
				items: ['ticket_ready'],
				options: { allLanguages: true, dryRun: true },
				results: [
					{ outcome: 'planned', action: 'delete' },
					{ outcome: 'planned', action: 'delete' },
				],
				changes: 2,
			},
			{
				operation: 'delete',
				items: ['ticket_ready'],
				options: { allLanguages: true },
				results: [
					{ outcome: 'deleted', status: 'deleted' },
					{ outcome: 'deleted', status: 'deleted' },
				],
				changes: 4,
			},
			{
				operation: 'delete',
				items: ['ticket_ready:en'],
				results: [{ outcome: 'unchanged' }],
				changes: 4,
			},
		],
	},
	{
		node: 'Manage Template',
		name: 'a deleted name stays blocked: name_blocked; while it goes: being_deleted',
		settings: { templates: { deletion: 'pending' } },
		runs: [
			{
				operation: 'apply',
				items: [{ definition: ticket() }],
				results: [{ outcome: 'created' }],
				changes: 1,
			},
			{
				before: [['approve', 'ticket_ready', 'en']],
				operation: 'delete',
				items: ['ticket_ready:en'],
				results: [{ outcome: 'deleted', status: 'deletionInProgress' }],
				changes: 2,
			},
			{
				operation: 'apply',
				items: [{ definition: ticket() }],
				results: [{ outcome: 'waiting', reason: 'being_deleted' }],
				changes: 2,
			},
			{
				before: [['delete', 'ticket_ready', 'en']],
				operation: 'apply',
				items: [{ definition: ticket() }],
				results: [
					{
						outcome: 'waiting',
						reason: 'name_blocked',
						possibleAt: expect.stringMatching(/^\d{4}-/),
						meta: { subcode: 2388023 },
					},
				],
				changes: 3,
			},
		],
	},
];
