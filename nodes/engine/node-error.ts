import type { FunctionsBase } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { GraphCallError } from '../../core/graph/error';
import { TransportError } from '../../core/ports';

/**
 * Any failure → an error of the node. Lists and subscriptions show the message only, so it says what
 * to do as well.
 */
export function nodeErrorFrom(
	context: Pick<FunctionsBase, 'getNode'>,
	error: unknown,
): NodeOperationError {
	if (error instanceof NodeOperationError) return error;
	return new NodeOperationError(context.getNode(), sentenceFor(error));
}

function sentenceFor(error: unknown): string {
	if (error instanceof GraphCallError) return `${error.message}. ${error.error.whatToDo}`;
	if (error instanceof TransportError) {
		// n8n replaces a message that names a code such as ECONNREFUSED by one of its own.
		const why = error.message.replace(` (${error.code})`, '');
		return `WhatsApp could not be reached: ${why}. Check the connection and the API address of the credential.`;
	}
	return error instanceof Error ? error.message : String(error);
}
