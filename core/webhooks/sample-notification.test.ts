import { readNotifications } from './read-notifications';
import { sampleNotification } from './sample-notification';
import { signBody, verifySignature } from './signature';
import type { NotificationOutput } from './notification';

const ids = { businessAccountId: '102', phoneNumberId: '106', now: Date.UTC(2026, 10, 22, 9) };
const outputs: NotificationOutput[] = ['messages', 'statuses', 'templates', 'account'];

describe('a sample webhook', () => {
	it.each(outputs)('for %s is read as one update of that output', (output) => {
		const { notifications, problems } = readNotifications(sampleNotification(output, ids));
		expect(problems).toEqual([]);
		expect(notifications).toMatchObject([
			{ output, businessAccountId: '102', occurredAt: '2026-11-22T09:00:00.000Z' },
		]);
	});

	it('can be signed as Meta would', () => {
		const rawBody = Buffer.from(JSON.stringify(sampleNotification('messages', ids)));
		const header = signBody(rawBody, 'secret');
		expect(verifySignature({ rawBody, header, secrets: ['secret'] })).toEqual({ ok: true });
	});
});
