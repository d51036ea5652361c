import { DEMO_CREDENTIALS } from '../../../simulator/credentials';
import type { ContractCase } from '../words/cases';
import { expectNothingPrivate } from './privacy';
import type { World } from './world';

const world = { simulator: { credentials: DEMO_CREDENTIALS } } as World;

const sending: ContractCase = {
	node: 'Send Template',
	name: 'somebody',
	runs: [
		{ items: [{ to: '+44 7700 900123' }], results: [], whatsApp: { accepted: 0, requests: 0 } },
	],
};

const account: ContractCase = {
	node: 'Account',
	name: 'a wrong token',
	account: { accessToken: 'EAAwrong' },
	ok: false,
	message: /./,
};

test.each([
	['a phone number in a log', sending, [], 'sent to +447700900123'],
	['a phone number written otherwise', sending, [], 'sent to (07700) 900-123'],
	['a phone number in a result', sending, [{ message: '447700900123 refused' }], ''],
	['the token in a log', sending, [], `Bearer ${DEMO_CREDENTIALS.accessToken}`],
	['the app secret in a result', account, { message: DEMO_CREDENTIALS.appSecret }, ''],
	['what was typed for the token', account, { message: 'EAAwrong is wrong' }, ''],
] as const)('%s is found', (_, contractCase, observed, told) => {
	expect(() => expectNothingPrivate(contractCase, observed, told, world)).toThrow();
});

test('the end of a number, our own example and the item itself are no finding', () => {
	const observed = [{ recipient: '…0123', input: { to: '+44 7700 900123' }, waId: '447700900123' }];
	const told = 'write it with its country code, e.g. +81 90 1234 5678';
	expect(() => expectNothingPrivate(sending, observed, told, world)).not.toThrow();
});
