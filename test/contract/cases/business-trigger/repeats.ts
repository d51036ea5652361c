import type { UpdateCase } from '../../words/cases';
import { bodyOf, statuses } from './bodies';

const ids = (...indexes: number[]) => indexes.map((index) => ({ messageId: `wamid.${index}` }));

export const repeatCases: UpdateCase[] = [
	{
		node: 'Business Trigger',
		name: 'an update that stands twice in a call comes out once',
		calls: [
			{
				body: bodyOf('messages', statuses(1), statuses(1)),
				status: 200,
				outputs: { statuses: ids(0) },
			},
		],
	},
	{
		node: 'Business Trigger',
		name: 'of a call that repeats some, only the new come out',
		calls: [
			{
				body: bodyOf('messages', statuses(2)),
				status: 200,
				outputs: { statuses: ids(0, 1) },
			},
			{ body: bodyOf('messages', statuses(2)), status: 200 },
			{
				body: bodyOf('messages', statuses(4)),
				status: 200,
				outputs: { statuses: ids(2, 3) },
			},
		],
	},
	{
		node: 'Business Trigger',
		name: 'sent, delivered and read of one message are three updates',
		calls: ['sent', 'delivered', 'read'].map((status) => ({
			body: bodyOf('messages', statuses(1, status)),
			status: 200,
			outputs: { statuses: [{ status }] },
		})),
	},
];
