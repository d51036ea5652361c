import type { Node, NodeMessageInFlow } from 'node-red';
import { failureFrom } from './node-failure';

type Send = (msg: unknown) => void;

/**
 * Listens to a node's input. Whatever the handler does ends in `done`: an async listener that rejects
 * would end the whole Node-RED process.
 */
export function handleInput(
	node: Node,
	handle: (msg: NodeMessageInFlow, send: Send) => Promise<void>,
): void {
	// Exactly three parameters: with fewer, Node-RED takes the node for one that never calls done.
	node.on('input', (msg, send, done) => {
		handle(msg, send as Send).then(
			() => done(),
			(error: unknown) => done(failureFrom(error)),
		);
	});
}

/** A task nobody waits for: its failure goes to Catch nodes, and never ends the process. */
export function inBackground(node: Node, task: () => Promise<void>): void {
	task().catch((error: unknown) => {
		// An object message makes the error reach Catch nodes.
		node.error(failureFrom(error), {});
	});
}
