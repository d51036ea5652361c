import { HookContext } from 'n8n-core';

export interface LogLine {
	level: 'debug' | 'info' | 'warn' | 'error';
	message: string;
	details?: unknown;
}

/** Takes the place of n8n's logger, and keeps every line. */
export class RecordedLog {
	readonly lines: LogLine[] = [];

	readonly debug = this.keep('debug');

	readonly info = this.keep('info');

	readonly warn = this.keep('warn');

	readonly error = this.keep('error');

	/** Everything that was logged, as one text to search in. */
	get text(): string {
		return JSON.stringify(this.lines);
	}

	private keep(level: LogLine['level']) {
		return (message: string, details?: unknown) => {
			this.lines.push({ level, message, details });
		};
	}
}

/** Every n8n context takes its logger from here on from the engine that made it. */
export function useRecordedLogs(): void {
	Object.defineProperty(Object.getPrototypeOf(HookContext.prototype), 'logger', {
		configurable: true,
		get(this: { additionalData: { log: RecordedLog } }) {
			return this.additionalData.log;
		},
	});
}
