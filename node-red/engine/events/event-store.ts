import type { AutomationId } from '../../../core/events/automations';
import type { SeenRow } from '../../../core/events/last-seen';

/** What this Node-RED remembers of events: what was seen last, and when each trigger sent last. */
export interface EventStore {
	/**
	 * Reads every row of `abouts`, lets `task` decide, and writes the rows it gives. Nobody else's report
	 * comes in between: of two at once, the second one reads what the first has written.
	 */
	compare<T extends { rows: readonly SeenRow[] }>(
		abouts: readonly string[],
		task: (rows: SeenRow[]) => T,
	): Promise<T>;
	/** Keeps the newest time of each trigger and event. */
	noteSent(entries: readonly SentNote[]): Promise<void>;
	sent(): Promise<SentNote[]>;
}

/** When a trigger last sent a message for an event. */
export interface SentNote {
	automation: AutomationId;
	/** The event's id, or its name where it has none. */
	event: string;
	eventName: string;
	/** Milliseconds. */
	at: number;
}

/** Rows nobody has read or written for so long belong to an event that is over. */
export const SEEN_DAYS = 180;

/** Of the global context, for a Node.js without SQLite. */
export const SEEN_CONTEXT = 'whatsappEventsLastSeen';
export const SENT_CONTEXT = 'whatsappEventsLastSent';
