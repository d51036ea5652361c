import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WebhookNotification } from './notification';
import { readNotifications } from './read-notifications';

const fixture = (name: string): unknown =>
	JSON.parse(readFileSync(join(__dirname, 'fixtures', `${name}.json`), 'utf8'));

function only(name: string): WebhookNotification {
	const { notifications, problems } = readNotifications(fixture(name));
	expect(problems).toEqual([]);
	expect(notifications).toHaveLength(1);
	return notifications[0] as WebhookNotification;
}

const from = { businessAccountId: '102290129340398', phoneNumberId: '106540352242922' };
const sentId = 'wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI5QTND';

describe('an inbound message', () => {
	it('brings text, name and number', () => {
		expect(only('message-text')).toMatchObject({
			...from,
			kind: 'message',
			output: 'messages',
			field: 'messages',
			key: 'message:wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTdC',
			occurredAt: '2025-06-18T16:22:53.000Z',
			from: '16505551234',
			name: 'Ann',
			type: 'text',
			text: 'When do the doors open?',
		});
	});

	it('that taps a template’s button names payload, label and the message it answers', () => {
		expect(only('message-template-button')).toMatchObject({
			type: 'button',
			text: 'I am coming',
			button: { payload: 'CONFIRM', text: 'I am coming' },
			context: { from: '15550783881', id: sentId },
		});
	});

	it('that taps an interactive message’s button reads the same way', () => {
		expect(only('message-interactive')).toMatchObject({
			text: 'Yes',
			button: { payload: 'yes', text: 'Yes' },
		});
	});

	it('with a picture brings its caption as text', () => {
		expect(only('message-image')).toMatchObject({ type: 'image', text: 'My badge' });
	});

	it('tells that a person changed their number', () => {
		expect(only('message-number-changed')).toMatchObject({
			type: 'system',
			from: '16505551234',
			system: { type: 'user_changed_number', waId: '16505559999' },
		});
	});

	it('tells that a person changed their user id', () => {
		expect(only('message-user-id-changed')).toMatchObject({
			from: 'US.99991208655302741918',
			system: {
				type: 'user_changed_user_id',
				previousUserId: 'US.13491208655302741918',
			},
		});
	});

	it('from a person whose number is hidden names the user id instead', () => {
		expect(only('message-user-id-only')).toMatchObject({
			from: 'US.13491208655302741918',
			fromUserId: 'US.13491208655302741918',
			name: 'Ann',
			text: 'STOP',
		});
	});

	it('of a type nobody knows is passed on with its errors', () => {
		expect(only('message-unsupported')).toMatchObject({
			type: 'unsupported',
			errors: [{ code: 131051, class: 'request' }],
		});
	});
});

describe('a status', () => {
	it.each(['sent', 'delivered', 'read'])(
		'%s names message, recipient, delivery and price',
		(status) => {
			expect(only(`status-${status}`)).toMatchObject({
				...from,
				kind: 'status',
				output: 'statuses',
				key: `status:${sentId}:${status}`,
				messageId: sentId,
				status,
				recipient: '16505551234',
				deliveryKey: 'order-42',
				pricing: { billable: true, model: 'PMP', type: 'regular', category: 'utility' },
				errors: [],
			});
		},
	);

	it('failed says why, and what to do', () => {
		expect(only('status-failed')).toMatchObject({
			status: 'failed',
			recipient: '16505551234',
			errors: [
				{
					code: 131026,
					title: 'Message undeliverable',
					details: 'Message Undeliverable.',
					class: 'recipient',
					whatToDo: expect.stringContaining('not on WhatsApp'),
				},
			],
		});
	});

	it('for a person whose number is hidden names the user id', () => {
		expect(only('status-user-id-only')).toMatchObject({
			recipient: 'US.13491208655302741918',
			recipientUserId: 'US.13491208655302741918',
		});
	});
});

describe('a template update', () => {
	it('of an approval writes the language as the API does and gives no reason', () => {
		const notification = only('template-approved');
		expect(notification).toMatchObject({
			kind: 'template',
			output: 'templates',
			event: 'APPROVED',
			id: '1689556908129832',
			name: 'order_confirmation',
			language: 'en_US',
			category: 'UTILITY',
			occurredAt: '2025-06-30T01:39:08.000Z',
		});
		expect(notification).not.toHaveProperty('reason');
	});

	it('of a rejection says why and what Meta advises', () => {
		expect(only('template-rejected')).toMatchObject({
			event: 'REJECTED',
			reason: 'INVALID_FORMAT',
			detail: expect.stringContaining('next to each other'),
			recommendation: expect.stringContaining('Separate parameters'),
		});
	});

	it.each([
		['template-paused', { event: 'PAUSED', detail: expect.stringContaining('3 hours') }],
		['template-quality', { previousQuality: 'GREEN', quality: 'YELLOW' }],
		['template-category-announced', { previousCategory: 'UTILITY', category: 'MARKETING' }],
		['template-category-changed', { previousCategory: 'UTILITY', category: 'MARKETING' }],
		['template-components', { name: 'order_confirmation', language: 'en_US' }],
	])('%s reads as %j', (name, expected) => {
		expect(only(name)).toMatchObject({ kind: 'template', output: 'templates', ...expected });
	});
});

describe('an account update', () => {
	it.each([
		['account-restriction', 'account', 'ACCOUNT_RESTRICTION', 'RESTRICTED_BIZ_INITIATED_MESSAGING'],
		['account-disabled', 'account', 'DISABLED_UPDATE', 'DISABLE'],
		['account-violation', 'account', 'ACCOUNT_VIOLATION', 'ADULT'],
		['account-review', 'account', 'APPROVED', undefined],
		['account-alert', 'account', 'OBA_APPROVED', 'Sample alert description'],
		['account-capability', 'account', undefined, '2000'],
		['number-quality', 'number', 'THROUGHPUT_UPGRADE', 'TIER_UNLIMITED'],
		['number-name', 'number', 'REJECTED', 'NAME_EMPLOYEE_ISSUE'],
		['number-security', 'number', 'PIN_CHANGED', undefined],
	])('%s is of kind %s with event %s', (name, kind, event, detail) => {
		const notification = only(name);
		expect(notification).toMatchObject({
			kind,
			output: 'account',
			businessAccountId: from.businessAccountId,
		});
		expect('event' in notification ? notification.event : undefined).toBe(event);
		expect('detail' in notification ? notification.detail : undefined).toBe(detail);
	});

	it('of a person’s marketing preference comes with the messages', () => {
		expect(only('preference-stop')).toMatchObject({
			kind: 'preference',
			output: 'messages',
			from: '16505551234',
			category: 'marketing_messages',
			value: 'stop',
		});
	});
});
