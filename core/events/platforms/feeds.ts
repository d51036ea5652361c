import { automationIds, type AutomationId } from '../automations';

/** What platforms can report, by groups of triggers. */
const groups = {
	registration: ['attendee.registration_confirmed', 'buyer.registration_confirmed'],
	reassignment: ['attendee.ticket_reassigned'],
	cancellation: ['attendee.order_cancelled', 'buyer.order_cancelled'],
	speakers: ['speaker.added_to_session', 'speaker.removed_from_session'],
	website: ['sponsor.welcomed'],
	proposals: ['sponsor.proposal_denied', 'sponsor.proposal_acknowledged'],
} as const satisfies Record<string, readonly AutomationId[]>;

/** The triggers of these groups, in the order of the ten. */
export function feeds(...named: ReadonlyArray<keyof typeof groups>): AutomationId[] {
	const fed = new Set<AutomationId>(named.flatMap((group) => [...groups[group]]));
	return automationIds.filter((id) => fed.has(id));
}
