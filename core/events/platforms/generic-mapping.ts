import type { ReportType } from '../notice';

const personFields = [
	...(['id', 'name', 'firstName', 'lastName', 'email', 'phone', 'locale'] as const),
	'company',
] as const;
const people = ['buyer', 'attendee', 'speaker', 'sponsor', 'previous.attendee'] as const;

export type PersonField = (typeof personFields)[number];
export type PersonPlace = (typeof people)[number] | 'tickets.attendee' | 'speakers';

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
	'event.ticketName',
	'order.id',
	'order.number',
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
	'sponsorState',
	'speakers',
	...[...people, 'tickets.attendee' as const, 'speakers' as const].flatMap((place) =>
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
	 * value. `tickets` and `speakers` are paths of lists; the fields below them are read from each
	 * element.
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

/** In a notice of ours the lists stand elsewhere, and what is below them is read from each element. */
const LISTS = { tickets: 'order.tickets', speakers: 'speakers' };

function ownPath(field: MappedField): string {
	for (const [list, path] of Object.entries(LISTS)) {
		if (field === list) return path;
		if (field.startsWith(`${list}.`)) return field.slice(list.length + 1);
	}
	return field;
}

/** Reads a notice written in our own shape, e.g. by a Code node or a form. */
export const canonicalMapping: GenericMapping = {
	fields: Object.fromEntries(mappedFields.map((field) => [field, ownPath(field)])),
};
