import type { Node, NodeAPI, NodeMessageInFlow } from 'node-red';
import { failureFrom, NodeFailure } from './node-failure';

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

/** What a node works with; undefined where an expression of the dialog cannot be parsed: then every message is refused. */
export function madeFrom<T>(RED: NodeAPI, node: Node, make: () => T): T | undefined {
	try {
		return make();
	} catch (error) {
		node.status({ fill: 'red', shape: 'ring', text: RED._('status.wrong-field') });
		// JSONata throws objects that are no errors.
		const why = (error as { message?: unknown }).message ?? error;
		handleInput(node, async () => {
			throw new NodeFailure(
				`A field of this node cannot be read: ${String(why)}`,
				'expression_invalid',
			);
		});
		return undefined;
	}
}

/** A task nobody waits for: its failure goes to Catch nodes, and never ends the process. */
export function inBackground(node: Node, task: () => Promise<void>): void {
	task().catch((error: unknown) => {
		// An object message makes the error reach Catch nodes.
		node.error(failureFrom(error), {});
	});
}

/** What waits for the flows: one listener for all nodes, as Node-RED's emitter warns of the eleventh. */
const waiting = new Set<() => void>();

let listens = false;

/** The same once all flows have started: before that there is no Catch node to take an error. */
export function onceStarted(RED: NodeAPI, node: Node, task: () => Promise<void>): void {
	if (!listens) {
		listens = true;
		RED.events.on('flows:started', () => {
			const tasks = [...waiting];
			waiting.clear();
			for (const start of tasks) start();
		});
	}
	const start = () => inBackground(node, task);
	waiting.add(start);
	node.on('close', () => void waiting.delete(start));
}
