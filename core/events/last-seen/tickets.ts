import { compact } from '../../webhooks/json';
import type { Notice, NoticeTicket, Person } from '../notice';
import { ticketsOf } from '../order-tickets';
import { later, type Compared } from './comparison';
import { fingerprint, isSamePerson, type Fingerprint } from './holder';
import {
	aboutOf,
	overtaken,
	peopleText,
	stateOf,
	ticketKey,
	withReport,
	type Reports,
	type SeenRow,
} from './seen-row';
import { isPaidNow, isUnpaid, type PaymentState } from './unpaid';

interface TicketState extends Reports, PaymentState {
	holder: Fingerprint;
	/** For `previous_holder` in the message to the next one. */
	name?: string;
	/** Who held it before the last change. */
	previous?: string;
	/** An update came before the registration: whom it named, and in which report. */
	early?: { id: string; person: Person };
}

/** A ticket with its number: others cannot be recognised again. */
type KnownTicket = NoticeTicket & { id: string };

/** Of a report that names neither its order nor its ticket, none: no row could be found again. */
const knownTickets = (notice: Notice): KnownTicket[] =>
	aboutOf(notice) === undefined
		? []
		: ticketsOf([notice]).filter((ticket): ticket is KnownTicket => ticket.id !== undefined);

/** A registration goes on as it is; who holds its tickets is remembered. */
export function seeRegistration(notice: Notice, seen: Compared): void {
	seen.notices.push(notice);
	for (const ticket of knownTickets(notice)) {
		const holder = ticket.attendee ?? notice.buyer;
		if (holder === undefined) continue;
		const row = seen.row(ticketKey(notice, ticket.id));
		const state = stateOf<TicketState>(row);
		if (state === undefined) {
			write(notice, ticket, holder, { ...newState, ...unpaidOf(notice) }, seen);
		} else if (isUnpaid(notice)) {
			staysUnpaid(row, state, seen);
		} else if (state.unpaid) {
			const { unpaid: _unpaid, early: _early, ...paid } = state;
			write(notice, ticket, holder, paid, seen);
		} else if (state.early !== undefined) {
			afterEarlyUpdate(notice, ticket, holder, state, seen);
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
	const next = { ...state, ...withReport(state, id), previous: holder.name };
	seen.write({ ...row, state: JSON.stringify(next) });
	seen.notices.push(handedOver({ ...notice, id, occurredAt: row.changedAt }, ticket, person, next));
}

/** A platform that says so itself: told in any case, the sender knows whether it was told before. */
export function seeReassignment(notice: Notice, seen: Compared): void {
	const [ticket] = knownTickets({ ...notice, order: compact({ id: notice.order?.id }) });
	const holder = notice.attendee;
	if (ticket === undefined || holder === undefined) {
		seen.notices.push(notice);
		return;
	}
	const row = seen.row(ticketKey(notice, ticket.id));
	const state = stateOf<TicketState>(row);
	if (row !== undefined && state?.by !== notice.id) {
		const reason = overtaken(notice, state ?? { changes: 0 }, row.changedAt);
		if (reason !== undefined) return seen.leave(notice, reason);
	}
	const next =
		state?.by === notice.id
			? state
			: { ...withReport(state ?? { changes: 0 }, notice.id), holder: {}, previous: state?.name };
	if (next !== state) write(notice, ticket, holder, next, seen);
	const previous = notice.previous ?? (next.previous && { attendee: { name: next.previous } });
	seen.notices.push({
		...notice,
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
		seen.notices.push(handedOver(notice, ticket, holder, state));
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
	// A registration that still comes is of an earlier holder.
	const next = { ...withReport(state, notice.id), holder: now, previous: state.name };
	write(notice, ticket, holder, next, seen);
	seen.notices.push(handedOver(notice, ticket, holder, next));
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
