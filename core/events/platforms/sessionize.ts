import { booleanAt, isObject, listAt, textAt, type JsonObject } from '../../webhooks/json';
import type { Person } from '../notice';
import { listedIn } from './answer-pages';
import { feeds } from './feeds';
import { personOf } from './person';
import { phoneAnswer } from './phone-question';
import type { Platform, PlatformReading, PlatformReport, ReadingOptions } from './platform';
import { polled } from './polled';
import { sessionNotice } from './session-now';

/**
 * Sessionize, which sends no webhooks: its view "All" is read,
 * `GET https://sessionize.com/api/v2/{endpoint}/view/All`. Follows the OpenAPI description of
 * xdev-software/sessionize-java-client (openapi/openapi.yml) and sessionize.com/playbook/api.
 *
 * The view has no e-mail addresses. Those of the view "SpeakersEmails", which Sessionize unlocks for
 * single organisers, may stand beside it as `speakersEmails`.
 */
export const sessionize: Platform = {
	id: 'sessionize',
	name: 'Sessionize',
	...polled('Sessionize'),
	feeds: feeds('speakers'),
	read: readSessionize,
};

function readSessionize({ body, receivedAt, options }: PlatformReport): PlatformReading {
	// An engine may hand over a list of one answer.
	const view = Array.isArray(body) ? (body as unknown[])[0] : body;
	const sessions = isObject(view) ? listAt(view, 'sessions').filter(isObject).filter(isTalk) : [];
	if (!isObject(view) || sessions.length === 0) {
		const message = 'The body lists no session of Sessionize. Ask for its view "All".';
		return { notices: [], ignored: [{ reason: 'unknown_event', message }] };
	}
	const people = readPeople(view, options);
	const rooms = byId(listAt(view, 'rooms'));
	return {
		notices: sessions.map((session) =>
			sessionNotice('sessionize', receivedAt, {
				session: {
					id: textAt(session, 'id'),
					title: textAt(session, 'title'),
					startsAt: textAt(session, 'startsAt'),
					room: textAt(rooms.get(textAt(session, 'roomId')) ?? {}, 'name'),
				},
				speakers: isOn(session)
					? listAt(session, 'speakers').map((id) =>
							typeof id === 'string' ? people.get(id) : undefined,
						)
					: [],
			}),
		),
		ignored: [],
	};
}

/** Breaks and registration have no speakers. */
const isTalk = (session: JsonObject): boolean =>
	textAt(session, 'id') !== undefined && booleanAt(session, 'isServiceSession') !== true;

/**
 * A session counts once it is accepted and its speakers were informed: telling of it before the
 * organiser does would be too early. That both fields mean this is a reading of ours.
 */
const isOn = (session: JsonObject): boolean =>
	(textAt(session, 'status') ?? 'Accepted') === 'Accepted' &&
	booleanAt(session, 'isInformed') !== false;

const byId = (list: readonly unknown[]): Map<string | undefined, JsonObject> =>
	new Map(list.filter(isObject).map((one) => [textAt(one, 'id'), one]));

function readPeople(
	view: JsonObject,
	options: ReadingOptions | undefined,
): Map<string | undefined, Person | undefined> {
	const questions = byId(listAt(view, 'questions'));
	const emails = byId(listedIn(view.speakersEmails ?? []));
	return new Map(
		listAt(view, 'speakers')
			.filter(isObject)
			.map((speaker) => {
				const id = textAt(speaker, 'id');
				const answers = listAt(speaker, 'questionAnswers').filter(isObject);
				const person = personOf({
					id,
					name: textAt(speaker, 'fullName'),
					firstName: textAt(speaker, 'firstName'),
					lastName: textAt(speaker, 'lastName'),
					email: textAt(emails.get(id) ?? {}, 'email'),
					phone: phoneAnswer(
						answers.map((answer) => ({
							question: textAt(questions.get(textAt(answer, 'questionId')) ?? {}, 'question'),
							answer: textAt(answer, 'answerValue'),
						})),
						options,
					),
				});
				return [id, person];
			}),
	);
}
