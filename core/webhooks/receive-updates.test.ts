import { createHmac } from 'node:crypto';
import { readFileSync } from 'fs';
import path from 'path';
import { accountFrom } from '../account/account';
import { notificationFields, receiveUpdates } from './receive-updates';
import { readNotifications } from './read-notifications';
import { signedSample } from './signed-sample';

const account = accountFrom({
	accessToken: 't',
	businessAccountId: '102290129340398',
	phoneNumberId: '106540352242922',
	appSecret: 'secret',
});

const received = (output: 'templates' | 'messages', outputs: Array<'templates' | 'messages'>) => {
	const { body, signature } = signedSample(account, output, Date.UTC(2026, 10, 1));
	return receiveUpdates({ rawBody: new TextEncoder().encode(body), signature }, account, {
		outputs,
		statuses: [],
		scope: 'app',
	});
};

describe('an update of a template', () => {
	it('names the template that changed, also where nobody wants template updates', () => {
		const changedTemplates = [{ businessAccountId: '102290129340398', name: expect.any(String) }];
		expect(received('templates', ['templates'])).toMatchObject({ ok: true, changedTemplates });
		const unwanted = received('templates', ['messages']);
		expect(unwanted).toMatchObject({ ok: true, notifications: [], changedTemplates });
	});

	it.each([
		['APPROVED', true],
		['UNPAUSED', true],
		['REINSTATED', true],
		['PAUSED', false],
		['FLAGGED', false],
	])('%s tells whether it can be sent from now on: %s', (event, isBack) => {
		const value = { event, message_template_name: 'order', message_template_language: 'en' };
		const changes = [{ field: 'message_template_status_update', value }];
		const told = { object: 'whatsapp_business_account', entry: [{ id: '1', time: 1, changes }] };
		const rawBody = Buffer.from(JSON.stringify(told));
		const hash = createHmac('sha256', String(account.appSecret)).update(rawBody).digest('hex');
		const filter = { outputs: [], statuses: [], scope: 'app' as const };
		expect(receiveUpdates({ rawBody, signature: `sha256=${hash}` }, account, filter)).toMatchObject(
			{ changedTemplates: [{ businessAccountId: '1', name: 'order', isBack }] },
		);
	});

	it('is nothing that a message is', () => {
		expect(received('messages', ['messages'])).toMatchObject({ ok: true, changedTemplates: [] });
	});
});

describe('an update as the nodes hand it out', () => {
	const handedOut = (file: string) => {
		const body: unknown = JSON.parse(
			readFileSync(path.join(__dirname, 'fixtures', `${file}.json`), 'utf8'),
		);
		return readNotifications(body).notifications.map((one) => notificationFields(one, false));
	};

	it('says what it means for the account, where it means something', () => {
		expect(handedOut('account-disabled')).toEqual([
			expect.objectContaining({
				alert: expect.objectContaining({ stops: true, title: expect.any(String) }),
			}),
		]);
		expect(handedOut('message-text')[0]).not.toHaveProperty('alert');
	});

	/** A failed status of the fixture, of a delivery of ours. */
	const failed = (code: number, biz_opaque_callback_data: string) => {
		const body = JSON.parse(
			readFileSync(path.join(__dirname, 'fixtures/status-unpaid.json'), 'utf8'),
		) as { entry: Array<{ changes: Array<{ value: { statuses: object[] } }> }> };
		const statuses = body.entry[0]?.changes[0]?.value.statuses as object[];
		Object.assign(statuses[0] as object, { biz_opaque_callback_data, errors: [{ code }] });
		return readNotifications(body).notifications.map((one) => notificationFields(one, false))[0];
	};
	const person = 'a1'.repeat(10);

	it('names the key to send it under once more where it could not be paid, and nowhere else', () => {
		expect(failed(131042, `e:a:1:1:${person}`)).toMatchObject({
			deliveryKey: `e:a:1:1:${person}`,
			nextDeliveryKey: `e:a:1:1:try-2:${person}`,
		});
		expect(failed(131026, `e:a:1:1:${person}`)).not.toHaveProperty('nextDeliveryKey');
		expect(failed(131042, `n:notification:1:${person}`)).not.toHaveProperty('nextDeliveryKey');
		expect(failed(131042, 'not ours')).not.toHaveProperty('nextDeliveryKey');
	});
});
