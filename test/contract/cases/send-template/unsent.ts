import type { SendCase, SendStep } from '../../words/cases';
import { HeaderFile } from '../../words/sending';
import { guest, people, person } from '../people';

const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');

/** A first message that is sent: the template is known from then on. */
const sentBefore: SendStep = {
	items: [person(9)],
	results: [{ outcome: 'accepted' }],
	whatsApp: { accepted: 1, requests: 1 },
};

/** One after the other, so that it is certain what the first teaches about the rest. */
const options = { concurrency: 1 };

export const unsentCases: SendCase[] = [
	{
		node: 'Send Template',
		name: 'nobody answers: unsent, not_reached, and the rest of a batch is not tried',
		options,
		runs: [
			sentBefore,
			{
				gone: true,
				items: people(6),
				results: [
					...people(5).map(() => ({
						outcome: 'unsent' as const,
						reason: 'not_reached' as const,
						message: expect.stringContaining('ECONNREFUSED'),
						whatToDo: expect.stringContaining('API address'),
					})),
					{ outcome: 'unsent', reason: 'batch_halted' },
				],
				whatsApp: { accepted: 1, requests: 1 },
			},
		],
	},
	{
		node: 'Send Template',
		name: 'an expired token: unsent, token_refused, and the next run sends it',
		settings: { token: { state: 'expired' } },
		runs: [
			{
				items: [person()],
				results: [
					{
						outcome: 'unsent',
						reason: 'token_refused',
						recipient: '…0001',
						meta: { class: 'auth', code: 190, subcode: 463, httpStatus: 401 },
					},
				],
				whatsApp: { accepted: 0, requests: 0 },
			},
			{
				change: { token: { state: 'valid' } },
				items: [person()],
				results: [{ outcome: 'accepted' }],
				whatsApp: { accepted: 1, requests: 1 },
			},
		],
	},
	{
		node: 'Send Template',
		name: 'a token that expires between two runs: token_refused, then batch_halted',
		options,
		runs: [
			sentBefore,
			{
				change: { token: { state: 'expired' } },
				items: people(3),
				results: [
					{
						outcome: 'unsent',
						reason: 'token_refused',
						message: expect.stringMatching(/^The access token is not valid: /),
						meta: { class: 'auth', code: 190 },
					},
					{ outcome: 'unsent', reason: 'batch_halted' },
					{ outcome: 'unsent', reason: 'batch_halted' },
				],
				whatsApp: { accepted: 1, requests: 2 },
			},
		],
	},
	{
		node: 'Send Template',
		name: 'a refusal that concerns the account halts the batch: unsent, batch_halted',
		options,
		settings: { faults: [{ path: '/messages', kind: 'error', code: 131042, times: 1 }] },
		runs: [
			{
				items: people(2),
				results: [
					{ outcome: 'rejected', reason: 'refused', meta: { class: 'money' } },
					{
						outcome: 'unsent',
						reason: 'batch_halted',
						message: expect.stringMatching(/^The batch was halted: .*code 131042/),
						whatToDo: expect.stringContaining('payment'),
					},
				],
				whatsApp: { accepted: 0, requests: 1 },
			},
			{
				items: people(2),
				results: [{ outcome: 'accepted' }, { outcome: 'accepted' }],
				whatsApp: { accepted: 2, requests: 3 },
			},
		],
	},
	{
		node: 'Send Template',
		name: 'a template refused for one is not tried for the others: unsent, template_refused',
		options,
		settings: { faults: [{ path: '/messages', kind: 'error', code: 132015 }] },
		runs: [
			{
				items: people(3),
				results: [
					{ outcome: 'rejected', reason: 'refused', meta: { class: 'template', code: 132015 } },
					{ outcome: 'unsent', reason: 'template_refused' },
					{ outcome: 'unsent', reason: 'template_refused' },
				],
				whatsApp: { accepted: 0, requests: 1 },
			},
		],
	},
	{
		node: 'Send Template',
		name: 'a template that cannot be read: unsent, template_unreadable',
		settings: { faults: [{ path: '/message_templates', kind: 'html', httpStatus: 502 }] },
		runs: [
			{
				items: [person()],
				results: [
					{
						outcome: 'unsent',
						reason: 'template_unreadable',
						recipient: '…0001',
						whatToDo: expect.stringContaining('API address'),
						meta: { class: 'unknown', httpStatus: 502 },
					},
				],
				whatsApp: { accepted: 0, requests: 0 },
			},
		],
	},
	{
		node: 'Send Template',
		name: 'an upload that breaks: unsent, header_media_failed, and the next run sends it',
		template: 'poster_image',
		settings: { faults: [{ path: '/media', kind: 'reset', times: 1, taken: false }] },
		runs: [
			{
				items: [guest({ header_media: new HeaderFile('a.jpg', 'image/jpeg', JPEG) })],
				results: [{ outcome: 'unsent', reason: 'header_media_failed', recipient: '…0001' }],
				whatsApp: { accepted: 0, requests: 0, uploads: 1 },
			},
			{
				items: [guest({ header_media: new HeaderFile('a.jpg', 'image/jpeg', JPEG) })],
				results: [{ outcome: 'accepted' }],
				whatsApp: { accepted: 1, requests: 1, uploads: 2 },
			},
		],
	},
	{
		node: 'Send Template',
		name: 'a ledger that does not answer: unsent, ledger_unavailable, and nothing leaves',
		runs: [
			{
				items: people(2),
				ledgerBroken: true,
				results: ['…0001', '…0002'].map((recipient) => ({
					outcome: 'unsent',
					reason: 'ledger_unavailable',
					recipient,
				})),
				whatsApp: { accepted: 0, requests: 0 },
			},
			{
				items: people(2),
				results: [{ outcome: 'accepted' }, { outcome: 'accepted' }],
				whatsApp: { accepted: 2, requests: 2 },
			},
		],
	},
	{
		node: 'Send Template',
		name: 'somebody stops the run: unsent, stopped, and the next run sends it',
		options,
		// A refusal for speed is waited for: the run is stopped while nothing is under way.
		settings: { faults: [{ path: '/messages', kind: 'error', code: 130429 }] },
		runs: [
			{
				items: people(3),
				stopAfter: 1,
				results: people(3).map(() => ({
					outcome: 'unsent',
					reason: 'stopped',
					message: 'The run was stopped before this message left',
				})),
				whatsApp: { accepted: 0, requests: 1 },
			},
			{
				change: { faults: [] },
				items: people(3),
				results: people(3).map(() => ({ outcome: 'accepted' })),
				whatsApp: { accepted: 3, requests: 4 },
			},
		],
	},
];
