import type { SendCase } from '../../words/cases';
import { person, values } from '../people';

export const dryRunCases: SendCase[] = [
	{
		node: 'Send Template',
		name: 'a dry run shows the texts, sends nothing and remembers nothing',
		runs: [
			{
				items: [person(1), person(1), person(2, { to: '+81 123' })],
				dryRun: true,
				results: [
					{
						outcome: 'would_send',
						dryRun: true,
						recipient: '…0001',
						country: 'JP',
						category: 'UTILITY',
						text: {
							header: 'You are registered',
							body: expect.stringContaining(`Where: ${values.venue}`),
							footer: 'Sent because you registered for this event',
						},
					},
					{ outcome: 'duplicate', reason: 'same_batch' },
					{ outcome: 'skipped', reason: 'phone_invalid' },
				],
				whatsApp: { accepted: 0, requests: 0 },
			},
			{
				items: [person(1)],
				results: [{ outcome: 'accepted' }],
				whatsApp: { accepted: 1, requests: 1 },
			},
		],
	},
];
