import { compact, isObject, listAt, objectAt, textAt, type JsonObject } from '../../webhooks/json';
import type { NoticeEvent, Person } from '../notice';
import { listedIn } from './answer-pages';
import { feeds } from './feeds';
import { localText, localTexts } from './local-text';
import { personOf } from './person';
import { phoneAnswer, type FormAnswer } from './phone-question';
import type { Platform, PlatformReading, PlatformReport, ReadingOptions } from './platform';
import { polled } from './polled';
import { sessionNotice } from './session-now';

/**
 * pretalx, which sends no webhooks: the answer of
 * `GET /api/events/{event}/submissions/?expand=speakers.answers.question,slots.room` is read. Follows
 * pretalx' API v2 (src/pretalx/api/serializers, doc/api/fundamentals.rst).
 *
 * Beside it may stand the answers of `/events/{event}/` and `/speakers/?expand=answers.question`:
 * `{submissions: …, event: …, speakers: …}`.
 */
export const pretalx: Platform = {
	id: 'pretalx',
	name: 'pretalx',
	...polled('pretalx'),
	feeds: feeds('speakers'),
	read: readPretalx,
};

function readPretalx({ body, receivedAt, options }: PlatformReport): PlatformReading {
	const joined = isObject(body) && body.submissions !== undefined ? body : { submissions: body };
	const event = readEvent(isObject(joined.event) ? joined.event : {});
	const people = new Map(
		listedIn(joined.speakers, 'results').map((speaker) => [textAt(speaker, 'code'), speaker]),
	);
	const submissions = listedIn(joined.submissions, 'results').filter(
		(submission) => textAt(submission, 'code') !== undefined && Array.isArray(submission.speakers),
	);
	if (submissions.length === 0) {
		const message =
			'The body lists no submission of pretalx. Ask /api/events/…/submissions/ for them.';
		return { notices: [], ignored: [{ reason: 'unknown_event', message }] };
	}
	return {
		notices: submissions.map((submission) =>
			sessionNotice('pretalx', receivedAt, {
				event,
				session: readSession(submission),
				speakers: isOn(submission)
					? listAt(submission, 'speakers').map((one) => readSpeaker(one, people, options))
					: [],
			}),
		),
		ignored: [],
	};
}

/**
 * A talk is on when its speakers have confirmed. pretalx keeps the mail about an acceptance until the
 * organiser sends it, so telling of it before would be too early: a reading of ours.
 */
const isOn = (submission: JsonObject): boolean =>
	(textAt(submission, 'state') ?? 'confirmed') === 'confirmed';

function readSession(submission: JsonObject) {
	const slot = listAt(submission, 'slots').find(isObject) ?? {};
	return {
		id: textAt(submission, 'code'),
		title: textAt(submission, 'title'),
		startsAt: textAt(slot, 'start'),
		room: localText(objectAt(slot, 'room').name, textAt(submission, 'content_locale')),
	};
}

/** A whole speaker, or only the code of one. */
function readSpeaker(
	given: unknown,
	people: ReadonlyMap<string | undefined, JsonObject>,
	options: ReadingOptions | undefined,
): Person | undefined {
	const code = isObject(given) ? textAt(given, 'code') : given;
	const known = typeof code === 'string' ? people.get(code) : undefined;
	const speaker = { ...known, ...(isObject(given) ? given : {}) };
	// Where only the list of speakers was asked for their answers, it has them.
	const answers = [speaker, known ?? {}].flatMap((one) => listAt(one, 'answers')).filter(isObject);
	return personOf({
		id: typeof code === 'string' ? code : undefined,
		name: textAt(speaker, 'name'),
		email: textAt(speaker, 'email'),
		locale: textAt(speaker, 'locale'),
		phone: phoneAnswer(answers.flatMap(worded), options),
	});
}

/** The answer under the question's wording in every language, and under its identifier. */
const worded = (answer: JsonObject): FormAnswer[] => {
	const question = objectAt(answer, 'question');
	return [...localTexts(question.question), textAt(question, 'identifier')].map((text) => ({
		question: text,
		answer: textAt(answer, 'answer'),
	}));
};

function readEvent(event: JsonObject): NoticeEvent {
	return compact({
		id: textAt(event, 'slug'),
		name: localText(event.name, textAt(event, 'locale')),
		startsAt: textAt(event, 'date_from'),
		endsAt: textAt(event, 'date_to'),
		timeZone: textAt(event, 'timezone'),
	});
}
