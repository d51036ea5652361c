import { compact } from '../../webhooks/json';
import type { Notice, Person } from '../notice';
import type { Compared } from './comparison';
import { fingerprint, isSamePerson, type Fingerprint } from './holder';
import { withReport, type Reports } from './seen-row';
import type { PaymentState } from './unpaid';

/** What is remembered of a ticket. */
export interface TicketState extends Reports, PaymentState {
	holder: Fingerprint;
	/** For `previous_holder` in the message to the next one. */
	name?: string;
	/** Who held it before the last change. */
	previous?: string;
	/** The last change was found in an update; the platform may say it once more as what it is. */
	byUpdate?: boolean;
	/** The hash of a phone that was left behind by the holder before. */
	stalePhone?: string;
	/** The report by which it became known. */
	registered?: string;
	/** An update came before the registration: whom it named, and in which report. */
	early?: { id: string; person: Person };
	/**
	 * The registration that told what the early update meant: answered once more, as by another flow, it
	 * tells the same again.
	 */
	late?: { registration: string; id: string; person: Person };
}

/** What is remembered of a ticket with a new holder. A registration that still comes is of an earlier one. */
export const changed = (notice: Notice, now: Fingerprint, before?: TicketState): TicketState => ({
	...withReport(before ?? { changes: 0 }, notice.id),
	holder: now,
	registered: before?.registered,
	previous: before?.name,
	// Between two names for one person the phone says nothing.
	stalePhone:
		before && !isSamePerson(before.holder, now) ? leftBehind(before.holder, now) : undefined,
});

/** The same person by at least one thing, and not only for want of anything to compare. */
export const isKnown = (before: Fingerprint, now: Fingerprint): boolean =>
	isSamePerson(before, now) &&
	(['email', 'phone', 'name'] as const).some(
		(part) => now[part] !== undefined && now[part] === before[part],
	);

/** A platform keeps the phone of the former holder until somebody corrects it. */
export const leftBehind = (before: Fingerprint, now: Fingerprint): string | undefined =>
	now.phone === before.phone ? now.phone : undefined;

/** The new holder without the number of the one before, who must get nothing. */
export function reachable(holder: Person, { stalePhone }: TicketState, seen: Compared): Person {
	const { hash, defaultCountry } = seen.options;
	const { phone } = fingerprint(holder, hash, defaultCountry);
	const isStale = phone !== undefined && phone === stalePhone;
	return isStale ? compact({ ...holder, phone: undefined }) : holder;
}
