import { compact } from '../../webhooks/json';
import type { Notice, NoticeTicket, Person } from '../notice';
import { ticketsOf } from '../order-tickets';
import { later, type Compared } from './comparison';
import { fingerprint, isSamePerson } from './holder';
import {
	aboutOf,
	overtaken,
	peopleText,
	stateOf,
	ticketKey,
	withReport,
	type SeenRow,
} from './seen-row';
import { changed, isKnown, leftBehind, reachable, type TicketState } from './ticket-state';
import { isPaidNow, isUnpaid } from './unpaid';

/** A ticket with its number: others cannot be recognised again. */
type KnownTicket = NoticeTicket & { id: string };

/** Of a report that names neither its order nor its ticket, none: no row could be found again. */
const knownTickets = (notice: Notice): KnownTicket[] =>
	aboutOf(notice) === undefined
		? []
		: ticketsOf([notice]).filter((ticket): ticket is KnownTicket => ticket.id !== undefined);

/** A registration goes on as it is; who holds its tickets is remembered. */
export function seeRegistration(notice: Notice, seen: Compared): void {
	const tickets = knownTickets(notice);
	if (notice.onlyIfNew && tickets.length > 0 && tickets.every(isRegistered(notice, seen))) {
		seen.unchanged++;
		return;
	}
	seen.notices.push(notice);
	for (const ticket of tickets) {
		const holder = ticket.attendee ?? notice.buyer;
		if (holder === undefined) continue;
		const row = seen.row(ticketKey(notice, ticket.id));
		const state = stateOf<TicketState>(row);
		if (state === undefined) {
			const registered = { ...newState, registered: notice.id, ...unpaidOf(notice) };
			write(notice, ticket, holder, registered, seen);
		} else if (isUnpaid(notice)) {
			staysUnpaid(row, state, seen);
		} else if (state.unpaid) {
			const { unpaid: _unpaid, early: _early, ...paid } = state;
			write(notice, ticket, holder, { ...paid, registered: notice.id }, seen);
		} else if (state.early !== undefined) {
			afterEarlyUpdate(notice, ticket, holder, state, seen);
		} else if (row !== undefined && state.late?.registration === notice.id) {
			tellLate(notice, ticket, row, state, seen);
		}
	}
}

const newState: TicketState = { holder: {}, changes: 0 };

const unpaidOf = (notice: Notice) => (isUnpaid(notice) ? { unpaid: true as const } : {});

/** Before it is paid nobody is told who holds it; an update may have come first. */
function staysUnpaid(row: SeenRow | undefined, state: TicketState, seen: Compared): void {
	const { early, ...rest } = state;
	if (row === undefined || early === undefined) return;
	seen.write({ ...row, state: JSON.stringify({ ...rest, unpaid: true }) });
}

/** By another report than this one: the same one is answered again, in case it was lost. */
const isRegistered =
	(notice: Notice, seen: Compared) =>
	({ id }: KnownTicket): boolean => {
		const state = stateOf<TicketState>(seen.row(ticketKey(notice, id)));
		const wasTold = state !== undefined && state.early === undefined && !state.unpaid;
		return wasTold && ![state.registered, state.late?.registration].includes(notice.id);
	};

/** The update overtook the registration: only now can be told that it changed hands. */
function afterEarlyUpdate(
	notice: Notice,
	ticket: KnownTicket,
	holder: Person,
	{ early, ...state }: TicketState,
	seen: Compared,
): void {
	const { id, person } = early as NonNullable<TicketState['early']>;
	const { hash, defaultCountry } = seen.options;
	const row = seen.row(ticketKey(notice, ticket.id)) as SeenRow;
	const first = fingerprint(holder, hash, defaultCountry);
	if (isSamePerson(first, state.holder)) {
		seen.write({ ...row, state: JSON.stringify(state) });
		return;
	}
	const next = {
		...state,
		...withReport(state, id),
		previous: holder.name,
		stalePhone: leftBehind(first, state.holder),
		late: { registration: notice.id, id, person },
	};
	seen.write({ ...row, state: JSON.stringify(next) });
	tellLate(notice, ticket, row, next, seen);
}

function tellLate(
	notice: Notice,
	ticket: KnownTicket,
	{ changedAt }: SeenRow,
	state: TicketState,
	seen: Compared,
): void {
	const { id, person } = state.late as NonNullable<TicketState['late']>;
	const update = { ...notice, id, occurredAt: changedAt };
	seen.notices.push(handedOver(update, ticket, reachable(person, state, seen), state));
}

/**
 * A platform that says so itself: told unless an update has told it already. Whether it was sent
 * before the sender knows.
 */
