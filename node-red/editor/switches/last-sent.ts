import type { AutomationId } from '../../../core/events/automations';
import type { SentNote } from '../api';

/** By trigger, ISO 8601: the newest of all events, or of the one that is looked at. */
export function lastSentOf(
	notes: readonly SentNote[],
	event: string,
): Partial<Record<AutomationId, string>> {
	const wanted = event.toLowerCase();
	const newest: Partial<Record<AutomationId, number>> = {};
	for (const { automation, event: id, eventName, at } of notes) {
		const isThis = [id, eventName].some((name) => name.toLowerCase() === wanted);
		if (event !== '' && !isThis) continue;
		newest[automation] = Math.max(newest[automation] ?? 0, at);
	}
	return Object.fromEntries(
		Object.entries(newest).map(([automation, at]) => [automation, new Date(at).toISOString()]),
	);
}

const UNITS: ReadonlyArray<[Intl.RelativeTimeFormatUnit, number]> = [
	['minute', 60_000],
	['hour', 3_600_000],
	['day', 86_400_000],
];

/** "5 minutes ago", "yesterday", and after a week the day. */
export function agoText(iso: string, language: string, now = Date.now()): string {
	const passed = Math.max(0, now - Date.parse(iso));
	if (passed > 7 * 86_400_000) {
		return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(iso));
	}
	const [unit, ms] = UNITS.findLast(([, length]) => passed >= length) ?? ['second', 1000];
	const count = unit === 'second' ? 0 : Math.floor(passed / ms);
	return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-count, unit);
}
