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

describe('what this version does not know', () => {
	it('passes through whole', () => {
		expect(only('field-not-known')).toMatchObject({
			kind: 'other',
			output: 'account',
			field: 'smb_message_echoes',
			raw: { message_echoes: [{ id: 'wamid.ECHO' }] },
		});
	});

	it('is told rather than dropped when a change carries errors alone', () => {
		expect(only('messages-errors-only')).toMatchObject({
			kind: 'other',
			errors: [{ code: 130429, class: 'rate' }],
		});
	});
});

describe('a batch', () => {
	const { notifications } = readNotifications(fixture('batch'));

	it('is split into every entry, change, message and status, in order', () => {
		expect(notifications.map(({ kind }) => kind)).toEqual([
			'message',
			'message',
			'status',
			'status',
			'status',
			'template',
			'account',
		]);
	});

	it('gives each message the name of its own contact', () => {
		expect(notifications.slice(0, 2)).toMatchObject([{ name: 'Ann' }, { name: 'Aiko' }]);
	});

	it('delivered again has the same keys, and no two updates share one', () => {
		const keys = notifications.map(({ key }) => key);
		const again = readNotifications(fixture('batch')).notifications.map(({ key }) => key);
		expect(again).toEqual(keys);
		expect(new Set(keys).size).toBe(keys.length);
	});

	it('of 1,000 statuses is read in well under a second', () => {
		const status = { id: 'wamid', status: 'read', timestamp: '1750263773', recipient_id: '1' };
		const statuses = Array.from({ length: 1000 }, (_, index) => ({ ...status, id: `w${index}` }));
		const body = { entry: [{ id: '1', changes: [{ field: 'messages', value: { statuses } }] }] };
		const started = performance.now();
		expect(readNotifications(body).notifications).toHaveLength(1000);
		expect(performance.now() - started).toBeLessThan(500);
	});
});

describe('the same event at another time', () => {
	it('is another update', () => {
		const body = fixture('template-paused') as { entry: Array<{ time: number }> };
		const [first] = readNotifications(body).notifications;
		body.entry[0]!.time += 60;
		const [second] = readNotifications(body).notifications;
		expect(first?.key).not.toBe(second?.key);
	});
});

describe('a malformed part', () => {
	it('is named, and the rest is read', () => {
		const { notifications, problems } = readNotifications({
			entry: [
				null,
				{ id: '1', changes: 'none' },
				{
					id: '1',
					changes: [
						7,
						{ field: 'account_update', value: 'text' },
						{ field: 'messages', value: { statuses: [[], { id: 'w', status: 'sent' }] } },
					],
				},
			],
		});
		expect(notifications).toMatchObject([{ kind: 'status', messageId: 'w' }]);
		expect(problems.map(({ path }) => path)).toEqual([
			'entry[0]',
			'entry[1].changes',
			'entry[2].changes[0]',
			'entry[2].changes[1].value',
			'entry[2].changes[2].value.statuses[0]',
		]);
	});
});
