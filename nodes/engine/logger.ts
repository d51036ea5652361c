import type { FunctionsBase } from 'n8n-workflow';
import type { Logger } from '../../core/ports';

/** Core's log lines in n8n's log, with the node they come from. */
export function n8nLogger(context: Pick<FunctionsBase, 'logger' | 'getNode'>): Logger {
	const prefix = (message: string) => `[${context.getNode().name}] ${message}`;
	return {
		info: (message, details) => context.logger.info(prefix(message), details),
		warn: (message, details) => context.logger.warn(prefix(message), details),
	};
}
