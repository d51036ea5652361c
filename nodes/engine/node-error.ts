import type { FunctionsBase } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { SubscriptionRefused } from '../../core/account/keep-subscribed';
import { sentenceFor } from '../../core/graph/sentence';

/**
 * Any failure → an error of the node. Lists and subscriptions show the message only, so it says what
 * to do as well.
 */
export function nodeErrorFrom(
	context: Pick<FunctionsBase, 'getNode'>,
	error: unknown,
): NodeOperationError {
	if (error instanceof NodeOperationError) return error;
	if (error instanceof SubscriptionRefused) {
		const { reason, message, whatToDo } = error;
		return reason === 'held'
			? new NodeOperationError(context.getNode(), `${message}. ${whatToDo}`)
			: // What is an account to core is a credential in n8n.
				new NodeOperationError(
					context.getNode(),
					message.replace('The account', 'The credential'),
					{
						description: whatToDo,
					},
				);
	}
	return new NodeOperationError(context.getNode(), sentenceFor(error));
}

/**
 * A failure of the node in core's own words: what happened, and below it what to do. Without the system's
 * code: n8n replaces a message that has one by its own.
 */
export const nodeErrorSaying = (
	context: Pick<FunctionsBase, 'getNode'>,
	message: string,
	whatToDo: string | undefined,
): NodeOperationError =>
	new NodeOperationError(context.getNode(), message.replace(/ \([A-Z][A-Z_]+\)/g, ''), {
		description: whatToDo,
	});
