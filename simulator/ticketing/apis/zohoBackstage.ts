import type { Answer, Request, Router } from '../../http/router.ts';
import type { TicketingDesk } from '../desk.ts';
import { classIdOf, zohoBackstage } from '../platforms/zohoBackstage.ts';
import type { Speaker, Ticket } from '../records.ts';

const ID = 'zoho-backstage';
const TOKENS = `/ticketing/${ID}/oauth/v2/token`;
const EVENTS = `/ticketing/${ID}/backstage/v3/portals/:portal/events`;

/**
 * REST v3 of Zoho Backstage, as far as it is asked for people, sessions and sponsors. Shapes:
 * event-platforms.md 1.1. Which sponsors are listed is documented nowhere: that they are the
 * confirmed ones is a reading of ours.
 */
export function addZohoBackstageApi(router: Router, desk: TicketingDesk): void {
	const { store } = desk;
	const list = (resource: string, of: (request: Request) => object[]) => {
		router.add('GET', `${EVENTS}/:event/${resource}`, (request) => {
			if (!isAllowed(request)) return denied();
			if (request.params['event'] !== desk.event.id) return notFound();
			return page(request, resource, of(request));
		});
	};
	// zoho.com/backstage/api/v3/generate-access-token-from-refresh-token.html; whoever asks gets one.
	router.add('POST', TOKENS, ({ query }) =>
		query.get('grant_type') === 'refresh_token' && query.get('refresh_token')
			? {
					status: 200,
					json: {
						access_token: zohoBackstage.api?.token,
						token_type: 'Bearer',
						expires_in: 3600,
					},
				}
			: { status: 400, json: { error: 'invalid_request' } },
	);
	router.add('GET', EVENTS, (request) => {
		if (!isAllowed(request)) return denied();
		const { id, name } = desk.event;
		return page(request, 'events', [{ id, name }]);
	});
	list('orders', () =>
		store.all(ID, 'order').map(({ buyer, id, tickets }) => ({
			id,
			contact: contactOf(buyer),
			tickets: tickets.map((ticket) => ({ id: ticket.id, ticket_name: ticket.ticketName })),
		})),
	);
	list('attendees', ({ params }) => {
		const orders = store.all(ID, 'order');
		const held = orders.flatMap(({ id, tickets }) => tickets.map((ticket) => ({ id, ticket })));
		const speakers = store.all(ID, 'session').flatMap((session) => session.speakers);
		return [...held, ...speakersTickets(speakers, held)].map(({ id, ticket }) => ({
			id: ticket.holderId,
			portal: params['portal'],
			event_id: desk.event.id,
			order_id: id,
			ticket_id: ticket.id,
			ticket_class_id: classIdOf(ticket),
			ticket_name: ticket.ticketName,
			status_string: ticket.status === 'valid' ? 'attending' : 'cancelled',
			contact: contactOf(ticket.holder),
		}));
	});
	list('sessions', ({ query }) =>
		store
			.all(ID, 'session')
			.filter(({ startsAt }) => dayOf(desk.event.startsAt, startsAt) === Number(query.get('day')))
			.map(({ endsAt, id, room, speakers, startsAt, title }) => ({
				id,
				title,
				description: '',
				track: null,
				hall: room,
				startTime: startsAt,
				endTime: endsAt,
				speakers: speakers.map((speaker) => ({ id: speaker.id, email: speaker.email })),
			})),
	);
	list('speakers', () => {
		const speakers = store.all(ID, 'session').flatMap((session) => session.speakers);
		return [...new Map(speakers.map((speaker) => [speaker.id, speaker])).values()].map(
			// No consumer has seen a speaker's phone number here.
			({ email, firstName, id, lastName }) => ({ id, name: firstName, last_name: lastName, email }),
		);
	});
	list('sponsors', () =>
		store
			.all(ID, 'sponsor')
			.filter(({ state }) => state === 'confirmed')
			.map(({ company, contact, id }) => ({
				id,
				company_name: company,
				contact: {
					first_name: contact.firstName,
					last_name: contact.lastName,
					email: contact.email,
				},
			})),
	);
}

/** A ticket and the number of its order. */
interface Held {
	id: string;
	ticket: Ticket;
}

/**
 * Organisers give their speakers a free ticket, and only through it does Backstage know a speaker's
 * phone: a reading of ours. Whoever has a ticket by their e-mail address needs no other.
 */
function speakersTickets(speakers: readonly Speaker[], held: readonly Held[]): Held[] {
	const addresses = held.map(({ ticket }) => ticket.holder.email.toLowerCase());
	const without = speakers.filter(({ email }) => !addresses.includes(email.toLowerCase()));
	return [...new Map(without.map((speaker) => [speaker.id, speaker])).values()].map((holder) => ({
		// Numbers are ten digits long; these are the same at each look and nobody else's.
		id: `1${holder.id}`,
		ticket: {
			id: `2${holder.id}`,
			ticketName: 'Speaker',
			holder,
			holderId: `3${holder.id}`,
			status: 'valid',
			changedAt: '',
		},
	}));
}

function isAllowed({ headers }: Request): boolean {
	return headers.authorization === `Zoho-oauthtoken ${zohoBackstage.api?.token}`;
}

function page({ query }: Request, resource: string, all: object[]): Answer {
	// Sessions are listed by day only; without one the real server fails.
	if (resource === 'sessions' && query.get('day') === null) {
		return { status: 400, json: { message: 'day is required' } };
	}
	const number = Math.max(1, Number(query.get('page')) || 1);
	const size = Math.max(1, Math.min(200, Number(query.get('per_page')) || 50));
	const pages = Math.ceil(all.length / size);
	return {
		status: 200,
		json: {
			pagination: {
				total_count: all.length,
				page: number,
				per_page: size,
				total_pages: pages,
				has_more_items: number < pages,
			},
			[resource]: all.slice((number - 1) * size, number * size),
		},
	};
}

const denied = (): Answer => ({ status: 401, json: { message: 'invalid oauth token' } });

const notFound = (): Answer => ({ status: 404, json: { message: 'no such event' } });

/** The number of the event's day, from 1. */
const dayOf = (eventStart: string, at: string): number =>
	Math.round((Date.parse(at.slice(0, 10)) - Date.parse(eventStart.slice(0, 10))) / 86_400_000) + 1;

function contactOf(person: { firstName: string; lastName: string; email: string; phone: string }) {
	return {
		first_name: person.firstName,
		last_name: person.lastName,
		email: person.email,
		mobile_no: person.phone,
	};
}
