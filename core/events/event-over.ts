import type { NoticeEvent } from './notice';

const HOUR = 3_600_000;

/**
 * Whether the event is over. A day alone ends when it has ended in the last time zone on Earth
 * (UTC−12). Without an end the event is taken to last a day from its start.
 * @param now milliseconds since 1970
 */
export function isEventOver({ startsAt, endsAt }: NoticeEvent, now: number): boolean {
	const end = lastMoment(endsAt, 0) ?? lastMoment(startsAt, 24 * HOUR);
	return end !== undefined && now > end;
}

function lastMoment(text: string | undefined, after: number): number | undefined {
	const time = Date.parse(text ?? '');
	if (text === undefined || Number.isNaN(time)) return undefined;
	const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text.trim());
	return isDay ? time + 36 * HOUR : time + after;
}
