import {
	compact,
	isObject,
	listAt,
	numberAt,
	objectAt,
	ownValue,
	textAt,
	type JsonObject,
} from '../../webhooks/json';
import type { Notice, NoticeEvent, NoticeTicket, Payment, Person } from '../notice';
import { feeds } from './feeds';
import { verifyHmac } from './hmac-signature';
import { ignore } from './ignore';
import { isoTimeOf } from './iso-time';
import { noticeId } from './notice-id';
import { personOf } from './person';
import { phoneAnswer } from './phone-question';
import type { Platform, PlatformReading, PlatformReport, ReadingOptions } from './platform';

/**
 * Ticket Tailor. Follows its developer documentation (webhook structure, configuration, security; the
 * order, issued ticket and event objects). An order names every ticket with its holder, and it alone
 * says whether it is paid. Voiding a ticket cancels no order, and changes its `updated_at`.
 */
export const ticketTailor: Platform = {
	id: 'ticket-tailor',
	name: 'Ticket Tailor',
	arrival: 'webhook',
	feeds: feeds('registration', 'reassignment', 'cancellation', 'website'),
	signature: {
		type: 'hmac-hex',
		header: 'Tickettailor-Webhook-Signature',
		description:
			'Ticket Tailor signs every webhook. Copy the shared secret from Settings → API → Webhooks.',
	},
	// Its documentation signs stamp and body without anything between, and advises five minutes.
	verify: verifyHmac({
		platform: 'Ticket Tailor',
		header: 'Tickettailor-Webhook-Signature',
		encoding: 'hex',
		secretName: 'shared secret',
		secretPlace: 'Settings → API → Webhooks in Ticket Tailor into the credential',
		stamp: { separator: '', tolerance: 300 },
	}),
	read: readTicketTailor,
};

type Read = Pick<Notice, 'type' | 'event'> & Partial<Notice>;

/** Known, and nothing to tell anybody about. */
const NOT_NEEDED = /^(ISSUED_MEMBERSHIP|WAITLIST_SIGNUP|BASKET)\.|^EVENT\.DELETED$/;

function readTicketTailor({ body, receivedAt, options }: PlatformReport): PlatformReading {
	if (!isObject(body)) return ignore('not_an_object', 'The body is not a JSON object.');
	const happened = textAt(body, 'event')?.toUpperCase() ?? '';
	const payload = objectAt(body, 'payload');
	const read = readHappening(happened, payload, options);
	if ('ignored' in read) return read;
	const notice: Notice = compact({
		...read,
		// Without the envelope: whether a retry gets a number of its own is not documented.
		id: noticeId('ticket-tailor', read.type, payload),
		source: 'ticket-tailor',
		occurredAt: read.occurredAt ?? isoTimeOf(textAt(body, 'created_at')) ?? receivedAt,
		test: false,
		raw: body,
	});
	return { notices: [notice], ignored: [] };
}

function readHappening(
	happened: string,
	payload: JsonObject,
	options?: ReadingOptions,
): Read | PlatformReading {
	switch (happened) {
		case 'ORDER.CREATED':
			return readNewOrder(payload, options);
		case 'ORDER.UPDATED':
			return readChangedOrder(payload, options);
		case 'ISSUED_TICKET.CREATED':
		case 'ISSUED_TICKET.UPDATED':
			return readIssuedTicket(happened, payload, options);
		case 'EVENT.CREATED':
		case 'EVENT.UPDATED':
			return textAt(payload, 'status') === 'published'
				? { type: 'event.site_live', event: readEvent(payload) }
				: ignore('not_needed', 'The event is not published.');
		default:
			return ignore(
				NOT_NEEDED.test(happened) ? 'not_needed' : 'unknown_event',
				happened === ''
					? 'The body has no event, so it does not say what happened.'
					: `Ticket Tailor’s webhook "${happened.slice(0, 80)}" is nothing anybody is told about.`,
			);
	}
}

/** The documentation and what is sent spell it differently. */
const isCancelled = (order: JsonObject): boolean =>
	/^cancell?ed$/.test(textAt(order, 'status') ?? '');

function readNewOrder(order: JsonObject, options?: ReadingOptions): Read | PlatformReading {
	return isCancelled(order)
		? ignore('not_complete', 'The order is cancelled.')
		: { type: 'registration.completed', ...orderParts(order, options) };
}

/** These are charged before the order is made; any other way to pay may be confirmed later. */
const PAID_AT_ONCE = /stripe|paypal|square/i;

/**
 * An update is any change. That money came for an order to be paid later is not said by itself: as
 * we read it, a completed order that costs something and was not charged at once.
 */
function readChangedOrder(order: JsonObject, options?: ReadingOptions): Read | PlatformReading {
	if (isCancelled(order)) return { type: 'order.cancelled', ...orderParts(order, options) };
	const way = textAt(objectAt(order, 'payment_method'), 'type');
	if (paymentOf(order) === 'paid' && way !== undefined && !PAID_AT_ONCE.test(way)) {
		return { type: 'registration.completed', ...orderParts(order, options), onlyIfNew: true };
	}
	return ignore('not_needed', 'The order was changed, and neither cancelled nor paid for.');
}

