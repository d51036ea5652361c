import type { IHookFunctions, ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import type { NotificationOutput } from '../../core/webhooks/notification';
import { sampleNotification } from '../../core/webhooks/sample-notification';
import { signBody } from '../../core/webhooks/signature';
import { readAccount, secretsOf, type Account } from '../engine/account';

/** n8n registers a test address a moment before it calls the node, and again right after. */
const REGISTERED_AFTER_MS = 700;

function sampleBody(account: Account, output: NotificationOutput): string {
	const { businessAccountId, phoneNumberId } = account;
	const sample = sampleNotification(output, {
		businessAccountId,
		phoneNumberId,
		now: Date.now(),
		// A fresh id each time, or the second sample would be dropped as a repeat.
		messageId: `wamid.SAMPLE${Date.now()}`,
	});
	// With spaces, so that it wraps where it is shown.
	return JSON.stringify(sample, null, 1).replace(/\n */g, ' ');
}

/** A ready-made command that posts one signed sample to the test address. */
export function signedRequest(account: Account, url: string, output: NotificationOutput): string {
	const body = sampleBody(account, output);
	const signature = signBody(body, secretsOf(account)[0] ?? '');
	return `curl -X POST '${url}' -H 'Content-Type: application/json' -H 'X-Hub-Signature-256: ${signature}' -d '${body}'`;
}

/** The command as a notice in the node, for those who want to post it themselves. */
export async function getSignedRequest(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const account = await readAccount(this);
	if (!account.appSecret) {
		return {
			fields: [],
			emptyFieldsNotice: 'Put the App Secret into the credential: it signs the request.',
		};
	}
	const command = signedRequest(account, 'TEST_URL', 'statuses');
	return {
		fields: [],
		emptyFieldsNotice: `Start listening, put the Test URL from above in place of TEST_URL, and run:<br><br>${wrappable(command)}`,
	};
}

/** Lets a narrow panel break long words without changing what is copied. */
const wrappable = (command: string) =>
	command.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\S{24}/g, '$&<wbr>');

/**
 * Posts one signed sample to this node's own test address, so that a test takes the whole way of a
 * real update, signature included. Never rejects: a sample that cannot be posted is a log line.
 */
export async function postSample(
	context: IHookFunctions,
	account: Account,
	url: string,
	output: NotificationOutput,
): Promise<void> {
	await sleep(REGISTERED_AFTER_MS);
	const body = sampleBody(account, output);
	try {
		await context.helpers.httpRequest({
			method: 'POST',
			url,
			headers: {
				'Content-Type': 'application/json',
				'X-Hub-Signature-256': signBody(body, secretsOf(account)[0] ?? ''),
			},
			body: Buffer.from(body),
		});
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		context.logger.warn(
			`[${context.getNode().name}] The sample could not be posted to ${url}: ${why}`,
		);
	}
}
