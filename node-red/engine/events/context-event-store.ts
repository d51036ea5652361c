import { readSeenRows, type SeenRow } from '../../../core/events/last-seen';
import { readValue, writeValue, type ContextValues } from '../context-values';
import { oneAtATime } from '../one-at-a-time';
import {
	SEEN_CONTEXT,
	SEEN_DAYS,
	SENT_CONTEXT,
	type EventStore,
	type SentNote,
} from './event-store';

/** Milliseconds: when the row was read or written last. */
type TouchedRow = SeenRow & { touchedAt: number };

const SEEN_MS = SEEN_DAYS * 24 * 60 * 60_000;

/**
 * What was seen and sent last in Node-RED's global context, for a Node.js without SQLite. As durable as
 * the configured store.
 */
export function contextEventStore(
	context: ContextValues,
	now: () => number = Date.now,
): EventStore {
	/** One after the other: each reads what the one before has written. */
	const inTurn = oneAtATime();
	return {
		compare: async (abouts, task) =>
			await inTurn(async () => {
				const at = now();
				const stored = ((await readValue(context, SEEN_CONTEXT)) ?? []) as TouchedRow[];
				const kept = stored.filter(({ touchedAt }) => touchedAt >= at - SEEN_MS);
				const ours = kept.filter(({ about }) => abouts.includes(about));
				const result = task(readSeenRows(ours));
				const written = new Set(result.rows.map(({ key }) => key));
				await writeValue(context, SEEN_CONTEXT, [
					...kept
						.filter(({ key }) => !written.has(key))
						.map((row) => (ours.includes(row) ? { ...row, touchedAt: at } : row)),
					...result.rows.map((row) => ({ ...row, touchedAt: at })),
				]);
				return result;
			}),
		noteSent: async (entries) =>
			await inTurn(async () => {
				const notes = ((await readValue(context, SENT_CONTEXT)) ?? {}) as Record<string, SentNote>;
				await writeValue(context, SENT_CONTEXT, entries.reduce(withNote, { ...notes }));
			}),
		sent: async () =>
			await inTurn(async () =>
				Object.values(((await readValue(context, SENT_CONTEXT)) ?? {}) as Record<string, SentNote>),
			),
	};
}

function withNote(notes: Record<string, SentNote>, note: SentNote): Record<string, SentNote> {
	const key = `${note.automation} ${note.event}`;
	const known = notes[key];
	const at = Math.max(known?.at ?? 0, note.at);
	return { ...notes, [key]: { ...note, eventName: note.eventName || known?.eventName || '', at } };
}
