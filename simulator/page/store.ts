import { progressOf } from './ticks.ts';
import type { Message, MessageEventData, Phone } from './types.ts';

export interface Change {
	phone: Phone;
	message: Message;
	/** False when a known message changed, for example its status. */
	isNew: boolean;
}

/** Everything the page knows: the phones, in the order of their last message. */
export class PhoneStore {
	// A Map keeps insertion order: the phone with the newest message is the last one in it.
	private readonly phones = new Map<string, Phone>();
	readonly unread = new Map<string, number>();

	get size(): number {
		return this.phones.size;
	}

	get(waId: string): Phone | undefined {
		return this.phones.get(waId);
	}

	recentFirst(): Phone[] {
		return [...this.phones.values()].reverse();
	}

	/** Replaces everything by a snapshot; a live update that overtook it is put back by `apply`. */
	load(recentFirst: Phone[]): void {
		this.phones.clear();
		for (const phone of recentFirst.toReversed()) this.phones.set(phone.waId, phone);
		for (const waId of this.unread.keys()) {
			if (!this.phones.has(waId)) this.unread.delete(waId);
		}
	}

	clear(): void {
		this.phones.clear();
		this.unread.clear();
	}

	apply({ waId, display, name, message }: MessageEventData): Change {
		const phone = this.phones.get(waId) ?? { waId, display, name, messages: [] };
		phone.display = display || phone.display;
		phone.name = name || phone.name;
		const at = phone.messages.findLastIndex(({ id }) => id === message.id);
		const isNew = at === -1;
		if (isNew) {
			phone.messages.push(message);
			this.phones.delete(waId);
			if (message.direction === 'business') {
				this.unread.set(waId, (this.unread.get(waId) ?? 0) + 1);
			}
		} else {
			const known = phone.messages[at];
			if (known === undefined || progressOf(message) >= progressOf(known)) {
				phone.messages[at] = message;
			}
		}
		this.phones.set(waId, phone);
		return { phone, message, isNew };
	}
}
