import { parseWebhookBody } from './parse-body';

const bytes = (text: string) => Buffer.from(text, 'utf8');

describe('a webhook body', () => {
	it('is parsed when it is about a WhatsApp Business account', () => {
		expect(parseWebhookBody(bytes('{"object":"whatsapp_business_account","entry":[]}'))).toEqual({
			ok: true,
			body: { object: 'whatsapp_business_account', entry: [] },
		});
	});

	it('of 3 MB is accepted: that is as large as Meta’s batches get', () => {
		const filler = 'x'.repeat(3 * 1024 * 1024);
		const body = bytes(`{"object":"whatsapp_business_account","entry":[],"filler":"${filler}"}`);
		expect(parseWebhookBody(body).ok).toBe(true);
		expect(parseWebhookBody(body, 1024)).toMatchObject({ ok: false, reason: 'too_large' });
	});

	it.each([
		['invalid_json', '{"object":'],
		['invalid_json', ''],
		['not_an_object', '[]'],
		['not_an_object', 'null'],
		['wrong_object', '{"object":"page","entry":[]}'],
	])('is refused with %s for %s', (reason, text) => {
		expect(parseWebhookBody(bytes(text))).toMatchObject({ ok: false, reason });
	});
});
