import type { ReportType } from '../notice';

const personFields = ['id', 'name', 'firstName', 'lastName', 'email', 'phone', 'locale'] as const;
const people = ['buyer', 'attendee', 'speaker', 'sponsor', 'previous.attendee'] as const;

export type PersonField = (typeof personFields)[number];
export type PersonPlace = (typeof people)[number] | 'tickets.attendee';

/** Every field of ours a mapping can fill. */
export const mappedFields = [
	'type',
	'id',
	'occurredAt',
	'version',
	'locale',
	'test',
	'consent',
	'event.id',
	'event.name',
	'event.startsAt',
	'event.endsAt',
	'event.timeZone',
	'event.url',
	'event.venue',
	'order.id',
	'order.payment',
	'order.paid',
	'order.total',
	'order.amountOwed',
	'ticket.id',
	'ticket.name',
	'ticket.url',
	'tickets',
	'tickets.id',
	'tickets.name',
	'tickets.url',
	'tickets.quantity',
	'session.id',
	'session.title',
	'session.startsAt',
	'session.room',
	'sponsor.company',
	'sponsorState',
	...[...people, 'tickets.attendee' as const].flatMap((place) =>
		personFields.map((field) => `${place}.${field}` as const),
	),
] as const;

export type MappedField = (typeof mappedFields)[number];

/** How to read any JSON as notices. Plain data: it can be kept in a node's parameter. */
export interface GenericMapping {
	/** Path to a list, where one body carries several reports; each element is read on its own. */
	items?: string;
	/** What the platform calls a happening → our notice type. Our own names need no row. */
	types?: Readonly<Record<string, ReportType>>;
	/**
	 * Our field → path into the body (`tickets[0].name`, `["first name"]`), or `=text` for a fixed
	 * value. `tickets` is the path of a list; the fields below it are read from each element.
	 */
	fields: Readonly<Partial<Record<MappedField, string>>>;
}

const TICKET = 'tickets[0]';

/**
 * The default: the body of a Chobble Tickets server, as captured from one
 * (examples/generic/README.md). The person who registers is buyer and attendee at once.
 */
export const capturedTicketServerMapping: GenericMapping = {
	fields: {
		type: 'notification_type',
		occurredAt: 'timestamp',
		'event.id': `${TICKET}.listing_slug`,
		'event.name': `${TICKET}.listing_name`,
		'event.startsAt': `${TICKET}.date`,
		'order.id': `${TICKET}.ticket_token`,
		'order.total': 'price_paid',
		'order.amountOwed': 'amount_owed',
		'ticket.url': 'ticket_url',
		tickets: 'tickets',
		'tickets.name': 'listing_name',
		'tickets.quantity': 'quantity',
		'buyer.name': 'name',
		'buyer.email': 'email',
		'buyer.phone': 'phone',
		'attendee.name': 'name',
		'attendee.email': 'email',
		'attendee.phone': 'phone',
	},
};

/** Reads a notice written in our own shape, e.g. by a Code node or a form. */
export const canonicalMapping: GenericMapping = {
	fields: {
		...Object.fromEntries(
			mappedFields.filter((field) => !field.startsWith('tickets')).map((field) => [field, field]),
		),
		tickets: 'order.tickets',
		...Object.fromEntries(
			mappedFields
				.filter((field) => field.startsWith('tickets.'))
				.map((field) => [field, field.slice('tickets.'.length)]),
		),
	},
};
