import { api } from './api.ts';
import type { TemplateChange } from './templates/types.ts';
import type { MessageEventData, Phone } from './types.ts';

export type Connection = 'connecting' | 'live' | 'lost';

export interface LiveListener {
	connection(state: Connection): void;
	snapshot(phones: Phone[]): void;
	message(data: MessageEventData): void;
	template(change: TemplateChange): void;
	reset(): void;
}

const firstWaitMs = 500;
const longestWaitMs = 8000;

/**
 * Listens to the simulator for as long as the page is open. The stream is opened before the
 * snapshot is fetched, and what arrives meanwhile is applied after it: nothing falls in between.
 */
export function listen(listener: LiveListener): void {
	let waitMs = firstWaitMs;

	function connect(): void {
		const source = new EventSource('/sim/events');
		let waiting: MessageEventData[] | undefined = [];
		let closed = false;

		const again = (): void => {
			if (closed) return;
			closed = true;
			source.close();
			listener.connection('lost');
			setTimeout(connect, waitMs);
			waitMs = Math.min(waitMs * 2, longestWaitMs);
		};

		source.addEventListener('open', () => {
			api.phones().then(({ phones }) => {
				if (closed) return;
				listener.snapshot(phones);
				for (const data of waiting ?? []) listener.message(data);
				waiting = undefined;
				waitMs = firstWaitMs;
				listener.connection('live');
			}, again);
		});
		source.addEventListener('message', ({ data }: MessageEvent<string>) => {
			const change = JSON.parse(data) as MessageEventData;
			if (waiting === undefined) listener.message(change);
			else waiting.push(change);
		});
		source.addEventListener('template', ({ data }: MessageEvent<string>) => {
			listener.template(JSON.parse(data) as TemplateChange);
		});
		source.addEventListener('reset', () => {
			waiting &&= [];
			listener.reset();
		});
		source.addEventListener('error', again);
	}

	listener.connection('connecting');
	connect();
}
