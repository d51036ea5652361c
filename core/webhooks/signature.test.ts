import { signBody, verifySignature } from './signature';

const rawBody = Buffer.from('{"object":"whatsapp_business_account","entry":[]}');
const vector = 'sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756';

describe('the signature of a webhook', () => {
	it('fits the documented test vector', () => {
		expect(signBody(rawBody, 'test_app_secret')).toBe(vector);
		expect(verifySignature({ rawBody, header: vector, secrets: ['test_app_secret'] })).toEqual({
			ok: true,
		});
	});

	it('may be made with any of several secrets while one is being changed', () => {
		const secrets = ['old', 'test_app_secret', ''];
		expect(verifySignature({ rawBody, header: vector, secrets }).ok).toBe(true);
	});

	it('covers the escaped bytes Meta sends, not the text they mean', () => {
		const escaped = Buffer.from('{"name":"J\\u00e4ger"}');
		const header = signBody(escaped, 's');
		const reserialised = Buffer.from(JSON.stringify(JSON.parse(escaped.toString())));
		expect(verifySignature({ rawBody: escaped, header, secrets: ['s'] }).ok).toBe(true);
		expect(verifySignature({ rawBody: reserialised, header, secrets: ['s'] })).toMatchObject({
			ok: false,
			reason: 'signature_mismatch',
		});
	});

	it.each([
		['signature_missing', undefined, ['s']],
		['signature_missing', '', ['s']],
		['signature_malformed', 'sha1=abc', ['s']],
		['signature_malformed', `${vector}00`, ['s']],
		['signature_mismatch', vector, ['another']],
		['secret_missing', vector, []],
		['secret_missing', vector, ['']],
	])('is refused with %s', (reason, header, secrets) => {
		const result = verifySignature({ rawBody, header, secrets });
		expect(result).toMatchObject({ ok: false, reason });
		expect(result.ok === false && result.message).toMatch(/\.|\?$/);
	});
});
