import type { UpdateCase } from '../../words/cases';
import { bodyOf, businessAccountId, phoneNumberId, statuses } from './bodies';

const filtered = (
	name: string,
	fields: UpdateCase['fields'],
	call: Omit<UpdateCase['calls'][number], 'status'>,
): UpdateCase => ({
	node: 'Business Trigger',
	name,
	fields,
	calls: [{ status: 200, ...call }],
});

/** A status of some number of some account. */
function statusOf(account: string, number: string) {
	const value = statuses(1);
	const body = bodyOf('messages', {
		...value,
		metadata: { ...value.metadata, phone_number_id: number },
	});
	return { ...body, entry: body.entry.map((entry) => ({ ...entry, id: account })) };
}

type Scope = 'app' | 'account' | 'number';

const scopes: Array<[Scope, whose: string, account: string, number: string, passes: boolean]> = [
	['app', 'another account', '999', '777', true],
	['account', 'this number', businessAccountId, phoneNumberId, true],
	['account', 'another number of the account', businessAccountId, '777', true],
	['account', 'another account', '999', '777', false],
	['number', 'this number', businessAccountId, phoneNumberId, true],
	['number', 'another number of the account', businessAccountId, '777', false],
	['number', 'another account', '999', phoneNumberId, false],
];

export const filterCases: UpdateCase[] = [
	filtered(
		'statuses nobody wants do not come out, and the call is answered 200',
		{ statuses: ['delivered'] },
		{ body: bodyOf('messages', statuses(3, 'sent')) },
	),
	filtered(
		'of a mixed call the wanted statuses come out',
		{ updates: ['statuses'], statuses: ['delivered'] },
		{ body: 'batch', outputs: { statuses: [{ status: 'delivered' }] } },
	),
	filtered(
		'a status WhatsApp adds later passes',
		{ statuses: ['read'] },
		{
			body: bodyOf('messages', statuses(1, 'teleported')),
			outputs: { statuses: [{ status: 'teleported' }] },
		},
	),
	filtered(
		'outputs nobody wants stay empty',
		{ updates: ['messages'] },
		{ body: 'batch', outputs: { messages: [{ text: 'first' }, { text: 'second' }] } },
	),
	filtered('nothing wanted, nothing comes out', { updates: [] }, { body: 'batch' }),
	...scopes.map(([scope, whose, account, number, passes]) =>
		filtered(
			`for the ${scope}, an update of ${whose} ${passes ? 'passes' : 'does not come out'}`,
			{ scope },
			{
				body: statusOf(account, number),
				outputs: passes ? { statuses: [{ businessAccountId: account }] } : {},
			},
		),
	),
];
