import { receivedAt } from '../../../examples/read-example';
import { setDate } from '../../engine/set-date';
import { engineFor, generic, post, postTito } from './desk';

setDate(receivedAt);

const threeDaysOld = { timestamp: '2026-11-19T10:27:39.480Z' };
const over = { event: { endsAt: '2026-11-21T18:00:00Z' } };

test.each([
	[
		'of a test order',
		'test_order',
		async () => await postTito(engineFor(), 'ticket.completed-test-order'),
	],
	[
		'that is not paid',
		'not_paid',
		async () => await post(engineFor(), generic('registration-unpaid')),
	],
	[
		'that is not paid at Tito',
		'not_paid',
		async () => await postTito(engineFor(), 'registration.finished-unpaid'),
	],
	[
		'three days old',
		'too_old',
		async () => await post(engineFor(), generic('registration', threeDaysOld)),
	],
	[
		'of an event that is over',
		'event_over',
		async () => await post(engineFor(), generic('registration'), over),
	],
	[
		'whose trigger is switched off',
		'switched_off',
		async () =>
			await post(engineFor(), generic('registration'), { automations: ['sponsor.welcomed'] }),
	],
	[
		'with every trigger switched off',
		'switched_off',
		async () => await post(engineFor(), generic('registration'), { automations: [] }),
	],
	[
		'without a phone',
		'phone_missing',
		async () => await post(engineFor(), generic('registration', { phone: '' })),
	],
	[
		'without a phone at Tito',
		'phone_missing',
		async () => await postTito(engineFor(), 'ticket.completed', { phone_number: null }),
	],
])('a notice %s comes out of Left Out: %s, in a sentence', async (_, reason, send) => {
	const { status, messages, leftOut } = await send();

	expect(status).toBe(200);
	expect(messages).toEqual([]);
	expect(leftOut.length).toBeGreaterThan(0);
	for (const left of leftOut) {
		expect(left).toMatchObject({
			reason,
			message: expect.stringMatching(/^[A-Z].*\.$/),
			whatToDo: expect.stringMatching(/^[A-Z].*\.$/),
			noticeType: 'registration.completed',
		});
	}
});

test('a phone in Left Out is masked', async () => {
	const { leftOut } = await post(engineFor(), generic('registration'), over);

	expect(leftOut[0]?.who).toEqual({ name: 'Aiko Tanaka', phone: '…5678' });
});

test('test orders are sent when asked for', async () => {
	const options = { includeTest: true };
	const { messages } = await postTito(engineFor(), 'ticket.completed-test-order', {}, { options });

	expect(messages).toHaveLength(1);
});

test('older notices are sent when asked for', async () => {
	const body = generic('registration', threeDaysOld);
	const { messages } = await post(engineFor(), body, { options: { maxAgeHours: 96 } });

	expect(messages).toHaveLength(1);
});

test('an order that does not say whether it is paid is sent, unless told otherwise', async () => {
	const body = generic('registration', { price_paid: 5000, amount_owed: null });

	expect((await post(engineFor(), body)).messages).toHaveLength(1);
	const { messages, leftOut } = await post(engineFor(), body, {
		options: { whenPaymentUnknown: 'leave_out' },
	});
	expect(messages).toEqual([]);
	expect(leftOut).toMatchObject([{ reason: 'payment_unknown' }]);
});

test('a ticket that waits for its holder starts no run: its completion is reported', async () => {
	expect(await postTito(engineFor(), 'ticket.created-incomplete')).toMatchObject({
		status: 200,
		ran: false,
	});
});

test('one left out does not keep the other from getting a message', async () => {
	const { messages, leftOut } = await postTito(
		engineFor(),
		'registration.completed',
		{},
		{ automations: ['attendee.registration_confirmed', 'buyer.registration_confirmed'] },
	);

	expect(messages.length).toBeGreaterThan(0);
	for (const left of leftOut) expect(left.reason).toBe('phone_missing');
});
