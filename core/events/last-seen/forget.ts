import type { Person } from '../notice';
import type { CompareOptions } from './comparison';
import { fingerprint } from './holder';
import { peopleText, stateOf, type SeenRow } from './seen-row';
import { who, type SessionState } from './sessions';

/**
 * Takes a person out of a row they are found in by `people`. The row of a ticket or a sponsor goes:
 * undefined. That of a session stays without them: if it went, the next answer of the platform would
 * tell every other speaker once more that they were added.
 *
 * As long as the platform names a speaker who has an id, its next answer brings back what it says of them.
 *
 * @param person their hash in `people`: `personKey` under the key of `options.hash`
 */
export function forgetInRow(
	row: SeenRow,
	person: string,
	options: Pick<CompareOptions, 'hash' | 'defaultCountry'>,
): SeenRow | undefined {
	const state = row.kind === 'session' ? stateOf<SessionState>(row) : undefined;
	if (!Array.isArray(state?.speakers)) return undefined;
	const hashesOf = (one: Person) => {
		const { phone, email } = fingerprint(one, options.hash, options.defaultCountry);
		return [phone, email];
	};
	const { speakers, added = [], removed = [] } = state;
	const everybody = [...speakers, ...added, ...removed];
	const found = everybody.filter((one) => hashesOf(one).includes(person));
	// A number that was written without its country is recognised by nobody who does not know it: then all
	// of them go, and the platform's next answer says again who the others are.
	const gone = found.length > 0 ? found : everybody;
	const names = new Set(gone.map(who));
	const isGone = (one: Person) => names.has(who(one));
	const withoutThem = (people: readonly Person[]): Person[] =>
		people.flatMap((one) => {
			if (!isGone(one)) return [one];
			return one.id === undefined ? [] : [{ id: one.id }];
		});
	const nameless = speakers.filter((one) => isGone(one) && one.id === undefined);
	const next: SessionState = {
		...state,
		speakers: withoutThem(speakers),
		forgotten: [...(state.forgotten ?? []), ...nameless.map((one) => options.hash(who(one)))],
		added: withoutThem(added),
		removed: withoutThem(removed),
	};
	const hashes = new Set([person, ...gone.flatMap(hashesOf)]);
	const people = found.length > 0 ? row.people.split(' ').filter(Boolean) : [];
	return {
		...row,
		state: JSON.stringify(next),
		people: peopleText(people.filter((hash) => !hashes.has(hash))),
	};
}
