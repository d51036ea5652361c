import type { ErrorClass } from '../../../../core/graph/error-codes';
import type { ExpectedResult, SendCase } from '../../words/cases';
import { person } from '../people';

type End = Pick<ExpectedResult, 'outcome' | 'reason'>;

const refused: End = { outcome: 'rejected', reason: 'refused' };

/** A code of each class, and what becomes of the message WhatsApp answers with it. */
const rows: Array<[code: number, errorClass: ErrorClass, end: End, whatToDo: RegExp]> = [
	[190, 'auth', { outcome: 'unsent', reason: 'token_refused' }, /system user token/],
	[131005, 'permission', refused, /Meta Business settings/],
	[270, 'permission', refused, /Meta Business settings/],
	[80008, 'rate', { outcome: 'rejected', reason: 'rate_limited' }, /more slowly/],
	[131016, 'transient', { outcome: 'unknown', reason: 'unclear_answer' }, /status/],
	[131049, 'wait', refused, /24 hours/],
	[131031, 'policy', refused, /Account Quality/],
	[131026, 'recipient', refused, /not on WhatsApp/],
	[131047, 'window', refused, /24 hours/],
	[131042, 'money', refused, /payment method/],
	[133010, 'setup', refused, /WhatsApp Manager/],
	[131009, 'request', refused, /WhatsApp Manager/],
	[132012, 'template', refused, /WhatsApp Manager/],
	[987654, 'unknown', refused, /Meta’s list of error codes/],
];

export const errorClassCases: SendCase[] = rows.map(([code, errorClass, end, whatToDo]) => ({
	node: 'Send Template',
	name: `WhatsApp answers ${code} (${errorClass}): ${end.outcome}, ${end.reason}`,
	settings: { faults: [{ path: '/messages', kind: 'error', code }] },
	runs: [
		{
			items: [person()],
			results: [
				{
					...end,
					recipient: '…0001',
					message: expect.stringContaining(`code ${code}`),
					whatToDo: expect.stringMatching(whatToDo),
					meta: { class: errorClass, code, title: expect.any(String) },
				},
			],
			whatsApp: { accepted: 0, requests: 1 },
		},
	],
}));
