import type { AccountCase } from '../../words/cases';

const account = (
	name: string,
	fields: AccountCase['account'],
	message: RegExp,
	more: Partial<AccountCase> = {},
): AccountCase => ({
	node: 'Account',
	name,
	account: fields,
	ok: false,
	message,
	...more,
});

const connected = /^Connected as Test Conf \(\+1 555-078-3881\)$/;

export const accountCases: AccountCase[] = [
	account('that is right names its number', {}, connected, { ok: true }),
	account(
		'without app id and secret is right: only the trigger needs them',
		{ appId: '', appSecret: '' },
		connected,
		{ ok: true },
	),
	account('without token says so', { accessToken: '' }, /^Access Token is empty$/),
	account('with a wrong token says so', { accessToken: 'EAAwrong' }, /code 190/),
	account('whose token expired says so', {}, /expired/, {
		settings: { token: { state: 'expired' } },
	}),
	account('whose token lacks a permission says so', {}, /code 200/, {
		settings: { token: { state: 'missing_permission' } },
	}),
	account('without account id says so', { businessAccountId: '' }, /Account ID is empty/),
	account('of somebody else says so', { businessAccountId: '999999' }, /account 999999/),
	account('without number id says so', { phoneNumberId: '' }, /^Phone Number ID is empty$/),
	account(
		'with a number of another account says so',
		{ phoneNumberId: '777' },
		/number 777 is not one of account 102290129340398/,
	),
	account(
		'with a wrong app secret says so',
		{ appSecret: 'a wrong secret' },
		/App ID and App Secret do not belong together/,
	),
	account('with an app secret and no app id says so', { appId: '' }, /App ID/),
	account('at an address where nobody answers says so', {}, /could not be reached/, {
		gone: true,
	}),
	account('at an address that is not WhatsApp’s says so', {}, /API address/, {
		settings: { faults: [{ path: '/', kind: 'html', httpStatus: 404 }] },
	}),
];
