import type { SendCase } from '../../words/cases';
import { HeaderFile } from '../../words/sending';
import { guest, person, phone } from '../people';

const PDF = Buffer.from('%PDF-1.4 a ticket');

export const rejectedCases: SendCase[] = [
	{
		node: 'Send Template',
		name: 'a refusal says who refused, why and what to do, with the number hidden where Meta quotes it',
		settings: { recipients: { [phone(1).slice(1)]: { refuse: 131030 } } },
		runs: [
			{
				items: [person()],
				results: [
					{
						outcome: 'rejected',
						reason: 'refused',
						recipient: '…0001',
						message: expect.stringContaining('Set for …0001'),
						whatToDo: expect.stringContaining('allowed recipients'),
						meta: { class: 'recipient', code: 131030, httpStatus: 400 },
					},
				],
				whatsApp: { accepted: 0, requests: 1 },
			},
			{
				change: { recipients: { [phone(1).slice(1)]: {} } },
				items: [person()],
				results: [{ outcome: 'accepted' }],
				whatsApp: { accepted: 1, requests: 2 },
			},
		],
	},
	{
		node: 'Send Template',
		name: 'a limit that waiting does not help: rejected, rate_limited',
		settings: { faults: [{ path: '/messages', kind: 'error', code: 80008 }] },
		runs: [
			{
				items: [person()],
				results: [
					{
						outcome: 'rejected',
						reason: 'rate_limited',
						whatToDo: expect.stringContaining('Messages per Second'),
						meta: { class: 'rate', code: 80008 },
					},
				],
				whatsApp: { accepted: 0, requests: 1 },
			},
		],
	},
	{
		node: 'Send Template',
		name: 'a refusal for a day says when to try again',
		settings: { faults: [{ path: '/messages', kind: 'error', code: 131049 }] },
		runs: [
			{
				items: [person()],
				results: [
					{
						outcome: 'rejected',
						reason: 'refused',
						meta: { class: 'wait' },
						retryAfter: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
					},
				],
				whatsApp: { accepted: 0, requests: 1 },
			},
		],
	},
	{
		node: 'Send Template',
		name: 'a header file WhatsApp refuses: rejected, header_media_failed',
		template: 'ticket_document',
		settings: { faults: [{ path: '/media', kind: 'error', code: 100 }] },
		runs: [
			{
				items: [
					guest({
						event_name: 'Test Conf',
						header_media: new HeaderFile('t.pdf', 'application/pdf', PDF),
					}),
				],
				results: [
					{
						outcome: 'rejected',
						reason: 'header_media_failed',
						recipient: '…0001',
						message: expect.stringMatching(/^The header file was refused: /),
						meta: { class: 'request', code: 100 },
					},
				],
				whatsApp: { accepted: 0, requests: 0, uploads: 1 },
			},
		],
	},
];
