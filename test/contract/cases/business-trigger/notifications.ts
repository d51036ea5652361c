import type { NotificationOutput } from '../../../../core/webhooks/notification';
import type { Match, UpdateCase } from '../../words/cases';
import { bodyOf } from './bodies';

/** A body of core/webhooks/fixtures, the output it comes out of, and what comes out. */
const rows: Array<[fixture: string, output: NotificationOutput, update: Match]> = [
	['message-text', 'messages', { kind: 'message', type: 'text', from: '16505551234' }],
	['message-image', 'messages', { kind: 'message', type: 'image' }],
	['message-interactive', 'messages', { kind: 'message', type: 'interactive' }],
	['message-template-button', 'messages', { kind: 'message', type: 'button' }],
	['message-number-changed', 'messages', { kind: 'message', type: 'system' }],
	['message-user-id-changed', 'messages', { kind: 'message', type: 'system' }],
	[
		'message-user-id-only',
		'messages',
		{ kind: 'message', fromUserId: expect.any(String), optOut: { choice: 'stop', by: 'word' } },
	],
	['message-unsupported', 'messages', { kind: 'message', errors: [{ code: 131051 }] }],
	[
		'preference-stop',
		'messages',
		{
			kind: 'preference',
			value: 'stop',
			optOut: {
				choice: 'stop',
				by: 'preference',
				person: expect.stringMatching(/^[0-9a-f]{20}$/),
				since: '2025-06-18T16:22:53.000Z',
				note: expect.stringContaining('stopped marketing messages'),
			},
		},
	],
	['status-sent', 'statuses', { kind: 'status', status: 'sent', deliveryKey: 'order-42' }],
	['status-delivered', 'statuses', { kind: 'status', status: 'delivered' }],
	['status-read', 'statuses', { kind: 'status', status: 'read' }],
	[
		'status-failed',
		'statuses',
		{ kind: 'status', status: 'failed', errors: [{ code: 131026, class: 'recipient' }] },
	],
	[
		'status-unpaid',
		'statuses',
		{
			...{ kind: 'status', status: 'failed', errors: [{ code: 131042 }] },
			nextDeliveryKey: 'test-conf:registration_confirmed:order-42:1:try-2:0123456789abcdef0123',
			alert: { stops: true },
		},
	],
	['status-user-id-only', 'statuses', { kind: 'status', recipientUserId: expect.any(String) }],
	[
		'template-approved',
		'templates',
		{
			kind: 'template',
			event: 'APPROVED',
			language: 'en_US',
			statusText: 'Approved',
			message: '“order_confirmation” (en_US): approved. It can be sent.',
		},
	],
	[
		'template-rejected',
		'templates',
		{
			kind: 'template',
			event: 'REJECTED',
			statusText: 'Rejected',
			whatToDo: expect.stringContaining('Separate parameters'),
		},
	],
	['template-paused', 'templates', { kind: 'template', event: 'PAUSED', statusText: 'Paused' }],
	['template-quality', 'templates', { kind: 'template', quality: expect.any(String) }],
	[
		'template-category-announced',
		'templates',
		{ kind: 'template', message: expect.stringContaining('will be moved') },
	],
	[
		'template-category-changed',
		'templates',
		{ kind: 'template', category: 'MARKETING', message: expect.stringContaining('$') },
	],
	[
		'template-components',
		'templates',
		{ kind: 'template', message: expect.stringContaining('was changed') },
	],
	['account-alert', 'account', { kind: 'account', event: expect.any(String) }],
	['account-capability', 'account', { kind: 'account', field: 'business_capability_update' }],
	['account-disabled', 'account', { kind: 'account', detail: 'DISABLE' }],
	['account-restriction', 'account', { kind: 'account', detail: expect.any(String) }],
	['account-review', 'account', { kind: 'account', event: expect.any(String) }],
	['account-violation', 'account', { kind: 'account', detail: expect.any(String) }],
	['number-name', 'account', { kind: 'number' }],
	['number-quality', 'account', { kind: 'number', event: 'THROUGHPUT_UPGRADE' }],
	['number-security', 'account', { kind: 'number' }],
	['messages-errors-only', 'account', { kind: 'other', errors: [{ code: expect.any(Number) }] }],
	['field-not-known', 'account', { kind: 'other', raw: expect.any(Object) }],
];

export const notificationCases: UpdateCase[] = [
	...rows.map(([fixture, output, update]): UpdateCase => ({
		node: 'Business Trigger',
		name: `${fixture} comes out of ${output}, alone`,
		calls: [{ body: fixture, status: 200, outputs: { [output]: [update] } }],
	})),
	{
		node: 'Business Trigger',
		name: 'every entry, change, message and status of a call comes out by itself',
		calls: [
			{
				body: 'batch',
				status: 200,
				outputs: {
					messages: [{ text: 'first' }, { text: 'second' }],
					statuses: ['sent', 'delivered', 'read'].map((status) => ({ status })),
					templates: [{ name: 'order_confirmation', event: 'APPROVED' }],
					account: [{ field: 'account_review_update' }],
				},
			},
		],
	},
	{
		node: 'Business Trigger',
		name: 'a field of tomorrow passes, whole',
		calls: [
			{
				body: bodyOf('something_of_2028', { novelty: { deep: true } }),
				status: 200,
				outputs: {
					account: [
						{ kind: 'other', field: 'something_of_2028', raw: { novelty: { deep: true } } },
					],
				},
			},
		],
	},
	{
		node: 'Business Trigger',
		name: 'WhatsApp’s own JSON is there where it is asked for',
		fields: { includeRaw: true },
		calls: [
			{
				body: 'status-sent',
				status: 200,
				outputs: { statuses: [{ raw: { status: 'sent', biz_opaque_callback_data: 'order-42' } }] },
			},
		],
	},
];
