import { guidOf, lettersOf } from '../codes.ts';
import type { TicketingEvent } from '../event.ts';
import type { Happened, Happening, TicketHappening } from '../happening.ts';
import { fullName } from '../person.ts';
import type { Seal, TicketingPlatform, TicketingWebhook } from '../platform.ts';
import { changedTickets, type Order, type Session, type Speaker, type Ticket } from '../records.ts';

/**
 * Cvent: a token of the organiser's choice in `Authorization`; `message` is a batch, and
 * `/<EventType>/<message stub>` stands after the address. When an address is added, a GET must be
 * answered 200. Shapes: developers.cvent.com, Webhooks, JSON Messages ("Event Registration
 * Cancelled", "Substituted into Event Registration", "Speaker Modified", "Session Created",
 * "Technical Requirements"); `InviteeOrGuestAccepted`, `SpeakerCreated` with `presenterAt` and
 * `SessionUpdated` with the stubs of its `speakers` are what a public consumer reads. A substituted
 * person comes without a mobile phone, and a speaker without any.
 */
export const cvent: TicketingPlatform = {
	id: 'cvent',
	name: 'Cvent',
	arrival: 'webhook',
	actions: [
		...(['register', 'reassign', 'update-ticket', 'cancel-ticket', 'cancel-order'] as const),
		...(['add-speaker', 'remove-speaker'] as const),
	],
	cannot: {
		pay: 'No message of Cvent that says that an order has been paid is known.',
		'go-live': 'Cvent has no webhook for the website going live: only "event modified".',
	},
	retry: { asksFirst: true },
	webhooks: (happening, seal) =>
		reportsOf(happening).map(([type, batch], at) => {
			return webhookOf(type, batch, guidOf(`${happening.number} ${at}`), happening, seal);
		}),
};

type Report = [type: string, batch: object[]];

function reportsOf(happening: Happening): Report[] {
	const { event, occurredAt } = happening;
	switch (happening.action) {
		case 'register':
		case 'cancel-order': {
			const { action, order } = happening;
			const type = action === 'register' ? 'InviteeOrGuestAccepted' : 'InviteeOrGuestCancelled';
			const tickets = action === 'register' ? order.tickets : changedTickets(order);
			return [[type, tickets.map((ticket) => inviteeOf(event, order, ticket, occurredAt))]];
		}
		case 'reassign':
			return [['InviteeSubstitutedInAnEvent', [substitutionOf(happening)]]];
		case 'update-ticket':
		case 'cancel-ticket': {
			const cancelled = happening.action === 'cancel-ticket';
			const { order, ticket } = happening;
			return [
				[
					// "Registration modified": what Cvent writes there is a guess from the others' names.
					cancelled ? 'InviteeOrGuestCancelled' : 'InviteeOrGuestModified',
					[inviteeOf(event, order, ticket, occurredAt)],
				],
			];
		}
		case 'add-speaker':
		case 'remove-speaker': {
			const { action, session, speaker } = happening;
			return [
				[
					action === 'add-speaker' ? 'SpeakerCreated' : 'SpeakerUpdated',
					[speakerOf(event, session, speaker, occurredAt)],
				],
				['SessionUpdated', [sessionOf(event, session, occurredAt)]],
			];
		}
		default:
			return [];
	}
}

function webhookOf(
	type: string,
	batch: object[],
	stub: string,
	{ occurredAt }: Happening,
	{ secret }: Seal,
): TicketingWebhook {
	return {
		name: type,
		body: JSON.stringify({
			eventType: type,
			messageTime: occurredAt,
			messageStub: stub,
			message: batch,
		}),
		headers: {
			'Content-Type': 'application/json',
			'User-Agent': 'Cvent-Webhooks',
			'Request-ID': guidOf(`request ${stub}`),
			...(secret === undefined ? {} : { Authorization: secret }),
		},
		path: `/${type}/${stub}`,
	};
}

const ALPHABET = 'BCDFGHJKLMNPQRSTVWXYZ23456789';

const stubOf = (what: string): string => guidOf(what).toUpperCase();

const ACCOUNT = stubOf('account');

