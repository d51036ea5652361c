import { currentSecretOf, type Account } from '../account/account';
import type { NotificationOutput } from './notification';
import { sampleNotification } from './sample-notification';
import { signBody } from './signature';

/** A webhook body as Meta would send it, with the signature that proves it. */
export interface SignedSample {
	body: string;
	/** Value of `X-Hub-Signature-256`. */
	signature: string;
}

/**
 * A signed sample of one output, made with the account's own app secret, so that it takes the whole
 * way of a real update.
 *
 * @param now milliseconds since 1970; a fresh id is made of it, or a second sample would be dropped as
 * a repeat
 */
export function signedSample(
	account: Pick<Account, 'businessAccountId' | 'phoneNumberId' | 'appSecret'>,
	output: NotificationOutput,
	now: number,
): SignedSample {
	const { businessAccountId, phoneNumberId } = account;
	const messageId = `wamid.SAMPLE${now}`;
	const sample = sampleNotification(output, { businessAccountId, phoneNumberId, now, messageId });
	// With spaces, so that it wraps where it is shown.
	const body = JSON.stringify(sample, null, 1).replace(/\n */g, ' ');
	return { body, signature: signBody(body, currentSecretOf(account)) };
}

/** A ready-made command that posts one signed sample. */
export function signedRequest(sample: SignedSample, url: string): string {
	return `curl -X POST '${url}' -H 'Content-Type: application/json' -H 'X-Hub-Signature-256: ${sample.signature}' -d '${sample.body}'`;
}
