import type { Notice, NoticeTicket, Person } from './notice';
import { ticketsOf } from './order-tickets';
import { phoneKey, withPhone } from './reachable-people';

/** Everyone of one order who shares a phone: they get one message. */
export interface Party {
	/** Normalised; undefined where the person has no phone. */
	phoneKey?: string;
	/** The first attendee on this phone. */
	attendee?: Person;
	/** Set where this phone bought the order. */
	buyer?: Person;
	/** Tickets held on this phone. */
	held: NoticeTicket[];
	/** For the buyer every ticket of the order, for others those held. */
	tickets: NoticeTicket[];
}

/** Who is to be told about an order, one party per phone. The notices must be of one order. */
export function partiesOf(notices: readonly Notice[], defaultCountry?: string): Party[] {
	const tickets = ticketsOf(notices);
	const buyer = buyerOf(notices);
	const people = [buyer, ...tickets.map(({ attendee }) => attendee)].filter(
		(person) => person !== undefined,
	);
	const parties = new Map<string, Party>();

	const join = (person: Person): { party: Party; person: Person } => {
		const reachable = withPhone(person, people, defaultCountry);
		const key =
			reachable.phone === undefined ? undefined : phoneKey(reachable.phone, defaultCountry);
		const identity = key ?? nobody(person);
		const party: Party = parties.get(identity) ?? { phoneKey: key, held: [], tickets: [] };
		parties.set(identity, party);
		return { party, person: reachable };
	};

	for (const ticket of tickets) {
		if (ticket.attendee === undefined) continue;
		const { party, person } = join(ticket.attendee);
		party.attendee ??= person;
		party.held.push(ticket);
		party.tickets.push(ticket);
	}
	if (buyer !== undefined) {
		const { party, person } = join(buyer);
		party.buyer = person;
		party.tickets = tickets;
	}
	return [...parties.values()];
}

/** Of several reports the one that gives a phone. */
function buyerOf(notices: readonly Notice[]): Person | undefined {
	const named = notices.map(({ buyer }) => buyer).filter((buyer) => buyer !== undefined);
	return named.find(({ phone }) => phone !== undefined) ?? named[0];
}

/** Without a phone there is nobody to reach, but each person is named once. */
const nobody = ({ email, name, firstName }: Person): string =>
	`none:${(email ?? name ?? firstName ?? '').toLowerCase()}`;