function inviteeOf(
	event: TicketingEvent,
	order: Order,
	ticket: Ticket,
	occurredAt: string,
): object {
	const { holder } = ticket;
	const isGuest = ticket !== order.tickets[0];
	return {
		contactStub: stubOf(`contact ${ticket.holderId}`),
		inviteeStub: stubOf(`invitee ${ticket.id}`),
		eventStub: stubOf(event.id),
		accountStub: ACCOUNT,
		isGuest,
		updatedDate: occurredAt.slice(0, 10),
		registrationDate: order.placedAt.slice(0, 10),
		prefix: '',
		firstName: holder.firstName,
		lastName: holder.lastName,
		fullName: fullName(holder),
		email: holder.email,
		mobilePhone: holder.phone,
		homePhone: '',
		workPhone: '',
		confirmationNumber: lettersOf(ticket.id, ALPHABET, 11),
		responseMethod: 'Self-Responded',
		registrationType: '',
		admissionItem: ticket.ticketName,
		customFields:
			ticket.diet === undefined ? [] : [{ id: stubOf('diet'), name: 'Diet', value: ticket.diet }],
		eventForInvitee: {
			eventTitle: event.name,
			eventLocation: event.venue,
			eventStartDate: localTime(event.startsAt),
			eventEndDate: localTime(event.endsAt),
			eventDescription: '',
			eventCode: lettersOf(event.id, ALPHABET, 11),
			// Cvent writes "Eastern Time"; what it calls other zones is not known, so the IANA name.
			eventTimeZoneName: event.timeZone,
		},
		orders: [
			{
				orderNumber: lettersOf(order.id, ALPHABET, 11),
				orderDate: order.placedAt.slice(0, 10),
				orderDetails: [
					{
						productName: ticket.ticketName,
						orderFee: '0.00',
						orderQuantity: 1,
						orderAmount: '90.00',
						paidAmount: order.paidAt === undefined ? '0.00' : '90.00',
						orderType: 'charge',
						registrant: {
							name: `${holder.lastName}, ${holder.firstName}`,
							isGuest,
							inviteeStub: stubOf(`invitee ${ticket.id}`),
						},
					},
				],
			},
		],
	};
}

function substitutionOf(happening: Happened & TicketHappening): object {
	const { event, occurredAt, previousId, ticket } = happening;
	const { holder } = ticket;
	return {
		zip: '',
		newContactStub: stubOf(`contact ${ticket.holderId}`),
		city: '',
		address_1: '',
		address_2: '',
		phone_work: holder.phone,
		oldContactStub: stubOf(`contact ${previousId}`),
		last_name: holder.lastName,
		visible_on_attendee_list: 1,
		organization_name: '',
		title: '',
		inviteeStub: stubOf(`invitee ${ticket.id}`),
		createdDate: `${occurredAt.slice(0, 10)} ${occurredAt.slice(11, 23)}`,
		registration_code: lettersOf(ticket.id, ALPHABET, 11),
		createdBy: '(Cvent - organiser) Organiser',
		eventStub: stubOf(event.id),
		remote_avatar_url: '',
		accountStub: ACCOUNT,
		state: '',
		first_name: holder.firstName,
		email: holder.email,
	};
}

function speakerOf(
	event: TicketingEvent,
	session: Session,
	speaker: Speaker,
	occurredAt: string,
): object {
	const speaks = session.speakers.some(({ id }) => id === speaker.id);
	return {
		speakerEmail: speaker.email,
		linkedInUrl: '',
		twitterUrl: '',
		speakerFirstName: speaker.firstName,
		updatedDate: occurredAt.slice(0, 10),
		speakerDisplayName: fullName(speaker),
		speakerBiography: '',
		facebookUrl: '',
		speakerCompany: '',
		speakerTitle: '',
		presenterAt: speaks ? [stubOf(`session ${session.id}`)] : [],
		eventStub: stubOf(event.id),
		accountStub: ACCOUNT,
		speakerStub: stubOf(`speaker ${speaker.id}`),
		speakerLastName: speaker.lastName,
	};
}

function sessionOf(event: TicketingEvent, session: Session, occurredAt: string): object {
	return {
		sessionCode: '',
		sessionEndDateTime: `${session.endsAt.slice(0, 19)}.000`,
		capacityType: 'unlimited',
		sessionDescription: '',
		sessionName: session.title,
		updatedDate: occurredAt.slice(0, 10),
		sessionStub: stubOf(`session ${session.id}`),
		sessionStartDateTime: `${session.startsAt.slice(0, 19)}.000`,
		sessionState: 'open',
		eventStub: stubOf(event.id),
		timezoneName: event.timeZone,
		accountStub: ACCOUNT,
		included: false,
		status: 'Active',
		speakers: session.speakers.map(({ id }) => stubOf(`speaker ${id}`)),
		speakerCategory: session.speakers.map(() => 'Speaker'),
	};
}

/** `2018-04-30 18:00:00.0`, in the event's own time. */
const localTime = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 19)}.0`;
