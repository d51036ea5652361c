import { graphPath } from '../graph/address';
import { describeGraphError, leavesOpen, readGraphError, type GraphError } from '../graph/error';
import { TransportError, type GraphResponse, type Transport } from '../ports';
import { maskPhone } from './recipient';

export interface Sender {
	transport: Transport;
	version: string;
	phoneNumberId: string;
	timeoutMs: number;
}

/** Where a message goes: marketing templates may go through an API of their own. */
export type SendEdge = 'messages' | 'marketing_messages';

/** What one POST told us, before any retry is considered. */
export type SendAnswer =
	| { kind: 'accepted'; messageId: string; messageStatus?: string; waId?: string }
	| { kind: 'refused'; error: GraphError; message: string }
	| { kind: 'notReached'; message: string; code: string }
	| { kind: 'unclear'; message: string; error?: GraphError; noAnswer: boolean };

/**
 * Sends one message body, once. Never retries and never throws: whether a message may be sent again
 * depends on which of the four answers this gives.
 */
export async function sendMessage(
	sender: Sender,
	body: unknown,
	edge: SendEdge = 'messages',
): Promise<SendAnswer> {
	try {
		const response = await sender.transport({
			method: 'POST',
			path: graphPath(sender.version, sender.phoneNumberId, edge),
			body,
			timeoutMs: sender.timeoutMs,
		});
		return readAnswer(withoutNumber(response, body));
	} catch (error) {
		return readFailure(error);
	}
}

function readAnswer(response: GraphResponse): SendAnswer {
	const body = response.body as AcceptedBody | undefined;
	const message = response.status < 300 ? body?.messages?.[0] : undefined;
	if (typeof message?.id === 'string' && message.id !== '') {
		const contact = body?.contacts?.[0];
		return {
			kind: 'accepted',
			messageId: message.id,
			messageStatus: message.message_status,
			waId: contact?.wa_id ?? contact?.user_id,
		};
	}
	const error = readGraphError(response);
	const message_ = describeGraphError(error);
	// A 2xx without a message id, a server error nobody knows, and the codes Meta calls temporary do
	// not say whether the message left.
	const unclear = response.status < 300 || leavesOpen(error);
	return unclear
		? { kind: 'unclear', message: message_, error, noAnswer: false }
		: { kind: 'refused', error, message: message_ };
}

interface AcceptedBody {
	messages?: Array<{ id?: unknown; message_status?: string }>;
	contacts?: Array<{ wa_id?: string; user_id?: string }>;
}

function readFailure(error: unknown): SendAnswer {
	if (error instanceof TransportError) {
		return error.left
			? { kind: 'unclear', message: error.message, noAnswer: true }
			: { kind: 'notReached', message: error.message, code: error.code };
	}
	// Not a transport's error: nothing is known about the request, so nothing is assumed.
	const message = error instanceof Error ? error.message : 'The request failed';
	return { kind: 'unclear', message, noAnswer: true };
}

/**
 * Meta's sentences sometimes quote the recipient; an error shows at most the last four digits. Done
 * before anything is read, so that no sentence made from the answer has the number either.
 */
function withoutNumber(response: GraphResponse, sent: unknown): GraphResponse {
	if (response.status < 300) return response;
	const digits = String((sent as { to?: unknown } | undefined)?.to ?? '').replace(/\D/g, '');
	if (digits.length < 7) return response;
	// People and Meta group digits as they like: spaces, dots, brackets and hyphens may lie between.
	const quoted = new RegExp(`\\+?${[...digits].join('[ ().-]{0,2}')}`, 'g');
	const mask = (text: string) => text.replace(quoted, maskPhone(digits));
	return { ...response, body: mapTexts(response.body, mask) };
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
	if (typeof value === 'string') return change(value);
	if (Array.isArray(value)) return value.map((entry) => mapTexts(entry, change));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, entry]) => [key, mapTexts(entry, change)]),
	);
}
