import type { DeliveryOutcome } from '../../messages/outcome';
import { readRows } from './read-rows';
import type { ResultRow, ResultState } from './result-row';
import { changeByOutcome, changesByStatus, withChange } from './row-change';

const at = '2026-12-01T03:00:00.000Z';
const key = 'conf-1:notification:1:0123456789abcdef0123';
const waiting = readRows([
	{ state: 'waiting', key, notification: 'conf-1', row: 1 },
])[0] as ResultRow;

const outcome = (more: Partial<DeliveryOutcome>): DeliveryOutcome => ({
	outcome: 'skipped',
	message: 'm',
	...more,
});
const status = (name: string) =>
	changesByStatus({ status: name, deliveryKey: key, messageId: 'wamid.1', occurredAt: at }, at)[0];

function after(...statuses: string[]): string {
	let row = withChange(waiting, changeByOutcome(key, outcome({ outcome: 'accepted' }), at));
	for (const name of statuses) row = withChange(row, status(name) as never);
	return row.state;
}

describe('an outcome', () => {
	it.each<[Partial<DeliveryOutcome>, ResultState]>([
		[{ outcome: 'accepted' }, 'accepted'],
		[{ outcome: 'duplicate', reason: 'already_sent' }, 'accepted'],
		[{ outcome: 'unknown', reason: 'no_answer' }, 'unknown'],
		[{ outcome: 'unsent', reason: 'stopped' }, 'unsent'],
		[{ outcome: 'skipped', reason: 'phone_invalid' }, 'failed'],
		[{ outcome: 'skipped', reason: 'opted_out' }, 'left_out'],
		[{ outcome: 'skipped', reason: 'template_paused' }, 'unsent'],
		[{ outcome: 'rejected', reason: 'refused' }, 'failed'],
		[{ outcome: 'rejected', reason: 'rate_limited' }, 'unsent'],
	])('%j makes of a row that waits: %s', (more, state) => {
		expect(withChange(waiting, changeByOutcome(key, outcome(more), at))).toMatchObject({
			state,
			key,
			at,
		});
	});

	it('of the account is mended and sent again; one of the person is not', () => {
		const refused = (code: number, kind: string) =>
			changeByOutcome(
				key,
				outcome({ outcome: 'rejected', reason: 'refused', error: { class: kind, code } as never }),
				at,
			).state;
		expect(refused(131042, 'money')).toBe('unsent');
		expect(refused(131026, 'recipient')).toBe('failed');
	});

	it('that is written down after a status changes nothing', () => {
		const read = withChange(waiting, status('read') as never);
		expect(withChange(read, changeByOutcome(key, outcome({ outcome: 'accepted' }), at))).toBe(read);
	});
});

describe('statuses', () => {
	it.each([
		[['sent', 'delivered', 'read'], 'read'],
		[['read', 'delivered', 'sent'], 'read'],
		[['delivered', 'sent', 'delivered'], 'delivered'],
		[['sent', 'failed'], 'failed'],
		[['failed', 'sent'], 'failed'],
		[['failed', 'delivered'], 'delivered'],
		[['played'], 'read'],
	])('%j make %s', (statuses, state) => {
		expect(after(...statuses)).toBe(state);
	});

	it('settle what nobody knew', () => {
		const unknown = withChange(waiting, changeByOutcome(key, outcome({ outcome: 'unknown' }), at));
		expect(withChange(unknown, status('sent') as never).state).toBe('sent');
	});

	it('say why a message was not delivered', () => {
		const errors = [
			{
				code: 131026,
				title: 'Undeliverable',
				details: 'Not on WhatsApp',
				whatToDo: 'Write an e-mail.',
			},
		];
		expect(changesByStatus({ status: 'failed', deliveryKey: key, errors }, at)[0]).toMatchObject({
			state: 'failed',
			reason: 'not_delivered',
			code: '131026',
			message: 'Not on WhatsApp',
			whatToDo: 'Write an e-mail.',
		});
	});

	it.each([
		['conf:registration_confirmed:order-1:1:0123456789abcdef0123'],
		[''],
		[undefined],
		['conf-1:notification:1:'],
	])('of another delivery belong to no notification: %s', (deliveryKey) => {
		expect(changesByStatus({ status: 'read', deliveryKey }, at)).toEqual([]);
	});

	it('that Meta adds later change nothing', () => {
		expect(status('warped')).toBeUndefined();
	});
});

describe('a message that was accepted and could not be paid', () => {
	const errors = [{ code: 131042, title: 'Business eligibility payment issue' }];
	const second = 'conf-1:notification:2:0123456789abcdef0123';
	const unpaid = changesByStatus({ status: 'failed', deliveryKey: key, errors }, at);
	const row = { ...waiting, deliveryKey: 'conf-1:notification:1' };
	const accepted = withChange(row, changeByOutcome(key, outcome({ outcome: 'accepted' }), at));
	const after = (before: ResultRow) => unpaid.reduce(withChange, before);

	it('waits for somebody to resume, under the key of the next attempt', () => {
		expect(after(accepted)).toMatchObject({
			...{ key: second, deliveryKey: 'conf-1:notification:2' },
			...{ state: 'unsent', step: 0, reason: 'no_credit', code: '131042', messageId: '' },
		});
	});

	it('is not touched any more by what is told of the first attempt', () => {
		const again = after(accepted);
		expect(after(again)).toBe(again);
		expect(withChange(again, status('delivered') as never)).toBe(again);
		expect(withChange(again, changeByOutcome(key, outcome({ outcome: 'accepted' }), at))).toBe(
			again,
		);
	});

	it('counts its attempts', () => {
		const next = changesByStatus({ status: 'failed', deliveryKey: second, errors }, at);
		expect(next.reduce(withChange, after(accepted)).key).toBe(
			'conf-1:notification:3:0123456789abcdef0123',
		);
	});

	it('has failed where something came between, and is delivered where it was', () => {
		const sent = withChange(accepted, status('sent') as never);
		expect(after(sent)).toMatchObject({ state: 'failed', key });
		const delivered = withChange(accepted, status('delivered') as never);
		expect(after(delivered)).toBe(delivered);
	});
});
