import type { ServerResponse } from 'node:http';
import { displayPhone } from '../checks/recipient.ts';
import type { PhoneRecord } from '../storage/phoneStore.ts';
import type { Template } from '../template.ts';
import type { PhoneMessage } from './message.ts';

/** Keeps the connection of a quiet page alive. */
const COMMENT_EVERY_MS = 15_000;

/** Tells every open page about new and changed messages, as server-sent events. */
export class PhoneEvents {
	readonly #listeners = new Map<ServerResponse, NodeJS.Timeout>();

	/** Leaves the response open and writes events to it until the page goes. */
	open(response: ServerResponse): void {
		response.writeHead(200, {
			'Content-Type': 'text/event-stream',
			'Cache-Control': 'no-store',
			Connection: 'keep-alive',
		});
		response.write(': open\n\n');
		const timer = setInterval(() => response.write(': still here\n\n'), COMMENT_EVERY_MS);
		this.#listeners.set(response, timer);
		response.on('close', () => this.#drop(response));
	}

	message(phone: PhoneRecord, message: PhoneMessage): void {
		if (this.#listeners.size === 0) return;
		const { waId, name } = phone;
		this.#write('message', { waId, display: displayPhone(waId), name, message });
	}

	/** A new or changed template; DELETED for one that is gone. */
	template({ id, name, language, category, status }: Template): void {
		if (this.#listeners.size === 0) return;
		this.#write('template', { id, name, language, category, status });
	}

	reset(): void {
		this.#write('reset', {});
	}

	close(): void {
		for (const response of this.#listeners.keys()) {
			this.#drop(response);
			response.end();
		}
	}

	#write(event: string, data: unknown): void {
		const text = `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
		for (const response of this.#listeners.keys()) response.write(text);
	}

	#drop(response: ServerResponse): void {
		clearInterval(this.#listeners.get(response));
		this.#listeners.delete(response);
	}
}