function paymentOf(order: JsonObject): Payment | undefined {
	const status = textAt(order, 'status');
	if (status === 'pending') return 'unpaid';
	if (status !== 'completed') return undefined;
	return (numberAt(order, 'total') ?? 1) > 0 ? 'paid' : 'free';
}

function orderParts(
	order: JsonObject,
	options?: ReadingOptions,
): Pick<Notice, 'event' | 'order' | 'buyer' | 'consent'> {
	const event = objectAt(order, 'event_summary');
	const tickets = listAt(order, 'issued_tickets').filter(isObject);
	const held = isCancelled(order) ? tickets : tickets.filter((ticket) => !isVoided(ticket));
	return {
		event: compact({
			id: textAt(event, 'event_id') ?? textAt(event, 'id'),
			name: textAt(event, 'name'),
			startsAt: textAt(objectAt(event, 'start_date'), 'iso'),
			endsAt: textAt(objectAt(event, 'end_date'), 'iso'),
			venue: textAt(objectAt(event, 'venue'), 'name'),
		}),
		order: compact({
			id: textAt(order, 'id'),
			payment: paymentOf(order),
			tickets: held.map((ticket) =>
				compact({ ...readTicket(ticket), attendee: holderOf(ticket, options) }),
			),
		}),
		buyer: buyerOf(objectAt(order, 'buyer_details'), options),
		consent: truth(ownValue(order, 'marketing_opt_in')),
	};
}

const isVoided = (ticket: JsonObject): boolean =>
	textAt(ticket, 'status') === 'voided' || textAt(ticket, 'voided_at') !== undefined;

function readIssuedTicket(
	happened: string,
	ticket: JsonObject,
	options?: ReadingOptions,
): Read | PlatformReading {
	const isNew = happened === 'ISSUED_TICKET.CREATED';
	const voided = isVoided(ticket);
	if (isNew && voided) return ignore('not_complete', 'The ticket is void.');
	return {
		type: voided ? 'ticket.cancelled' : isNew ? 'registration.completed' : 'ticket.updated',
		occurredAt: timeOf(ticket, isNew ? 'created_at' : 'updated_at'),
		event: compact({ id: textAt(ticket, 'event_id') }),
		order: compact({
			id: textAt(ticket, 'order_id'),
			payment: isNew ? paymentOfTicket(ticket) : undefined,
		}),
		ticket: readTicket(ticket),
		attendee: holderOf(ticket, options),
	};
}

/** Tickets are issued before an order by bank transfer is paid, and do not say so. */
function paymentOfTicket(ticket: JsonObject): Payment | undefined {
	const price = numberAt(ticket, 'listed_price');
	if (price === undefined) return undefined;
	return price > 0 ? 'unknown' : 'free';
}

const readTicket = (ticket: JsonObject): NoticeTicket =>
	compact({ id: textAt(ticket, 'id'), name: textAt(ticket, 'description') });

const holderOf = (ticket: JsonObject, options?: ReadingOptions): Person | undefined =>
	personOf({
		name: textAt(ticket, 'full_name'),
		firstName: textAt(ticket, 'first_name'),
		lastName: textAt(ticket, 'last_name'),
		email: textAt(ticket, 'email'),
		phone: phoneAnswer(answersOf(ticket), options),
	});

function buyerOf(buyer: JsonObject, options: ReadingOptions = {}): Person | undefined {
	const named = options.phoneQuestion ? phoneAnswer(answersOf(buyer), options) : undefined;
	return personOf({
		name: textAt(buyer, 'name'),
		firstName: textAt(buyer, 'first_name'),
		lastName: textAt(buyer, 'last_name'),
		email: textAt(buyer, 'email'),
		phone: named ?? textAt(buyer, 'phone') ?? phoneAnswer(answersOf(buyer)),
	});
}

const answersOf = (source: JsonObject) =>
	listAt(source, 'custom_questions')
		.filter(isObject)
		.map((row) => ({ question: textAt(row, 'question'), answer: textAt(row, 'answer') }));

const readEvent = (event: JsonObject): NoticeEvent =>
	compact({
		id: textAt(event, 'id'),
		name: textAt(event, 'name'),
		startsAt: textAt(objectAt(event, 'start'), 'iso'),
		endsAt: textAt(objectAt(event, 'end'), 'iso'),
		timeZone: textAt(event, 'timezone'),
		url: textAt(event, 'url'),
		venue: textAt(objectAt(event, 'venue'), 'name'),
	});

/** Seconds since 1970. */
function timeOf(source: JsonObject, key: string): string | undefined {
	const seconds = numberAt(source, key);
	const isTime = seconds !== undefined && seconds > 0 && seconds < 1e11;
	return isTime ? new Date(seconds * 1000).toISOString() : undefined;
}

/** It writes yes and no as words in some places. */
const truth = (value: unknown): boolean | undefined =>
	value === true || value === 'true'
		? true
		: value === false || value === 'false'
			? false
			: undefined;
