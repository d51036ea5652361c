import type { IDataObject } from 'n8n-workflow';
import {
	appSecret,
	bodyOf,
	engineFor,
	fixture,
	metadata,
	phoneNumberId,
	post,
	postForItems,
	statuses,
} from './desk';

test('every entry, change, message and status of a call becomes an item on its output', async () => {
	const items = await postForItems(engineFor(), fixture('batch'));

	expect(items?.messages.map(({ text }) => text)).toEqual(['first', 'second']);
	expect(items?.statuses.map(({ status }) => status)).toEqual(['sent', 'delivered', 'read']);
	expect(items?.templates.map(({ name, event, language }) => [name, event, language])).toEqual([
		['order_confirmation', 'APPROVED', 'en_US'],
	]);
	expect(items?.account.map(({ field }) => field)).toEqual(['account_review_update']);
});

test('a status says whose it is, when, and which delivery it belongs to', async () => {
	const items = await postForItems(engineFor(), fixture('batch'));

	expect(items?.statuses[0]).toMatchObject({
		kind: 'status',
		messageId: 'wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI5QTND',
		recipient: '16505551234',
		deliveryKey: 'order-42',
		occurredAt: '2025-06-18T16:22:53.000Z',
		businessAccountId: '102290129340398',
		phoneNumberId: '106540352242922',
	});
});

test('a failed message says why and what to do', async () => {
	const items = await postForItems(engineFor(), fixture('status-failed'));

	expect(items?.statuses[0]).toMatchObject({
		status: 'failed',
		errors: [{ code: expect.any(Number), whatToDo: expect.stringMatching(/\.$/) }],
	});
});

test.each([
	['message-text', 'messages'],
	['message-image', 'messages'],
	['message-interactive', 'messages'],
	['message-template-button', 'messages'],
	['message-number-changed', 'messages'],
	['message-user-id-changed', 'messages'],
	['message-user-id-only', 'messages'],
	['message-unsupported', 'messages'],
	['preference-stop', 'messages'],
	['status-sent', 'statuses'],
	['status-user-id-only', 'statuses'],
	['template-rejected', 'templates'],
	['template-paused', 'templates'],
	['template-quality', 'templates'],
	['template-category-changed', 'templates'],
	['template-components', 'templates'],
	['account-disabled', 'account'],
	['account-restriction', 'account'],
	['account-capability', 'account'],
	['number-quality', 'account'],
	['number-security', 'account'],
	['messages-errors-only', 'account'],
	['field-not-known', 'account'],
] as const)('%s comes out of %s, alone', async (name, output) => {
	const { outputs } = await post(engineFor(), fixture(name));
	const order = ['messages', 'statuses', 'templates', 'account'];

	expect(outputs?.map((items) => items.length)).toEqual(
		order.map((candidate) => (candidate === output ? 1 : 0)),
	);
});

test('a field this version does not know passes, whole', async () => {
	const body = bodyOf('something_of_2028', { novelty: { deep: true } });
	const items = await postForItems(engineFor(), body);

	expect(items?.account[0]).toMatchObject({
		kind: 'other',
		field: 'something_of_2028',
		raw: { novelty: { deep: true } },
	});
});

test('Meta’s own JSON is there when asked for, and only then', async () => {
	const without = await postForItems(engineFor(), fixture('status-sent'));
	const withRaw = await postForItems(engineFor(), fixture('status-sent'), {
		options: { includeRaw: true },
	});

	expect(without?.statuses[0]).not.toHaveProperty('raw');
	expect(withRaw?.statuses[0]?.raw).toEqual(
		fixture('status-sent').entry[0].changes[0].value.statuses[0],
	);
});

test('items carry no secret', async () => {
	const { outputs } = await post(engineFor(), fixture('batch'), { options: { includeRaw: true } });

	expect(JSON.stringify(outputs)).not.toContain(appSecret);
});

describe('the filter before a run', () => {
	test('leaves out statuses nobody wants: no run starts, and the call is answered 200', async () => {
		const more = { statuses: ['delivered'] };
		const answer = await post(engineFor(), bodyOf('messages', statuses(3, 'sent')), more);

		expect(answer).toMatchObject({ status: 200, outputs: undefined });
	});

	test('passes the wanted ones of a mixed call', async () => {
		const items = await postForItems(engineFor(), fixture('batch'), { statuses: ['delivered'] });

		expect(items?.statuses.map(({ status }) => status)).toEqual(['delivered']);
		expect(items?.messages).toHaveLength(2);
	});

	test('passes a status Meta adds later', async () => {
		const items = await postForItems(engineFor(), bodyOf('messages', statuses(1, 'teleported')), {
			statuses: ['read'],
		});

		expect(items?.statuses).toHaveLength(1);
	});

	test('leaves out kinds nobody wants', async () => {
		const items = await postForItems(engineFor(), fixture('batch'), { outputs: ['messages'] });

		expect(items).toMatchObject({ statuses: [], templates: [], account: [] });
		expect(items?.messages).toHaveLength(2);
		const answer = await post(engineFor(), fixture('status-sent'), { outputs: ['templates'] });
		expect(answer).toMatchObject({ status: 200, outputs: undefined });
	});

	const ofNumber = (phone_number_id: string, account?: string) => {
		const body = bodyOf('messages', {
			...statuses(1),
			metadata: { ...metadata, phone_number_id },
		}) as { entry: IDataObject[] };
		return account ? { ...body, entry: [{ ...body.entry[0], id: account }] } : body;
	};

	test.each([
		['app', 'this number', phoneNumberId, undefined, true],
		['app', 'another account', '777', '999', true],
		['account', 'this number', phoneNumberId, undefined, true],
		['account', 'another number of the account', '777', undefined, true],
		['account', 'another account', '777', '999', false],
		['number', 'this number', phoneNumberId, undefined, true],
		['number', 'another number of the account', '777', undefined, false],
		['number', 'another account', phoneNumberId, '999', false],
	])('for the %s: an update of %s', async (scope, _, number, account, passes) => {
		const { status, outputs } = await post(engineFor(), ofNumber(number, account), { scope });

		expect(status).toBe(200);
		expect(outputs !== undefined).toBe(passes);
	});
});
