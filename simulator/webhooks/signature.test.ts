import { signBody, webhookJson } from './signature.ts';

describe('the signature of a webhook', () => {
	it("equals Meta's test vector", () => {
		const body = '{"object":"whatsapp_business_account","entry":[]}';
		expect(signBody(body, 'test_app_secret')).toBe(
			'sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756',
		);
	});
});

describe('the JSON of a webhook', () => {
	it('escapes everything outside ASCII in lower case', () => {
		expect(webhookJson({ name: 'äöå 愛子' })).toBe(
			'{"name":"\\u00e4\\u00f6\\u00e5 \\u611b\\u5b50"}',
		);
	});

	it('escapes both halves of an emoji', () => {
		expect(webhookJson('🎟')).toBe('"\\ud83c\\udf9f"');
	});

	it('escapes slashes, and means the same when parsed', () => {
		const value = { url: 'https://x.example/ä', quote: '"\\' };
		const text = webhookJson(value);
		expect(text).toContain('https:\\/\\/x.example\\/\\u00e4');
		expect(JSON.parse(text)).toEqual(value);
	});
});
