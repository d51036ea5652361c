import type { Node } from 'node-red';
import type { Logger } from '../../core/ports';

/** Core's log lines in Node-RED's log, under the node they come from. */
export function nodeLogger(node: Pick<Node, 'log' | 'warn'>): Logger {
	const line = (message: string, details?: Record<string, unknown>) =>
		details ? `${message} ${JSON.stringify(details)}` : message;
	return {
		info: (message, details) => node.log(line(message, details)),
		warn: (message, details) => node.warn(line(message, details)),
	};
}
