import type { ErrorClass } from '../../../../core/graph/error-codes';
import type { UpdateCase } from '../../words/cases';
import { bodyOf, statuses } from './bodies';

/** A code of each class, as a failed status carries it. */
const codes: Array<[code: number, errorClass: ErrorClass]> = [
	[190, 'auth'],
	[10, 'permission'],
	[130429, 'rate'],
	[131000, 'transient'],
	[131049, 'wait'],
	[131048, 'policy'],
	[131026, 'recipient'],
	[131047, 'window'],
	[131042, 'money'],
	[133010, 'setup'],
	[131053, 'request'],
	[132015, 'template'],
	[987654, 'unknown'],
];

const failed = (code: number, index: number) => ({
	...statuses(1, 'failed').statuses[0],
	id: `wamid.${index}`,
	errors: [{ code, title: 'As Meta words it', error_data: { details: 'In more words.' } }],
});

export const failedStatusCases: UpdateCase[] = [
	{
		node: 'Business Trigger',
		name: 'a failed status says of every class of error what one can do about it',
		calls: [
			{
				body: bodyOf('messages', {
					...statuses(0),
					statuses: codes.map(([code], index) => failed(code, index)),
				}),
				status: 200,
				outputs: {
					statuses: codes.map(([code, errorClass]) => ({
						status: 'failed',
						errors: [
							{
								code,
								class: errorClass,
								title: 'As Meta words it',
								details: 'In more words.',
								whatToDo: expect.stringMatching(/\.$/),
							},
						],
					})),
				},
			},
		],
	},
];
