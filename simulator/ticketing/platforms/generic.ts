import { ACTIONS, type Action, type Happening } from '../happening.ts';
import { fullName, type Person } from '../person.ts';
import type { TicketingPlatform } from '../platform.ts';
import type { Order, Ticket } from '../records.ts';

/**
 * Any server that posts JSON, with a secret in `X-Webhook-Secret`: a notice in the shape that the
 * product itself documents, as a form, a CRM or a few lines of code would write it. All of them
 * tell the person, the ticket and the order in the same words, so what was registered and what
 * becomes of it agree. A server's own shape, which a mapping reads, is examples/generic.
 */
export const generic: TicketingPlatform = {
	id: 'generic',
	name: 'Any ticketing server (JSON)',
	arrival: 'webhook',
	actions: ACTIONS,
	webhooks: (happening, { secret }) => [
		{
			name: TYPES[happening.action],
			body: JSON.stringify(noticeBody(happening)),
			headers: {
				'Content-Type': 'application/json',
				...(secret === undefined ? {} : { 'X-Webhook-Secret': secret }),
			},
		},
	],
};

/** What each action is called in a notice. */
const TYPES: Record<Action, string> = {
	register: 'registration.completed',
	pay: 'registration.completed',
	reassign: 'ticket.reassigned',
	'update-ticket': 'ticket.updated',
	'cancel-ticket': 'ticket.cancelled',
	'cancel-order': 'order.cancelled',
	'add-speaker': 'session.speaker_added',
	'remove-speaker': 'session.speaker_removed',
	'propose-sponsor': 'sponsor.proposal_received',
	'deny-sponsor': 'sponsor.proposal_denied',
	'confirm-sponsor': 'sponsor.confirmed',
	'go-live': 'event.site_live',
};

function noticeBody(happening: Happening): object {
	const { action, event, number, occurredAt } = happening;
	return {
		id: number,
		type: TYPES[action],
		occurredAt,
		version: occurredAt,
		event,
		...('ticket' in happening
			? {
					...orderParts(happening.order),
					ticket: { id: happening.ticket.id, name: happening.ticket.ticketName },
					attendee: personOf(happening.ticket.holder),
					...(action === 'reassign'
						? { previous: { attendee: personOf(happening.previous) } }
						: {}),
				}
			: 'order' in happening
				? orderParts(happening.order)
				: {}),
		...('session' in happening
			? {
					session: {
						id: happening.session.id,
						title: happening.session.title,
						startsAt: happening.session.startsAt,
						room: happening.session.room,
					},
					speaker: personOf(happening.speaker, happening.speaker.id),
				}
			: {}),
		...('sponsor' in happening
			? {
					sponsor: {
						...personOf(happening.sponsor.contact, happening.sponsor.id),
						company: happening.sponsor.company,
					},
				}
			: {}),
		...('order' in happening ? { test: happening.order.test } : { test: false }),
	};
}

function orderParts({ buyer, id, status, tickets }: Order): object {
	return {
		order: {
			id,
			payment: status === 'unpaid' ? 'unpaid' : 'paid',
			tickets: tickets.map((ticket: Ticket) => ({
				id: ticket.id,
				name: ticket.ticketName,
				attendee: personOf(ticket.holder),
			})),
		},
		buyer: personOf(buyer),
	};
}

function personOf(person: Person, id?: string): object {
	const { consent: _consent, lastName: _lastName, ...known } = person;
	return { ...(id === undefined ? {} : { id }), name: fullName(person), ...known };
}
