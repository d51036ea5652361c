import type { IHookFunctions, ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import type { Account } from '../../core/account/account';
import type { NotificationOutput } from '../../core/webhooks/notification';
import { signedRequest, signedSample } from '../../core/webhooks/signed-sample';
import { readAccount } from '../engine/account';

/** n8n registers a test address a moment before it calls the node, and again right after. */
const REGISTERED_AFTER_MS = 700;

/** The command as a notice in the node, for those who want to post it themselves. */
export async function getSignedRequest(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const account = await readAccount(this);
	if (!account.appSecret) {
		return {
			fields: [],
			emptyFieldsNotice: 'Put the App Secret into the credential: it signs the request.',
		};
	}
	const command = signedRequest(signedSample(account, 'statuses', Date.now()), 'TEST_URL');
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
	const { body, signature } = signedSample(account, output, Date.now());
	try {
		await context.helpers.httpRequest({
			method: 'POST',
			url,
			headers: { 'Content-Type': 'application/json', 'X-Hub-Signature-256': signature },
			body: Buffer.from(body),
		});
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		context.logger.warn(
			`[${context.getNode().name}] The sample could not be posted to ${url}: ${why}`,
		);
	}
}
