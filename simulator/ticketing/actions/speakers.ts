import type { SpeakerHappening } from '../happening.ts';
import { asObject, asText, type JsonObject } from '../../json.ts';
import { readPerson } from '../person.ts';
import type { Session, Speaker } from '../records.ts';
import type { Scene } from './scene.ts';

export function addSpeaker(scene: Scene, body: JsonObject): SpeakerHappening | string {
	const session = sessionNamed(scene, body);
	if (typeof session === 'string') return session;
	const person = readPerson(asObject(body['speaker']));
	if (person === undefined) {
		return 'Send { "session": "…", "speaker": { firstName, lastName, email, phone } }.';
	}
	const known = scene.sessions
		.flatMap(({ speakers }) => speakers)
		.find(({ email }) => email !== '' && email === person.email);
	if (session.speakers.some(({ id }) => id === known?.id)) {
		return `${person.email} speaks in session ${session.id} already.`;
	}
	const speaker: Speaker = { ...person, id: known?.id ?? scene.newId() };
	const speakers = [...session.speakers, speaker];
	const changed: Session = { ...session, speakers, changedAt: scene.occurredAt };
	return { action: 'add-speaker', session: changed, speaker };
}

export function removeSpeaker(scene: Scene, body: JsonObject): SpeakerHappening | string {
	const session = sessionNamed(scene, body);
	if (typeof session === 'string') return session;
	const id = asText(body['speaker']);
	const speaker = session.speakers.find((one) => one.id === id);
	if (speaker === undefined) return `No speaker ${id ?? ''} speaks in session ${session.id}.`;
	const speakers = session.speakers.filter((one) => one !== speaker);
	const changed: Session = { ...session, speakers, changedAt: scene.occurredAt };
	return { action: 'remove-speaker', session: changed, speaker };
}

function sessionNamed({ sessions }: Scene, body: JsonObject): Session | string {
	const id = asText(body['session']);
	const known = sessions.map((session) => session.id).join(', ');
	return (
		sessions.find((session) => session.id === id) ??
		`There is no session ${id ?? ''}. There are ${known}.`
	);
}
