import { toldOf, waitForTold } from './told.ts';
import type { Delivery, TemplateAccount } from './types.ts';

const delivery: Delivery = {
	at: '2026-11-22T10:27:39.480Z',
	url: 'http://127.0.0.1:5678/webhook/x',
	status: 200,
	attempt: 1,
	fields: ['message_template_status_update'],
	templates: [
		{ id: '1', event: 'APPROVED' },
		{ id: '2', event: 'PAUSED' },
	],
	ms: 12.4,
};
const account = (url: string | null): TemplateAccount => ({
	business: '',
	now: Date.parse(delivery.at) + 0.5,
	templates: { count: 1, limit: 250 },
	creations: { used: 0, perHour: 100, nextAt: null },
	blocked: [],
	webhooks: { message_template_status_update: url },
});

describe('what became of a webhook', () => {
	it.each([
		[200, true, 'PAUSED told by webhook; the workflow answered 200 in 12 ms.'],
		[404, false, `PAUSED told by webhook, but ${delivery.url} answered 404. It will be repeated.`],
		[
			0,
			false,
			`PAUSED told by webhook, but nobody answers at ${delivery.url}. It will be repeated.`,
		],
	])('with status %s', (status, taken, text) => {
		expect(toldOf({ ...delivery, status }, '2')).toEqual({ taken, text });
	});
});

describe('waiting for a webhook', () => {
	const { fetch } = globalThis;
	afterEach(() => {
		globalThis.fetch = fetch;
	});
	const wait = (url: string | null) =>
		waitForTold({ id: '2' }, 'message_template_status_update', account(url));

	it('does not, where nobody has subscribed', async () => {
		expect(await wait(null)).toMatchObject({
			taken: false,
			text: expect.stringContaining('nobody has subscribed message_template_status_update'),
		});
	});

	it('takes the one of this action and none from before', async () => {
		const before = { ...delivery, at: '2026-11-22T10:27:38.000Z', status: 500 };
		const answers = [[before], [delivery, before]];
		globalThis.fetch = () =>
			Promise.resolve(Response.json({ deliveries: answers.shift() ?? [] })) as never;
		expect(await wait(delivery.url)).toMatchObject({ taken: true });
	});
});
