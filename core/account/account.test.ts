import { accountFrom, accountKey, secretsOf, verifyTokenOf } from './account';

describe('the account of a credential', () => {
	it('tidies what was typed and fills in address and version', () => {
		const account = accountFrom({ accessToken: ' EAA ', phoneNumberId: 123, apiVersion: ' ' });
		expect(account).toEqual({
			accessToken: 'EAA',
			businessAccountId: '',
			phoneNumberId: '123',
			appId: '',
			appSecret: '',
			verifyToken: '',
			apiUrl: 'https://graph.facebook.com',
			apiVersion: 'v26.0',
		});
	});

	it('tells the same account at two addresses apart', () => {
		const at = (apiUrl: string) => accountKey(accountFrom({ apiUrl, businessAccountId: '1' }));
		expect(at('http://127.0.0.1:4400/')).toBe('http://127.0.0.1:4400/1');
		expect(at('http://127.0.0.1:4400')).not.toBe(at(''));
	});

	it('has two app secrets while one is being renewed, the current one first', () => {
		expect(secretsOf(accountFrom({ appSecret: ' new , old,' }))).toEqual(['new', 'old']);
		expect(secretsOf(accountFrom({}))).toEqual([]);
	});

	it('makes a verify token from the current app secret where none is set', () => {
		const made = verifyTokenOf(accountFrom({ appSecret: 'new,old' }));
		expect(made).toMatch(/^[0-9a-f]{32}$/);
		expect(verifyTokenOf(accountFrom({ appSecret: 'new' }))).toBe(made);
		expect(verifyTokenOf(accountFrom({ appSecret: 'old' }))).not.toBe(made);
		expect(verifyTokenOf(accountFrom({ appSecret: 'new', verifyToken: 'mine' }))).toBe('mine');
		expect(verifyTokenOf(accountFrom({}))).toBe('');
	});
});
