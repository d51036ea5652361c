import type { NodeAPI, NodeMessageInFlow } from 'node-red';

/** A message as it came in, with whatever else it carries. */
export interface IncomingMessage extends NodeMessageInFlow {
	payload: unknown;
	[property: string]: unknown;
}

/** What a message brings, as its sender would call it. */
export function kindOfPayload(payload: unknown): string {
	if (payload === undefined || payload === null) return 'empty';
	if (Buffer.isBuffer(payload)) return 'a Buffer';
	return typeof payload === 'object' ? 'an object' : `a ${typeof payload}`;
}

/** A single message goes on as it came, with the result in its payload. */
export const oneOut = (msg: IncomingMessage) => (payload: unknown) => ({ ...msg, payload });

/**
 * Each entry of a list goes on by itself. `parts` lets a Join node put the results together again,
 * where both outputs are wired to it.
 */
export function listOut(RED: NodeAPI, { payload: _list, ...rest }: IncomingMessage) {
	return (payload: unknown, index: number, count: number) => ({
		...(RED.util.cloneMessage(rest as NodeMessageInFlow) as object),
		payload,
		parts: {
			id: rest._msgid,
			type: 'array',
			len: 1,
			index,
			count,
			...(rest.parts ? { parts: rest.parts } : {}),
		},
	});
}
