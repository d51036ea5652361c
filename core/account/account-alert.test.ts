import { fixture } from '../testing/fixture';
import type { WebhookNotification } from '../webhooks/notification';
import { readNotifications } from '../webhooks/read-notifications';
import { accountAlert } from './account-alert';

const webhooks = `${__dirname}/../webhooks`;

const of = (name: string): WebhookNotification => {
	const [one] = readNotifications(fixture(webhooks, name)).notifications;
	if (!one) throw new Error(`No notification in ${name}`);
	return one;
};

/** An update as Meta posts it, with another value. */
const update = (field: string, value: object, time = 1751247548): WebhookNotification => {
	const entry = [{ id: '102290129340398', time, changes: [{ field, value }] }];
	const [one] = readNotifications({ object: 'whatsapp_business_account', entry }).notifications;
	if (!one) throw new Error('No notification');
	return one;
};

const ban = (state: string, time?: number) =>
	update(
		'account_update',
		{
			event: 'DISABLED_UPDATE',
			ban_info: { waba_ban_state: state, waba_ban_date: 'April 17, 2025' },
		},
		time,
	);

describe('an account alert', () => {
	it.each([
		['account-disabled', 'blocked', 'WhatsApp has disabled the account', 'stops'],
		['account-restriction', 'blocked', 'The account is restricted', 'stops'],
		['account-violation', 'warning', 'WhatsApp reports a violation', ''],
		['account-review', 'good', 'WhatsApp approved the account', 'lifts'],
		['account-alert', 'info', 'A note of WhatsApp', ''],
		['account-capability', 'info', 'The messaging limit of the account', ''],
		['number-quality', 'good', 'The number may send more', ''],
		['number-name', 'warning', 'The display name was rejected', ''],
		['number-security', 'info', 'The PIN was changed', ''],
		['template-paused', 'warning', 'A template is paused', ''],
		['template-rejected', 'warning', 'A template needs attention', ''],
	])('of %s is %s: %s', (name, severity, title, effect) => {
		expect(accountAlert(of(name))).toMatchObject({
			severity,
			title,
			stops: effect === 'stops',
			lifts: effect === 'lifts',
		});
	});

	it('of a pause that has ended, which is told as an approval, says that the template is back', () => {
		const told = update('message_template_status_update', {
			event: 'APPROVED',
			message_template_name: 'order_confirmation',
			message_template_language: 'en_US',
			other_info: { title: 'UNPAUSE', description: 'Your template has been unpaused.' },
		});
		expect(accountAlert(told)).toMatchObject({
			...{ severity: 'good', title: 'A template can be sent again', stops: false, lifts: false },
		});
	});

	it.each([['template-approved'], ['message-text'], ['status-failed'], ['preference-stop']])(
		'is none for %s',
		(name) => {
			expect(accountAlert(of(name))).toBeUndefined();
		},
	);

	it.each([
		['DISABLE', true, false],
		['SCHEDULE_FOR_DISABLE', false, false],
		['REINSTATE', false, true],
	])('of a ban that is %s', (state, stops, lifts) => {
		expect(accountAlert(ban(state))).toMatchObject({ stops, lifts });
	});

	it.each([
		['ACCOUNT_DELETED', 'blocked'],
		['ACCOUNT_OFFBOARDED', 'blocked'],
		['ACCOUNT_RECONNECTED', 'good'],
		['PARTNER_REMOVED', 'warning'],
		['VOLUME_BASED_PRICING_TIER_UPDATE', 'info'],
		['MM_LITE_TERMS_SIGNED', 'info'],
		['SOMETHING_NEW', 'info'],
		['constructor', 'info'],
	])('of %s is %s', (event, severity) => {
		expect(accountAlert(update('account_update', { event }))?.severity).toBe(severity);
	});

	it('stops sending only where templates may not be sent, and tells until when', () => {
		expect(accountAlert(of('account-restriction'))).toMatchObject({
			stops: true,
			until: '2025-07-07T01:39:08.000Z',
			message:
				'Templates cannot be sent until 2025-07-07 01:39 UTC. Replies within 24 hours still leave.',
		});
		const restriction_info = [{ restriction_type: 'RESTRICTED_ADD_PHONE_NUMBER_ACTION' }];
		const other = update('account_update', { event: 'ACCOUNT_RESTRICTION', restriction_info });
		expect(accountAlert(other)).toMatchObject({
			stops: false,
			severity: 'warning',
			message: 'WhatsApp has restricted the account for now: restricted add phone number action.',
		});
	});

	it('has the same key for the same fact, and another one for what happens again', () => {
		const key = (notification: WebhookNotification) => accountAlert(notification)?.key;
		expect(key(ban('DISABLE'))).toBe(key(ban('DISABLE')));
		expect(key(ban('DISABLE'))).not.toBe(key(ban('REINSTATE')));
		expect(key(ban('DISABLE'))).not.toBe(key(ban('DISABLE', 1751250000)));
	});

	describe('of a message that could not be paid', () => {
		/** Seconds since 1970: 2025-06-18T16:22:53Z, as in the fixture. */
		const THEN = 1750263773;

		const failed = (code: number, at = THEN, id = 'wamid.1', number = '15550783881') => {
			const errors = [{ code, title: 'Business eligibility payment issue' }];
			const status = { id, status: 'failed', timestamp: String(at), recipient_id: '8190', errors };
			const metadata = { display_phone_number: number, phone_number_id: `of ${number}` };
			return update('messages', { metadata, statuses: [status] });
		};
		const key = (...about: Parameters<typeof failed>) => accountAlert(failed(...about))?.key;

		it('says so, and what to do', () => {
			expect(accountAlert(failed(131042))).toEqual({
				key: '102290129340398:unpaid:2025-06-18T16',
				severity: 'blocked',
				title: 'The account cannot be charged',
				message:
					'WhatsApp accepts messages and then does not send them (code 131042): Business eligibility payment issue.',
				whatToDo:
					'Look at the payment method and the balance in Meta’s Billing & payments. What waits is sent by itself, within ten minutes of its being paid: do not send it again. https://business.facebook.com/billing_hub/accounts/details/?asset_id=102290129340398&account_type=whatsapp-business-account',
				stops: true,
				lifts: false,
			});
			expect(accountAlert(failed(131042), 'ja')).toMatchObject({
				title: 'アカウントに請求できません',
				whatToDo: expect.stringMatching(/自動的に.*https:.*asset_id=102290129340398&/),
			});
		});

		it('is one for all messages and numbers of an hour, and another one in the next', () => {
			expect(key(131042, THEN + 600, 'wamid.2', '15550000000')).toBe(key(131042));
			expect(key(131042, THEN + 3600)).not.toBe(key(131042));
		});

		it('is none where it failed for another reason', () => {
			expect(accountAlert(failed(131026))).toBeUndefined();
		});
	});

	it.each([
		['a ban that is lifted', ban('REINSTATE')],
		[
			'an account that is connected again',
			update('account_update', { event: 'ACCOUNT_RECONNECTED' }),
		],
	])('of %s says that what waited goes by itself, and what does not', (_name, told) => {
		const { message, whatToDo } = accountAlert(told) ?? {};
		expect(message).toMatch(/What waited goes by itself, within ten minutes\.$/);
		expect(whatToDo).toBe('Resume only what somebody stopped by hand.');
		expect(accountAlert(told, 'ja')?.message).toMatch(/10 分以内に自動的に送信されます。$/);
	});

	it('is written in Japanese as well', () => {
		expect(accountAlert(of('account-restriction'), 'ja')).toMatchObject({
			title: 'アカウントが制限されています',
			message:
				'テンプレートを送信できません（2025-07-07 01:39 UTC まで）。24 時間以内の返信は送信できます。',
		});
	});

	it('leaves no blank unfilled, in either language', () => {
		const names = ['account-disabled', 'number-quality', 'number-name', 'template-paused'];
		for (const name of names) {
			for (const language of ['en', 'ja'] as const) {
				expect(JSON.stringify(accountAlert(of(name), language))).not.toMatch(/[{]\w+[}]/);
			}
		}
	});
});
