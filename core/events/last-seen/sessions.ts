import { definedParts } from '../../webhooks/json';
import type { Notice, Person } from '../notice';
import { later, type Compared } from './comparison';
import { fingerprint } from './holder';
import {
	aboutOf,
	overtaken,
	peopleText,
	sessionKey,
	stateOf,
	withReport,
	type Reports,
} from './seen-row';

export interface SessionState extends Reports {
	speakers: Person[];
	/** Hashes of speakers who asked to be forgotten and have no id: neither told as new nor as gone. */
	forgotten?: string[];
	/** What the last change was, for a report that is answered once more. */
	added?: Person[];
	removed?: Person[];
}

/** What a speaker is recognised by. */
export const who = ({ id, email, name, firstName }: Person): string =>
	(id ?? email ?? name ?? firstName ?? '').trim().toLowerCase();

const without = (people: readonly Person[], others: readonly Person[]): Person[] => {
	const known = new Set(others.map(who));
	return people.filter((person) => !known.has(who(person)));
};

/** A platform that says who speaks now: the difference is told. */
export function seeSession(notice: Notice, seen: Compared): void {
	const id = notice.session?.id;
	const named = notice.speakers ?? [];
	if (id === undefined) return seen.leave(notice, 'id_missing');
	const row = seen.row(sessionKey(notice, id));
	const known = stateOf<SessionState>(row);
	if (known === undefined && !seen.knewBefore(aboutOf(notice) as string)) {
		write(notice, id, { changes: 0, speakers: [...named] }, seen);
		return seen.leave(notice, 'first_seen');
	}
	// A session that is new among known ones: all its speakers were added.
	const state = known ?? { changes: 0, speakers: [] };
	if (state.by === notice.id) return tell(notice, state, seen);
	const reason = row && overtaken(notice, state, row.changedAt);
	if (reason !== undefined) return seen.leave(notice, reason);
	const isForgotten = forgottenBy(state, seen);
	const speakers = named.filter((person) => !isForgotten(person));
	// Who is gone from the answer and comes again is new.
	const forgotten = hashesOf(named.filter(isForgotten), seen);
	const added = without(speakers, state.speakers);
	const removed = without(state.speakers, speakers);
	if (added.length + removed.length === 0) {
		seen.unchanged++;
		const same = { ...state, speakers: refreshed(speakers, state.speakers), forgotten };
		return write(notice, id, same, seen);
	}
	const next = {
		...withReport(state, notice.id),
		speakers: refreshed(speakers, state.speakers),
		forgotten,
		added,
		removed,
	};
	write(notice, id, next, seen);
	tell(notice, next, seen);
}

/** A platform that says who came or went: told in any case, and remembered. */
export function seeSpeaker(notice: Notice, seen: Compared): void {
	const id = notice.session?.id;
	const { speaker } = notice;
	if (id === undefined || speaker === undefined) {
		seen.notices.push(notice);
		return;
	}
	const row = seen.row(sessionKey(notice, id));
	const state = stateOf<SessionState>(row) ?? { changes: 0, speakers: [] };
	const isAddition = notice.type === 'session.speaker_added';
	let next = state;
	if (state.by !== notice.id) {
		const reason = row && overtaken(notice, state, row.changedAt);
		if (reason !== undefined) return seen.leave(notice, reason);
		const others = without(state.speakers, [speaker]);
		next = {
			...withReport(state, notice.id),
			speakers: isAddition ? [...others, speaker] : others,
			// Whoever is announced is known from here on, or gone.
			forgotten: state.forgotten?.filter((hash) => !hashesOf([speaker], seen)?.includes(hash)),
		};
		write(notice, id, next, seen);
	}
	seen.notices.push({ ...notice, version: notice.version ?? String(next.changes) });
}

/** Undefined where nobody is: most rows need no word about it. */
const hashesOf = (people: readonly Person[], { options }: Compared): string[] | undefined =>
	people.length === 0 ? undefined : people.map((person) => options.hash(who(person)));

const forgottenBy =
	({ forgotten }: SessionState, { options }: Compared) =>
	(person: Person): boolean =>
		forgotten?.includes(options.hash(who(person))) ?? false;

function tell(
	notice: Notice,
	{ added = [], removed = [], changes }: SessionState,
	seen: Compared,
): void {
	const { speakers: _speakers, ...rest } = notice;
	const changed = (type: Notice['type'], speaker: Person): Notice => ({
		...rest,
		id: `${notice.id}#${type}/${who(speaker)}`,
		type,
		speaker,
		version: String(changes),
	});
	seen.notices.push(
		...added.map((speaker) => changed('session.speaker_added', speaker)),
		...removed.map((speaker) => changed('session.speaker_removed', speaker)),
	);
}

/** The speakers as they are told now; what a report leaves out is kept. */
const refreshed = (now: readonly Person[], before: readonly Person[]): Person[] =>
	now.map((person) => ({
		...before.find((other) => who(other) === who(person)),
		...definedParts(person),
	}));

function write(notice: Notice, id: string, state: SessionState, seen: Compared): void {
	const { hash, defaultCountry } = seen.options;
	const key = sessionKey(notice, id);
	const people = [...state.speakers, ...(state.removed ?? [])].flatMap((person) => {
		const { phone, email } = fingerprint(person, hash, defaultCountry);
		return [phone, email];
	});
	seen.write({
		key,
		about: aboutOf(notice) as string,
		kind: 'session',
		event: notice.event.id ?? '',
		state: JSON.stringify(state),
		changedAt: later(notice.occurredAt, seen.row(key)?.changedAt),
		people: peopleText(people),
	});
}
