import { automationIds } from '../../../core/events/automations';
import { isObject, textAt, objectAt } from '../../../core/webhooks/json';
import type { EventStore, SentNote } from './event-store';

/**
 * When each automatic trigger sent last, for the switches of the account. Collected while a list is sent
 * and written at its end: ten thousand messages are ten thousand writes otherwise.
 */
export class SentNotes {
	private readonly notes = new Map<string, SentNote>();

	/** @param entry what was sent: a message of Event Trigger or Event Messages, or anything else */
	add(entry: unknown, at: number): void {
		if (!isObject(entry)) return;
		const automation = automationIds.find((id) => id === entry.automation);
		if (automation === undefined) return;
		const event = objectAt(objectAt(entry, 'notice'), 'event');
		const eventName = textAt(event, 'name') ?? '';
		const id = textAt(event, 'id') ?? eventName;
		this.notes.set(`${automation} ${id}`, { automation, event: id, eventName, at });
	}

	/** What was sent stays sent where this cannot be kept. */
	async write(store: () => { events(): EventStore }, failed: (why: string) => void): Promise<void> {
		const notes = [...this.notes.values()];
		this.notes.clear();
		try {
			if (notes.length > 0) await store().events().noteSent(notes);
		} catch (error) {
			failed(String(error));
		}
	}
}
