import { createHmac } from 'node:crypto';

/**
 * JSON as Meta writes webhook bodies: characters outside ASCII as `\u00e4` in lower case, and
 * slashes as `\/`. The signature is made over exactly these bytes, so a receiver that hashes what
 * it has parsed and written again gets another one. Source: Meta, "Webhooks › Validating payloads".
 */
export function webhookJson(value: unknown): string {
	return JSON.stringify(value)
		.replace(/\//g, '\\/')
		.replace(
			/[\u007f-\uffff]/g,
			(unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
		);
}

/** The value of `X-Hub-Signature-256` for a body. */
export function signBody(body: string | Uint8Array, appSecret: string): string {
	return `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
}