export function seeReassignment(notice: Notice, seen: Compared): void {
	const [ticket] = knownTickets({ ...notice, order: compact({ id: notice.order?.id }) });
	const holder = notice.attendee;
	if (ticket === undefined || holder === undefined) {
		seen.notices.push(notice);
		return;
	}
	const { hash, defaultCountry } = seen.options;
	const row = seen.row(ticketKey(notice, ticket.id));
	const state = stateOf<TicketState>(row);
	const now = fingerprint(holder, hash, defaultCountry);
	if (row !== undefined && state?.by !== notice.id) {
		const toldBefore = state?.byUpdate === true && isKnown(state.holder, now);
		const reason = toldBefore
			? 'already_known'
			: overtaken(notice, state ?? { changes: 0 }, row.changedAt);
		if (reason !== undefined) return seen.leave(notice, reason);
	}
	const next = state?.by === notice.id ? state : changed(notice, now, state);
	if (next !== state) write(notice, ticket, holder, next, seen);
	const previous = notice.previous ?? (next.previous && { attendee: { name: next.previous } });
	seen.notices.push({
		...notice,
		attendee: reachable(holder, next, seen),
		version: notice.version ?? String(next.changes),
		...(previous && { previous }),
	});
}

/** A platform that only says "updated": a new holder is told, anything else is remembered. */
export function seeUpdate(notice: Notice, seen: Compared): void {
	const tickets = knownTickets(notice).map((ticket) => ({
		ticket,
		holder: ticket.attendee ?? notice.attendee ?? notice.buyer,
		state: stateOf<TicketState>(seen.row(ticketKey(notice, ticket.id))),
	}));
	const isRegistration = isPaidNow(
		notice,
		tickets.map(({ state }) => state),
	);
	if (isRegistration) {
		seen.notices.push({ ...notice, id: `${notice.id}#paid`, type: 'registration.completed' });
	}
	for (const { ticket, holder, state } of tickets) {
		if (holder === undefined) {
			seen.unchanged++;
		} else if (isRegistration) {
			const { unpaid: _unpaid, early: _early, ...paid } = state ?? newState;
			write(notice, ticket, holder, { ...paid, paidIn: notice.id }, seen);
		} else if (state?.unpaid) {
			seen.unchanged++;
			write(notice, ticket, holder, state, seen);
		} else {
			seeHolder(notice, ticket, holder, seen);
		}
	}
}

function seeHolder(notice: Notice, ticket: KnownTicket, holder: Person, seen: Compared): void {
	const { hash, defaultCountry } = seen.options;
	const row = seen.row(ticketKey(notice, ticket.id));
	const state = stateOf<TicketState>(row);
	if (row === undefined || state === undefined) {
		const early = { id: notice.id, person: holder };
		write(notice, ticket, holder, { ...newState, early, ...unpaidOf(notice) }, seen);
		return seen.leave({ ...notice, attendee: holder }, 'first_seen');
	}
	if (state.by === notice.id) {
		seen.notices.push(handedOver(notice, ticket, reachable(holder, state, seen), state));
		return;
	}
	const reason = overtaken(notice, state, row.changedAt);
	if (reason !== undefined) return seen.leave({ ...notice, attendee: holder }, reason);
	const now = fingerprint(holder, hash, defaultCountry);
	if (isSamePerson(state.holder, now)) {
		seen.unchanged++;
		const early = state.early && { id: notice.id, person: holder };
		return write(notice, ticket, holder, { ...state, ...(early && { early }) }, seen);
	}
	const next = { ...changed(notice, now, state), byUpdate: true };
	write(notice, ticket, holder, next, seen);
	seen.notices.push(handedOver(notice, ticket, reachable(holder, next, seen), next));
}

const handedOver = (
	notice: Notice,
	ticket: KnownTicket,
	holder: Person,
	{ changes, previous }: Pick<TicketState, 'changes' | 'previous'>,
): Notice =>
	compact({
		...notice,
		id: `${notice.id}#${ticket.id}`,
		type: 'ticket.reassigned',
		version: String(changes),
		// Without the order's other tickets: nobody else is told.
		order: compact({ id: notice.order?.id }),
		ticket: { ...ticket, attendee: undefined },
		attendee: holder,
		previous: previous === undefined ? undefined : { attendee: { name: previous } },
	});

function write(
	notice: Notice,
	ticket: KnownTicket,
	holder: Person,
	state: TicketState,
	seen: Compared,
): void {
	const { hash, defaultCountry } = seen.options;
	const now = fingerprint(holder, hash, defaultCountry);
	const key = ticketKey(notice, ticket.id);
	seen.write({
		key,
		about: aboutOf(notice) as string,
		kind: 'ticket',
		event: notice.event.id ?? '',
		state: JSON.stringify({ ...state, holder: now, name: holder.name ?? holder.firstName }),
		changedAt: later(notice.occurredAt, seen.row(key)?.changedAt),
		people: peopleText([now.phone, now.email]),
	});
}
