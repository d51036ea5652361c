import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

/**
 * Answers a webhook call that is not processed, and starts no run. The reason goes to the log; the caller
 * learns only the status, since whoever forges a call should not be told why it failed.
 */
export function refuseCall(
	context: IWebhookFunctions,
	status: 400 | 401 | 403 | 413 | 502,
	reason: string,
): IWebhookResponseData {
	const node = context.getNode().name;
	context.logger.warn(`[${node}] A webhook call was refused with ${status}: ${reason}`, {
		workflowId: context.getWorkflow().id,
	});
	const titles = {
		...{ 400: 'Bad request', 401: 'Unauthorized', 403: 'Forbidden', 413: 'Too large' },
		// What the platform was asked gave no answer: it is to deliver again.
		502: 'Bad gateway',
	};
	context.getResponseObject().status(status).json({ error: titles[status] });
	return { noWebhookResponse: true };
}

/** Takes note of a call that needs no run: answered 200, so that it is not sent again. */
export const acknowledge = (): IWebhookResponseData => ({ webhookResponse: 'OK' });

/** The bytes as they arrived: signatures are over these, never over a re-serialised body. */
export function rawBodyOf(context: IWebhookFunctions): Uint8Array {
	const request = context.getRequestObject() as { rawBody?: unknown };
	return request.rawBody instanceof Uint8Array ? request.rawBody : new Uint8Array();
}
