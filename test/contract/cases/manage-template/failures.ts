import type { ManageCase } from '../../words/cases';
import { HeaderFile } from '../../words/sending';
import { ticket, tickets, withPicture } from './definitions';

const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64',
);

const CREATE = { path: '/message_templates', method: 'POST' } as const;

export const failureCases: ManageCase[] = [
	{
		node: 'Manage Template',
		name: 'an answer that is lost: made, or failed and safe to run again: unclear',
		settings: { faults: [{ ...CREATE, times: 1, kind: 'reset', taken: true }] },
		runs: [
			{
				operation: 'apply',
				items: [{ definition: ticket() }],
				results: [{ outcome: 'created', status: 'pending' }],
				changes: 1,
			},
			{
				change: { faults: [{ ...CREATE, times: 1, kind: 'reset', taken: false }] },
				operation: 'apply',
				items: tickets('badge').map((definition) => ({ definition })),
				results: [{ outcome: 'failed', reason: 'unclear', status: 'failed' }],
				changes: 2,
			},
			{
				operation: 'apply',
				items: tickets('badge').map((definition) => ({ definition })),
				results: [{ outcome: 'created' }],
				changes: 3,
			},
		],
	},
	{
		node: 'Manage Template',
		name: 'a deletion that does not arrive: deletion failed',
		settings: {
			faults: [
				{ path: '/message_templates', method: 'DELETE', times: 1, kind: 'html', httpStatus: 502 },
			],
		},
		runs: [
			{
				operation: 'apply',
				items: [{ definition: ticket() }],
				results: [{ outcome: 'created' }],
				changes: 1,
			},
			{
				operation: 'delete',
				items: ['ticket_ready:en'],
				results: [{ outcome: 'failed', reason: 'unclear', status: 'deletionFailed' }],
				changes: 2,
			},
			{
				operation: 'delete',
				items: ['ticket_ready:en'],
				results: [{ outcome: 'deleted', status: 'deleted' }],
				changes: 3,
			},
		],
	},
	{
		node: 'Manage Template',
		name: 'a token refused in the middle halts the run: halted',
		settings: { faults: [{ ...CREATE, times: 1, kind: 'error', code: 190, httpStatus: 401 }] },
		runs: [
			{
				operation: 'apply',
				items: tickets('badge', 'seat').map((definition) => ({ definition })),
				results: [
					{ outcome: 'failed', reason: 'halted', meta: { class: 'auth', code: 190 } },
					{ outcome: 'failed', reason: 'halted' },
				],
				changes: 1,
			},
		],
	},
	{
		node: 'Manage Template',
		name: 'a token refused at the beginning fails the run',
		settings: { token: { state: 'expired' } },
		runs: [
			{
				operation: 'apply',
				items: [{ definition: ticket() }],
				results: [],
				failure: /code 190.*token/is,
				changes: 0,
			},
			{
				operation: 'getStatus',
				items: ['ticket_ready'],
				results: [],
				failure: /code 190/,
				changes: 0,
			},
		],
	},
	{
		node: 'Manage Template',
		name: 'Meta asks to slow down: rate_limited',
		settings: { faults: [{ ...CREATE, times: 1, kind: 'error', code: 80008 }] },
		runs: [
			{
				operation: 'apply',
				items: [{ definition: ticket() }],
				results: [{ outcome: 'waiting', reason: 'rate_limited', meta: { class: 'rate' } }],
				changes: 1,
			},
		],
	},
	{
		node: 'Manage Template',
		name: 'a sample that is not there: sample_unreadable',
		runs: [
			{
				operation: 'apply',
				items: [{ definition: withPicture('no_such_field') }],
				results: [{ outcome: 'refused', reason: 'sample_unreadable' }],
				changes: 0,
			},
		],
	},
	{
		node: 'Manage Template',
		name: 'a sample that comes with the item is uploaded, also where the first try does not arrive: not_reached',
		settings: { faults: [{ path: '/uploads', method: 'POST', times: 1, kind: 'reset' }] },
		runs: [
			{
				operation: 'apply',
				items: [{ definition: withPicture('banner') }],
				files: { banner: new HeaderFile('banner.png', 'image/png', PNG) },
				results: [{ outcome: 'failed', reason: 'not_reached' }],
				changes: 1,
			},
			{
				operation: 'apply',
				items: [{ definition: withPicture('banner') }],
				files: { banner: new HeaderFile('banner.png', 'image/png', PNG) },
				results: [{ outcome: 'created', status: 'pending' }],
				changes: 4,
			},
		],
	},
	{
		node: 'Manage Template',
		name: 'a sample of a kind no header shows, whatever it is said to be: sample_refused',
		runs: [
			{
				operation: 'apply',
				items: [{ definition: withPicture('banner') }],
				files: { banner: new HeaderFile('banner.png', 'image/png', Buffer.from('hello')) },
				results: [{ outcome: 'refused', reason: 'sample_refused' }],
				changes: 0,
			},
		],
	},
	{
		node: 'Manage Template',
		name: 'a sample for an account without App ID: app_missing',
		account: { appId: '' },
		runs: [
			{
				operation: 'apply',
				items: [{ definition: withPicture('https://x.example/a.png') }],
				results: [{ outcome: 'refused', reason: 'app_missing' }],
				changes: 0,
			},
		],
	},
];
