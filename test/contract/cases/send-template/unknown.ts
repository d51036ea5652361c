import type { Fault } from '../../../../simulator/index';
import type { OutcomeReason } from '../../../../core/messages/outcome';
import type { Match, SendCase } from '../../words/cases';
import { people, person } from '../people';

/** A send nobody can say the end of, and the next run of it, which must not send it a second time. */
const unknown = (
	name: string,
	fault: Omit<Fault, 'path'>,
	reason: OutcomeReason,
	accepted: number,
	expected: Match = {},
): SendCase => ({
	node: 'Send Template',
	name: `${name}: unknown, ${reason}, then unsettled_before`,
	settings: { faults: [{ path: '/messages', ...fault }] },
	options: { timeout: 1 },
	runs: [
		{
			items: [person()],
			results: [{ outcome: 'unknown', reason, recipient: '…0001', ...expected }],
			whatsApp: { accepted, requests: 1 },
		},
		{
			change: { faults: [] },
			items: [person()],
			results: [{ outcome: 'unknown', reason: 'unsettled_before', recipient: '…0001' }],
			whatsApp: { accepted, requests: 1 },
		},
	],
});

export const unknownCases: SendCase[] = [
	unknown('no answer in time', { kind: 'hang' }, 'no_answer', 1, {
		message: expect.stringContaining('no answer came in time'),
		whatToDo: expect.stringContaining('status'),
	}),
	unknown('a connection that breaks', { kind: 'reset' }, 'no_answer', 1, {
		message: expect.stringContaining('ECONNRESET'),
	}),
	unknown('a gateway’s page', { kind: 'html', httpStatus: 502 }, 'unclear_answer', 0, {
		meta: { class: 'unknown', httpStatus: 502 },
	}),
	unknown(
		'“something went wrong” after the message was taken',
		{ kind: 'error', code: 131000, httpStatus: 500, taken: true },
		'unclear_answer',
		1,
		{ meta: { class: 'transient', code: 131000 } },
	),
	{
		node: 'Send Template',
		name: 'after an unknown outcome, somebody may send it again by hand',
		settings: { faults: [{ path: '/messages', kind: 'reset', taken: false, times: 1 }] },
		runs: [
			{
				items: [person()],
				results: [{ outcome: 'unknown', reason: 'no_answer' }],
				whatsApp: { accepted: 0, requests: 1 },
			},
			{
				items: [person()],
				sendAgain: true,
				results: [{ outcome: 'accepted' }],
				whatsApp: { accepted: 1, requests: 2 },
			},
		],
	},
	{
		node: 'Send Template',
		name: 'one unclear answer costs one message, ten in a row halt the batch',
		options: { concurrency: 1 },
		settings: { faults: [{ path: '/messages', kind: 'html', httpStatus: 502 }] },
		runs: [
			{
				items: people(12),
				results: people(12).map((_, index) =>
					index < 10
						? { outcome: 'unknown' as const, reason: 'unclear_answer' as const }
						: { outcome: 'unsent' as const, reason: 'batch_halted' as const },
				),
				whatsApp: { accepted: 0, requests: 10 },
			},
		],
	},
];
