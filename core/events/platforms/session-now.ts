import { compact } from '../../webhooks/json';
import type { Notice, NoticeEvent, NoticeSession, Person } from '../notice';
import { noticeId } from './notice-id';

/** A session as a platform's answer shows it, with everybody who speaks in it. */
export interface SessionNow {
	event?: NoticeEvent;
	session: NoticeSession;
	speakers: ReadonlyArray<Person | undefined>;
}

/**
 * What is now, as of this answer: the same session asked for again is another report, though
 * nothing may have changed.
 */
export const sessionNotice = (
	source: string,
	receivedAt: string,
	{ event, session, speakers }: SessionNow,
): Notice => ({
	id: noticeId(source, 'session.updated', [receivedAt, event?.id, session.id]),
	source,
	type: 'session.updated',
	occurredAt: receivedAt,
	event: event ?? {},
	session: compact(session),
	speakers: speakers.filter((speaker) => speaker !== undefined),
	test: false,
});
