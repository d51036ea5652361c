import { randomInt } from 'node:crypto';
import { GraphError } from '../graph/error.ts';
import type { OutgoingCalls } from '../http/post.ts';

/**
 * Asks an address for its consent: it must answer 200 with the challenge as its body.
 * Source: Meta, "Webhooks › Verification requests".
 *
 * @throws {GraphError} 2200 with what went wrong
 */
export async function verifyCallback(
	calls: OutgoingCalls,
	callbackUrl: string,
	verifyToken: string,
): Promise<void> {
	const challenge = String(randomInt(1e9, 2e9));
	let url: URL;
	try {
		url = new URL(callbackUrl);
	} catch {
		throw new GraphError(100, { message: '(#100) callback_url is not a valid URL' });
	}
	url.searchParams.set('hub.mode', 'subscribe');
	url.searchParams.set('hub.challenge', challenge);
	url.searchParams.set('hub.verify_token', verifyToken);
	const answer = await calls.get(url.href);
	if (answer.status === 0) {
		refuse(`curl_errno = 7; curl_error = ${answer.error ?? ''}; HTTP Status Code = 0`);
	}
	if (answer.status !== 200) {
		refuse(`HTTP Status Code = ${answer.status}; HTTP Message = ${answer.statusMessage}`);
	}
	if (answer.body.trim() !== challenge) {
		const received = answer.body.slice(0, 100);
		refuse(
			`Response does not match challenge, expected value = '${challenge}', ` +
				`received = '${received}'`,
		);
	}
}

function refuse(reason: string): never {
	throw new GraphError(2200, {
		message: `(#2200) Callback verification failed with the following errors: ${reason}`,
	});
}
