import type { SendCase } from '../../words/cases';
import { person } from '../people';

export const duplicateCases: SendCase[] = [
	{
		node: 'Send Template',
		name: 'what was sent before: duplicate, already_sent, also when the phone is written otherwise',
		runs: [
			{
				items: [person()],
				results: [{ outcome: 'accepted' }],
				whatsApp: { accepted: 1, requests: 1 },
			},
			{
				items: [person(1, { to: 'tel:0081 (90) 1000-0001' })],
				results: [
					{
						outcome: 'duplicate',
						reason: 'already_sent',
						recipient: '…0001',
						message: expect.stringContaining('already sent'),
					},
				],
				whatsApp: { accepted: 1, requests: 1 },
			},
		],
	},
	{
		node: 'Send Template',
		name: 'what stands twice in a batch: duplicate, same_batch',
		runs: [
			{
				items: [person(1), person(2), person(1)],
				results: [
					{ outcome: 'accepted' },
					{ outcome: 'accepted' },
					{ outcome: 'duplicate', reason: 'same_batch', recipient: '…0001' },
				],
				whatsApp: { accepted: 2, requests: 2 },
			},
		],
	},
	{
		node: 'Send Template',
		name: 'the same person for another reason is no duplicate',
		runs: [
			{
				items: [person(1), person(1, { deliveryKey: 'test-conf:ticket_reassigned:t-1:7' })],
				results: [{ outcome: 'accepted' }, { outcome: 'accepted' }],
				// The same values: to a phone the two look alike.
				whatsApp: { accepted: 2, requests: 2, twice: 1 },
			},
		],
	},
];
