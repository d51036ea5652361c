import type { ExpectedResult, SendCase } from '../../words/cases';
import { people } from '../people';

const ban = (waba_ban_state: string) => ({
	event: 'DISABLED_UPDATE',
	ban_info: { waba_ban_state, waba_ban_date: 'April 17, 2025' },
});

const halted: ExpectedResult = {
	outcome: 'unsent',
	reason: 'account_blocked',
	message: expect.stringMatching(/^Nothing leaves from this account at the moment: /),
	whatToDo: expect.stringContaining('Account Quality'),
};

const accepted: ExpectedResult = { outcome: 'accepted' };

/** One after the other, so that it is certain what the first teaches about the rest. */
const concurrency = 1;

/** Accounts that cannot send, and how one learns of it. */
export const blockedCases: SendCase[] = [
	{
		node: 'Send Template',
		name: 'an account that is locked: the next run asks nobody, unsent, account_blocked',
		options: { concurrency },
		settings: { faults: [{ path: '/messages', kind: 'error', code: 131031, times: 1 }] },
		runs: [
			{
				items: people(2),
				results: [
					{ outcome: 'rejected', reason: 'refused', meta: { class: 'policy', code: 131031 } },
					{ outcome: 'unsent', reason: 'batch_halted' },
				],
				whatsApp: { accepted: 0, requests: 1 },
			},
			{ items: people(2), results: [halted, halted], whatsApp: { accepted: 0, requests: 1 } },
		],
	},
	{
		node: 'Send Template',
		name: 'a ban that is told stops sending, and what lifts it lets it go on',
		runs: [
			{
				news: [ban('DISABLE')],
				items: people(2),
				results: [
					{
						...halted,
						message:
							'Nothing leaves from this account at the moment: WhatsApp has disabled the account. Nothing can be sent or received any more (April 17, 2025).',
					},
					halted,
				],
				whatsApp: { accepted: 0, requests: 0 },
			},
			{
				news: [ban('DISABLE'), ban('REINSTATE')],
				items: people(2),
				results: [accepted, accepted],
				whatsApp: { accepted: 2, requests: 2 },
			},
		],
	},
	{
		node: 'Send Template',
		name: 'a restriction that is over keeps nobody: it ends by itself',
		runs: [
			{
				news: [
					{
						event: 'ACCOUNT_RESTRICTION',
						restriction_info: [
							{ restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration: 1751852348 },
						],
					},
				],
				items: people(1),
				results: [accepted],
				whatsApp: { accepted: 1, requests: 1 },
			},
		],
	},
	{
		node: 'Send Template',
		name: 'Before Sending looks at a blocked account: skipped, account_blocked, and sent once it is well',
		options: { beforeSending: 'account' },
		runs: [
			{
				happens: 'ban',
				items: people(2),
				results: people(2).map(() => ({
					outcome: 'skipped',
					reason: 'account_blocked',
					message: expect.stringContaining('Nothing can be sent at the moment.'),
				})),
				whatsApp: { accepted: 0, requests: 0 },
			},
			{
				happens: 'reinstate',
				items: people(2),
				results: [accepted, accepted],
				whatsApp: { accepted: 2, requests: 2 },
			},
		],
	},
	{
		node: 'Send Template',
		name: 'Before Sending asks for credit: a credit line that is used up skips all as no_credit, and sends once it is wider',
		options: { beforeSending: 'credit' },
		runs: [
			{
				money: { funding: 'creditLine', creditLine: { max: 100, used: 100, permitted: true } },
				items: people(2),
				results: people(2).map(() => ({
					outcome: 'skipped',
					reason: 'no_credit',
					message: expect.stringMatching(/0\.00/),
				})),
				whatsApp: { accepted: 0, requests: 0 },
			},
			{
				money: { creditLine: { max: 200 } },
				items: people(2),
				results: [accepted, accepted],
				whatsApp: { accepted: 2, requests: 2 },
			},
		],
	},
];
