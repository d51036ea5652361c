import { isObject, type JsonObject } from './json';

export type BodyRefusal = 'too_large' | 'invalid_json' | 'not_an_object' | 'wrong_object';

export type ParsedBody =
	{ ok: true; body: JsonObject } | { ok: false; reason: BodyRefusal; message: string };

/** Meta's batches stay within 3 MB; four times that leaves room for a change of mind. */
export const BODY_LIMIT_BYTES = 12 * 1024 * 1024;

/**
 * Parses a webhook body of WhatsApp. Verify the signature first.
 * Follows Meta, "Webhooks: components": `{object: "whatsapp_business_account", entry: [...]}`.
 */
export function parseWebhookBody(rawBody: Uint8Array, limitBytes = BODY_LIMIT_BYTES): ParsedBody {
	if (rawBody.byteLength > limitBytes) {
		return refuse(
			'too_large',
			`The body has ${rawBody.byteLength} bytes; more than ${limitBytes} are not accepted.`,
		);
	}
	let body: unknown;
	try {
		body = JSON.parse(Buffer.from(rawBody).toString('utf8'));
	} catch {
		return refuse('invalid_json', 'The body is not JSON, so it is not a webhook of WhatsApp.');
	}
	if (!isObject(body)) {
		return refuse(
			'not_an_object',
			'The body is JSON, but not an object with an "object" and an "entry".',
		);
	}
	if (body.object !== 'whatsapp_business_account') {
		return refuse(
			'wrong_object',
			'The webhook is not about a WhatsApp Business account. Subscribe the app to "whatsapp_business_account".',
		);
	}
	return { ok: true, body };
}

const refuse = (reason: BodyRefusal, message: string): ParsedBody => ({
	ok: false,
	reason,
	message,
});
