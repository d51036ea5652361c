/** The event that people register for. */
export interface TicketingEvent {
	id: string;
	name: string;
	/** ISO 8601. */
	startsAt: string;
	/** ISO 8601. */
	endsAt: string;
	/** IANA name. */
	timeZone: string;
	url: string;
	venue: string;
}

const DAY = 24 * 3600 * 1000;

/** Thirty days from now, from ten in the morning in Tokyo until the evening of the next day. */
export function demoEvent(now: number): TicketingEvent {
	const day = (days: number) => new Date(now + days * DAY).toISOString().slice(0, 10);
	return {
		id: 'test-conf',
		name: 'Test Conf',
		startsAt: `${day(30)}T10:00:00+09:00`,
		endsAt: `${day(31)}T18:00:00+09:00`,
		timeZone: 'Asia/Tokyo',
		url: 'https://test-conf.example/',
		venue: 'Makuhari Messe, Hall 4',
	};
}

/** The same time so much later, written with its own offset as before. */
export function shifted(iso: string, ms: number): string {
	const offset = /[+-]\d\d:\d\d$/.exec(iso)?.[0] ?? 'Z';
	const ahead = offset === 'Z' ? 0 : -Date.parse(`1970-01-01T00:00:00${offset}`);
	const local = new Date(Date.parse(iso) + ahead + ms).toISOString().slice(0, 19);
	return `${local}${offset}`;
}
