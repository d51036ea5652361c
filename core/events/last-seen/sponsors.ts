import { definedParts } from '../../webhooks/json';
import { hashOf } from '../delivery-key';
import type { Notice, NoticeType, Person, SponsorState } from '../notice';
import { later, type Compared } from './comparison';
import { fingerprint } from './holder';
import {
	aboutOf,
	overtaken,
	peopleText,
	siteKey,
	sponsorKey,
	stateOf,
	withReport,
	type Reports,
	type SeenRow,
} from './seen-row';

interface KnownSponsor extends Reports {
	state: SponsorState;
	person: Person;
	/** The event as the sponsor's own report named it. */
	event: { id?: string; name?: string };
}

const TYPES: Partial<Record<SponsorState, NoticeType>> = {
	received: 'sponsor.proposal_received',
	denied: 'sponsor.proposal_denied',
	confirmed: 'sponsor.confirmed',
};

const stateOfType = ({ type, sponsorState }: Notice): SponsorState | undefined =>
	type === 'sponsor.updated'
		? sponsorState
		: (Object.keys(TYPES) as SponsorState[]).find((state) => TYPES[state] === type);

/** A sponsor's proposal: told when it is new or its state has changed. */
export function seeSponsor(notice: Notice, seen: Compared): void {
	const { sponsor } = notice;
	const state = stateOfType(notice);
	if (sponsor === undefined || state === undefined) {
		seen.notices.push(notice);
		return;
	}
	const key = sponsorKey(notice, sponsor.id ?? nameHash(sponsor));
	const row = seen.row(key);
	const known = stateOf<KnownSponsor>(row);
	const isNew = known?.state !== state;
	// A decision may name the company only; whom to tell is known from the proposal.
	const person = { ...known?.person, ...definedParts(sponsor) };
	if (known?.by !== notice.id) {
		if (!isNew && notice.type === 'sponsor.updated') {
			seen.unchanged++;
			return;
		}
		const reason = row && known && overtaken(notice, known, row.changedAt);
		if (reason !== undefined) return seen.leave(notice, reason);
		write(key, notice, person, state, known, seen);
	}
	const type = TYPES[state];
	if (type === undefined) return;
	if (type !== 'sponsor.confirmed') seen.notices.push({ ...notice, type, sponsor: person });
	else if (isLive(notice, seen)) seen.notices.push(welcome(notice, person));
}

/** The website is live: every confirmed sponsor is welcomed, and whoever is confirmed later. */
export function seeSite(notice: Notice, seen: Compared): void {
	const { event, occurredAt } = notice;
	const sponsors = seen.all('sponsor').flatMap((row) => {
		const known = stateOf<KnownSponsor>(row);
		const isOurs = known?.state === 'confirmed' && isSameEvent(known.event ?? {}, event);
		return isOurs ? [known.person] : [];
	});
	seen.write({
		key: siteKey(notice),
		about: aboutOf(notice) as string,
		kind: 'site',
		event: event.id ?? '',
		state: JSON.stringify({ live: true, event: { id: event.id, name: event.name } }),
		changedAt: occurredAt,
		people: '',
	});
	if (notice.sponsor !== undefined) seen.notices.push(notice);
	else if (sponsors.length === 0) seen.leave(notice, 'no_sponsors');
	seen.notices.push(...sponsors.map((sponsor) => welcome(notice, sponsor)));
}

const welcome = (notice: Notice, sponsor: Person): Notice => ({
	...notice,
	id: `${notice.id}#${sponsor.id ?? nameHash(sponsor)}`,
	type: 'event.site_live',
	sponsor,
});

const isLive = ({ event }: Notice, seen: Compared): boolean =>
	seen
		.all('site')
		.some((row) => isSameEvent(stateOf<Pick<KnownSponsor, 'event'>>(row)?.event ?? {}, event));

/**
 * Sponsors come from a list of the organiser's own, which may know the event by its number, by its
 * name, or not at all where there is only one.
 */
function isSameEvent(one: KnownSponsor['event'], other: Notice['event']): boolean {
	const same = (text?: string, another?: string) =>
		text !== undefined && text.trim().toLowerCase() === another?.trim().toLowerCase();
	if (one.id === undefined && one.name === undefined) return true;
	if (other.id === undefined && other.name === undefined) return true;
	return same(one.id, other.id) || same(one.name, other.name) || same(one.id, other.name);
}

const nameHash = ({ email, company, name }: Person): string =>
	hashOf((email ?? company ?? name ?? '').trim().toLowerCase());

function write(
	key: string,
	notice: Notice,
	person: Person,
	state: SponsorState,
	known: KnownSponsor | undefined,
	seen: Compared,
): void {
	const { hash, defaultCountry } = seen.options;
	const { phone, email } = fingerprint(person, hash, defaultCountry);
	const next: KnownSponsor = {
		...withReport(known ?? { changes: 0 }, notice.id),
		state,
		person,
		event: { id: notice.event.id, name: notice.event.name },
	};
	const row: SeenRow = {
		key,
		about: aboutOf(notice) as string,
		kind: 'sponsor',
		event: notice.event.id ?? '',
		state: JSON.stringify(next),
		changedAt: later(notice.occurredAt, seen.row(key)?.changedAt),
		people: peopleText([phone, email]),
	};
	seen.write(row);
}
