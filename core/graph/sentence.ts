import { TransportError } from '../ports';
import { GraphCallError } from './error';

/**
 * Any failure → one sentence that says what happened and what to do, for places that show no more
 * than a line. It names no system code such as ECONNREFUSED: n8n replaces a message that has one by
 * its own.
 */
export function sentenceFor(error: unknown): string {
	if (error instanceof GraphCallError) return `${error.message}. ${error.error.whatToDo}`;
	if (error instanceof TransportError) {
		const why = error.message.replace(` (${error.code})`, '');
		return `WhatsApp could not be reached: ${why}. Check the connection and the API address of the account.`;
	}
	return error instanceof Error ? error.message : String(error);
}
