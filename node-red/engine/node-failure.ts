import { SubscriptionRefused } from '../../core/account/keep-subscribed';
import { GraphCallError, type GraphError } from '../../core/graph/error';
import { sentenceFor } from '../../core/graph/sentence';

/** What a Catch node gets as `msg.error`: a sentence that says what to do, and codes to branch on. */
export class NodeFailure extends Error {
	/** Stable code, such as a reason of docs/outcomes.md. */
	readonly code: string;

	/** What Meta said, where it said something: class, code, fbtraceId. Node-RED hands on `cause` only. */
	readonly meta?: Record<string, unknown>;

	constructor(message: string, code: string, meta?: object) {
		super(message, meta && { cause: { ...meta } });
		this.name = 'NodeFailure';
		this.code = code;
		if (meta) this.meta = { ...meta };
	}

	/** Node-RED makes `msg.error.message` of this; the name of a class of ours helps nobody there. */
	override toString(): string {
		return this.message;
	}
}

/** Any failure → one that a Catch node can use. */
export function failureFrom(error: unknown): NodeFailure {
	if (error instanceof NodeFailure) return error;
	if (error instanceof SubscriptionRefused) {
		return new NodeFailure(`${error.message}. ${error.whatToDo}`, error.reason);
	}
	if (error instanceof GraphCallError) {
		const { whatToDo: _advice, waitMs: _wait, ...meta } = error.error;
		return new NodeFailure(sentenceFor(error), `graph_${error.error.class}`, meta);
	}
	return new NodeFailure(error instanceof Error ? sentenceFor(error) : saidBy(error), 'failed');
}

/** Of what was thrown and is no error. */
function saidBy(thrown: unknown): string {
	try {
		const { message } = (thrown ?? {}) as { message?: unknown };
		return typeof message === 'string' && message !== '' ? message : String(thrown);
	} catch {
		// An object that cannot even be read must not end the process.
		return 'It failed, and did not say why';
	}
}

/** An outcome that concerns more than its one recipient or template → the error of the whole input message. */
export function failureOf({ message, whatToDo, reason, error }: Outcome): NodeFailure {
	const meta = error && { class: error.class, code: error.code, fbtraceId: error.fbtraceId };
	const sentence = whatToDo ? `${message}. ${whatToDo}` : message;
	return new NodeFailure(sentence, reason ?? 'failed', meta);
}

interface Outcome {
	message: string;
	whatToDo?: string;
	reason?: string;
	error?: GraphError;
}
