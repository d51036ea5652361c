import fc from 'fast-check';
import { readNotifications } from './read-notifications';

const fields = fc.constantFrom(
	'messages',
	'message_template_status_update',
	'template_category_update',
	'account_update',
	'phone_number_name_update',
	'security',
	'user_preferences',
	'__proto__',
	'future_field',
);
const keys = fc.constantFrom(
	'messages',
	'statuses',
	'contacts',
	'errors',
	'metadata',
	'id',
	'from',
	'type',
	'text',
	'button',
	'interactive',
	'system',
	'context',
	'pricing',
	'timestamp',
	'status',
	'restriction_info',
	'other_info',
	'user_preferences',
	'value',
	'constructor',
	'__proto__',
);
const { tree } = fc.letrec((tie) => ({
	tree: fc.oneof(
		{ maxDepth: 6 },
		fc.jsonValue(),
		fc.array(tie('tree'), { maxLength: 3 }),
		fc.dictionary(keys, tie('tree'), { maxKeys: 6 }),
	),
}));

describe('whatever JSON arrives', () => {
	it('is read without throwing', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (body) => {
				readNotifications(body);
			}),
			{ numRuns: 500 },
		);
	});

	it('in Meta’s envelope is read without throwing, and every update has a key', () => {
		const changes = fc.array(fc.record({ field: fields, value: tree }), { maxLength: 3 });
		const bodies = fc.record({
			object: fc.constant('whatsapp_business_account'),
			entry: fc.array(fc.record({ id: tree, time: tree, changes }), { maxLength: 3 }),
		});
		fc.assert(
			fc.property(bodies, (body) => {
				for (const notification of readNotifications(body).notifications) {
					expect(notification.key).toMatch(/^[a-z]+:./);
					expect(typeof notification.businessAccountId).toBe('string');
				}
			}),
			{ numRuns: 1000 },
		);
	});

	it('nested a hundred thousand deep does not overflow', () => {
		const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
		const body = { entry: [{ id: '1', changes: [{ field: 'new', value: { deep } }] }] };
		expect(readNotifications(body).notifications).toHaveLength(1);
	});

	it('cannot reach an object’s prototype', () => {
		const body = JSON.parse(
			'{"entry":[{"id":"1","changes":[{"field":"messages","value":{"__proto__":{"messages":[{"id":"x"}]},"statuses":[{"id":"w","status":"constructor"}]}}]}]}',
		);
		expect(readNotifications(body).notifications).toMatchObject([
			{ kind: 'status', messageId: 'w' },
		]);
		expect(({} as Record<string, unknown>).messages).toBeUndefined();
	});
});
