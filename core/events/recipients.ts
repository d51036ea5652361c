import { automationsFor, type Audience, type Automation } from './automations';
import type { Notice, NoticeTicket, Person } from './notice';
import { partiesOf, type Party } from './order-parties';
import { phoneKey } from './reachable-people';
import { countTickets } from './variables';

/** One way to tell a person: with this automation, about these tickets. */
export interface Candidate {
	automation: Automation;
	person: Person;
	tickets: NoticeTicket[];
}

/** One phone to write to, with the ways to do it, best first. */
export interface Recipient {
	/** Undefined where there is no phone to write to. */
	phoneKey?: string;
	candidates: Candidate[];
}

/** Who is to be told, and how. The notices must be of one type and one order, session or sponsor. */
export function recipientsOf(notices: readonly Notice[], defaultCountry?: string): Recipient[] {
	const [first] = notices;
	if (first === undefined) return [];
	const automations = automationsFor(first.type);
	const of = (audience: Audience) => automations.find((row) => row.audience === audience);
	const [attendee, buyer] = [of('attendee'), of('buyer')];
	if (attendee || buyer) {
		return partiesOf(notices, defaultCountry)
			.map((party) => ({
				phoneKey: party.phoneKey,
				candidates: waysToTell(party, attendee, buyer),
			}))
			.filter(({ candidates }) => candidates.length > 0);
	}
	return automations.flatMap((automation) => {
		const person = automation.audience === 'speaker' ? first.speaker : first.sponsor;
		if (person === undefined) return [];
		const key = person.phone === undefined ? undefined : phoneKey(person.phone, defaultCountry);
		return [{ phoneKey: key, candidates: [{ automation, person, tickets: [] }] }];
	});
}

/**
 * One ticket: the attendee's template. Several, held on this phone or bought by it: the buyer's, with
 * count and names. The other one stands in where the better is switched off.
 */
function waysToTell(
	party: Party,
	attendeeRow: Automation | undefined,
	buyerRow: Automation | undefined,
): Candidate[] {
	const several = countTickets(party.tickets) > 1;
	const asAttendee = party.attendee &&
		attendeeRow && { automation: attendeeRow, person: party.attendee, tickets: party.held };
	const buyer = party.buyer ?? (several ? party.attendee : undefined);
	const asBuyer = buyer &&
		buyerRow && { automation: buyerRow, person: buyer, tickets: party.tickets };
	const ways = several ? [asBuyer, asAttendee] : [asAttendee, asBuyer];
	return ways.filter((way) => way !== undefined);
}
