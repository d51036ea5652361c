import { fixture } from '../testing/fixture';
import type { WebhookNotification } from '../webhooks/notification';
import { readNotifications } from '../webhooks/read-notifications';
import { accountKey } from './account';
import { noteUpdates } from './note-updates';
import { SendingStates } from './sending-states';

const apiUrl = 'https://graph.facebook.com';
const businessAccountId = '102290129340398';
const place = {
	account: accountKey({ apiUrl, businessAccountId }),
	phoneNumberId: '106540352242922',
};
/** `entry.time` of the fixtures. */
const THEN = 1751247548_000;

const of = (name: string): WebhookNotification[] =>
	readNotifications(fixture(`${__dirname}/../webhooks`, name)).notifications;

const update = (value: object, time: number): WebhookNotification[] => {
	const entry = [{ id: businessAccountId, time, changes: [{ field: 'account_update', value }] }];
	return readNotifications({ object: 'whatsapp_business_account', entry }).notifications;
};

const ban = (waba_ban_state: string, time = THEN / 1000) =>
	update({ event: 'DISABLED_UPDATE', ban_info: { waba_ban_state } }, time);

function failed(code: number, timestamp: number): WebhookNotification[] {
	const body = fixture<{ entry: Array<{ changes: Array<{ value: { statuses: object[] } }> }> }>(
		`${__dirname}/../webhooks`,
		'status-failed',
	);
	const value = body.entry[0]?.changes[0]?.value as { statuses: object[] };
	value.statuses = [
		{
			...value.statuses[0],
			timestamp: String(timestamp),
			errors: [{ code, title: 'Business eligibility payment issue' }],
		},
	];
	return readNotifications(body).notifications;
}

function delivered(billable: boolean, timestamp: number): WebhookNotification[] {
	return failed(131042, timestamp).map((one) => ({
		...one,
		...{ status: 'delivered', errors: [], pricing: { billable } },
	})) as WebhookNotification[];
}

describe('a refusal for money', () => {
	const at = THEN / 1000;

	it('is remembered for a day, also when sending is tried again', () => {
		const states = new SendingStates();
		noteUpdates(states, { apiUrl }, failed(131042, at), THEN);
		states.over(place, THEN + 10_000);
		expect(states.current(place, THEN + 30_000)).toBeUndefined();
		expect(states.refusedForMoney(place.account, THEN + 30_000)).toBe(THEN);
		expect(states.refusedForMoney(place.account, THEN + 24 * 3_600_000)).toBeUndefined();
		expect(states.refusedForMoney('another', THEN)).toBeUndefined();
	});

	it('is over with the next paid message that is delivered, not with a free one', () => {
		const states = new SendingStates();
		noteUpdates(states, { apiUrl }, failed(131042, at), THEN);
		noteUpdates(states, { apiUrl }, delivered(false, at + 20), THEN + 20_000);
		noteUpdates(states, { apiUrl }, delivered(true, at - 20), THEN + 21_000);
		expect(states.refusedForMoney(place.account, THEN + 30_000)).toBe(THEN);
		noteUpdates(states, { apiUrl }, delivered(true, at + 20), THEN + 30_000);
		expect(states.refusedForMoney(place.account, THEN + 30_000)).toBeUndefined();
	});
});

describe('updates of the trigger', () => {
	it('stop sending with a ban, once, and let it go on when it is reinstated', () => {
		const states = new SendingStates();
		expect(noteUpdates(states, { apiUrl }, ban('DISABLE'), THEN)).toBe(1);
		expect(noteUpdates(states, { apiUrl }, ban('DISABLE'), THEN + 1)).toBe(0);
		expect(states.current(place, THEN)).toMatchObject({ cause: 'ban' });
		noteUpdates(states, { apiUrl }, ban('REINSTATE', THEN / 1000 + 60), THEN + 60_000);
		expect(states.current(place, THEN + 60_000)).toBeUndefined();
	});

	it('in the wrong order leave what happened last', () => {
		const states = new SendingStates();
		noteUpdates(states, { apiUrl }, ban('REINSTATE', THEN / 1000 + 60), THEN + 60_000);
		noteUpdates(states, { apiUrl }, ban('DISABLE'), THEN + 61_000);
		expect(states.current(place, THEN + 61_000)).toBeUndefined();
	});

	it('stop with a restriction until it ends', () => {
		const states = new SendingStates();
		noteUpdates(states, { apiUrl }, of('account-restriction'), THEN);
		expect(states.current(place, THEN)).toMatchObject({
			cause: 'restriction',
			until: 1751852348_000,
		});
		expect(states.current(place, 1751852348_000)).toBeUndefined();
	});

	it('stop with a message that was accepted and could not be paid', () => {
		const states = new SendingStates();
		const now = THEN + 500;
		expect(noteUpdates(states, { apiUrl }, failed(131042, THEN / 1000), now)).toBe(1);
		expect(states.current(place, now)).toMatchObject({
			cause: 'money',
			message: expect.stringContaining('Business eligibility payment issue') as string,
			whatToDo: expect.stringContaining('Billing & payments') as string,
		});
	});

	it.each([
		['account-violation'],
		['account-alert'],
		['number-name'],
		['template-paused'],
		['status-delivered'],
	])('of %s stop nothing', (name) => {
		const states = new SendingStates();
		expect(noteUpdates(states, { apiUrl }, of(name), THEN)).toBe(0);
		expect(noteUpdates(states, { apiUrl }, failed(131026, THEN / 1000), THEN)).toBe(0);
		expect(states.current(place, THEN)).toBeUndefined();
	});

	it('that money is back nobody tells: a reinstated account may still have none', () => {
		const states = new SendingStates();
		noteUpdates(states, { apiUrl }, failed(131042, THEN / 1000), THEN);
		noteUpdates(states, { apiUrl }, ban('REINSTATE', THEN / 1000 + 1), THEN + 1000);
		expect(states.current(place, THEN + 1000)?.cause).toBe('money');
	});
});
