import { definedParts } from '../webhooks/json';
import type { Notice, NoticeEvent } from './notice';

/**
 * Notices of one call that are about one registration, or one cancelled order: a platform reports
 * the order and each of its tickets. All others stand alone.
 */
export function groupNotices(notices: readonly Notice[]): Notice[][] {
	const groups = new Map<string, Notice[]>();
	const seen = new Set<string>();
	notices.forEach((notice, index) => {
		// The same report twice, as when a platform retries within one batch.
		if (seen.has(notice.id)) return;
		seen.add(notice.id);
		const key = groupKey(notice) ?? `alone:${index}`;
		groups.set(key, [...(groups.get(key) ?? []), notice]);
	});
	return [...groups.values()];
}

function groupKey({ type, source, event, order }: Notice): string | undefined {
	if (type !== 'registration.completed' && type !== 'order.cancelled') return undefined;
	return order?.id === undefined
		? undefined
		: JSON.stringify([type, source, event.id ?? null, order.id]);
}

/** One notice that says what all of them say; the first to say something is right. */
export function mergeNotices(notices: readonly [Notice, ...Notice[]]): Notice {
	const [first, ...others] = notices;
	const refused = notices.some(({ consent }) => consent === false);
	const all = others.reduce<Notice>(
		(merged, other) => ({
			...other,
			...definedParts(merged),
			event: { ...other.event, ...definedParts(merged.event) },
			order: { ...other.order, ...definedParts(merged.order ?? {}) },
		}),
		first,
	);
	// One of them said no: that holds whatever the others of the order said.
	return refused ? { ...all, consent: false } : all;
}

/** The notice with the event's facts the platform left out, unless they are those of another event. */
export function completeEvent(notice: Notice, facts: NoticeEvent | undefined): Notice {
	if (facts === undefined) return notice;
	const given = definedParts(
		Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== '')) as NoticeEvent,
	);
	const another =
		given.id !== undefined && notice.event.id !== undefined && given.id !== notice.event.id;
	return another ? notice : { ...notice, event: { ...given, ...definedParts(notice.event) } };
}
