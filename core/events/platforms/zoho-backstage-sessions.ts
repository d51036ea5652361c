import {
	asText,
	compact,
	isObject,
	listAt,
	objectAt,
	textAt,
	type JsonObject,
} from '../../webhooks/json';
import type { Notice, NoticeSession, Person } from '../notice';
import { listedIn } from './answer-pages';
import { personOf } from './person';
import { sessionNotice } from './session-now';

/**
 * Backstage has no webhook that names a session's speakers. Its API does: the answers of
 * `GET …/events/{event}/sessions?day=N` and `…/speakers`, side by side as `{sessions: …, speakers:
 * …}`. No consumer has seen a phone among its speakers; `…/attendees` beside them gives those of
 * speakers who have a ticket, by their e-mail address. Shapes: examples/zoho-backstage/README.md.
 */
export function readSessions(body: JsonObject, receivedAt: string): Notice[] {
	const speakers = listedIn(body.speakers, 'speakers');
	const attendees = listedIn(body.attendees, 'attendees');
	const event = compact({
		id: asText(body.event_id) ?? asText(body.event) ?? textAt(objectAt(body, 'event'), 'id'),
		name: textAt(objectAt(body, 'event'), 'name'),
	});
	return listedIn(body.sessions, 'sessions')
		.filter((session) => textAt(session, 'id') !== undefined)
		.map((session) =>
			sessionNotice('zoho-backstage', receivedAt, {
				event,
				session: readSession(session),
				speakers: listAt(session, 'speakers').map((named) =>
					isObject(named) ? readSpeaker(named, speakers, attendees) : undefined,
				),
			}),
		);
}

export const listsSessions = (body: JsonObject): boolean =>
	listedIn(body.sessions, 'sessions').some((session) => Array.isArray(session.speakers));

function readSession(session: JsonObject): NoticeSession {
	const hall = textAt(session, 'hall');
	return {
		id: textAt(session, 'id'),
		title: textAt(session, 'title'),
		startsAt: textAt(session, 'startTime') ?? textAt(session, 'start_time'),
		// A hall's number is no name of a room.
		room: hall !== undefined && /^\d{6,}$/.test(hall) ? undefined : hall,
	};
}

function readSpeaker(
	named: JsonObject,
	speakers: readonly JsonObject[],
	attendees: readonly JsonObject[],
): Person | undefined {
	const id = textAt(named, 'id');
	const email = textAt(named, 'email');
	const speaker =
		speakers.find((one) => id !== undefined && textAt(one, 'id') === id) ??
		speakers.find((one) => isSame(textAt(one, 'email'), email)) ??
		{};
	const address = email ?? textAt(speaker, 'email');
	const contact = attendees
		.map((attendee) => objectAt(attendee, 'contact'))
		.find((one) => isSame(textAt(one, 'email'), address));
	return personOf({
		id: id ?? textAt(speaker, 'id'),
		firstName: textAt(speaker, 'name'),
		lastName: textAt(speaker, 'last_name'),
		email: address,
		phone: textAt(contact ?? {}, 'mobile_no'),
	});
}

const isSame = (one: string | undefined, other: string | undefined): boolean =>
	one !== undefined && one.toLowerCase() === other?.toLowerCase();
