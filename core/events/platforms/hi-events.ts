import { compact, isObject, listAt, objectAt, textAt, type JsonObject } from '../../webhooks/json';
import type { Notice, NoticeType, ReportType } from '../notice';
import { feeds } from './feeds';
import { attendeeOf, buyerOf, paymentOfAttendee, paymentOfOrder } from './hi-events-order';
import { verifyHmac } from './hmac-signature';
import { ignore } from './ignore';
import { isoTimeOf } from './iso-time';
import { noticeId } from './notice-id';
import type { Platform, PlatformReading, PlatformReport, ReadingOptions } from './platform';

const ORDER_TYPES: Readonly<Record<string, NoticeType>> = {
	'order.created': 'registration.completed',
	'order.marked_as_paid': 'registration.completed',
	'order.cancelled': 'order.cancelled',
	// A refund takes no ticket away. Of an order that is cancelled, too, it says so once more.
	'order.refunded': 'order.cancelled',
};

const ATTENDEE_TYPES: Readonly<Record<string, ReportType>> = {
	'attendee.created': 'registration.completed',
	'attendee.updated': 'ticket.updated',
	'attendee.cancelled': 'ticket.cancelled',
};

/** Known, and nothing to tell anybody about. */
const NOT_NEEDED = /^(product|checkin)\.|^order\.updated$|^event\.(created|archived)$/;

/**
 * Hi.Events, hosted or one's own. Follows its source (HiEventsDev/Hi.Events, backend:
 * `WebhookDispatchService`, `OrderResource`, `AttendeeResource`, `EventResource`, `DomainEventType`).
 * `order.created` comes with an `attendee.created` for each of its attendees, before it: all of them
 * carry the order's id, so they are one registration. An attendee's report names neither ticket
 * nor order number. There is no field for a phone: it is asked for as a question of type Phone.
 */
export const hiEvents: Platform = {
	id: 'hi-events',
	name: 'Hi.Events',
	arrival: 'webhook',
	feeds: feeds('registration', 'reassignment', 'cancellation', 'website'),
	signature: {
		type: 'hmac-hex',
		header: 'Signature',
		description:
			'Hi.Events signs every webhook. Copy the secret it shows when the webhook is created under the event’s Webhooks.',
	},
	// spatie/laravel-webhook-server, `DefaultSigner`: hex HMAC-SHA256 of the JSON as it is sent.
	verify: verifyHmac({
		platform: 'Hi.Events',
		header: 'Signature',
		encoding: 'hex',
		secretName: 'webhook secret',
		secretPlace: 'the event’s Webhooks in Hi.Events into the credential',
	}),
	read: readHiEvents,
};

function readHiEvents({ body, receivedAt, options }: PlatformReport): PlatformReading {
	if (!isObject(body)) return ignore('not_an_object', 'The body is not a JSON object.');
	const happened = textAt(body, 'event_type') ?? '';
	const payload = objectAt(body, 'payload');
	const read = readHappening(happened, payload, options);
	if ('ignored' in read) return read;
	const notice: Notice = compact({
		event: compact({ id: textAt(payload, 'event_id') }),
		...read,
		id: noticeId('hi-events', read.type, body),
		source: 'hi-events',
		occurredAt: isoTimeOf(textAt(body, 'event_sent_at')) ?? receivedAt,
		test: false,
		raw: body,
	});
	return { notices: [notice], ignored: [] };
}

type Read = Pick<Notice, 'type'> & Partial<Notice>;

function readHappening(
	happened: string,
	payload: JsonObject,
	options?: ReadingOptions,
): Read | PlatformReading {
	const ofOrder = Object.hasOwn(ORDER_TYPES, happened) ? ORDER_TYPES[happened] : undefined;
	if (ofOrder !== undefined) return readOrder(happened, ofOrder, payload, options);
	const ofAttendee = Object.hasOwn(ATTENDEE_TYPES, happened) ? ATTENDEE_TYPES[happened] : undefined;
	if (ofAttendee !== undefined) return readAttendee(ofAttendee, payload, options);
	if (happened === 'event.updated') return readEvent(payload);
	return ignore(
		NOT_NEEDED.test(happened) ? 'not_needed' : 'unknown_event',
		happened === ''
			? 'The body has no event_type, so it does not say what happened.'
			: `Hi.Events’ webhook "${happened.slice(0, 80)}" is nothing anybody is told about.`,
	);
}

function readOrder(
	happened: string,
	type: NoticeType,
	order: JsonObject,
	options?: ReadingOptions,
): Read | PlatformReading {
	const status = textAt(order, 'status');
	if (happened === 'order.refunded' && status !== 'CANCELLED') {
		return ignore(
			'not_needed',
			'The order was refunded and not cancelled: its tickets stay valid.',
		);
	}
	// Reserved and abandoned orders are none; one that waits for money says so in its payment.
	const isOrder = status === 'COMPLETED' || status === 'AWAITING_OFFLINE_PAYMENT';
	if (type === 'registration.completed' && !isOrder) {
		return ignore('not_complete', `The order is "${status ?? 'without status'}".`);
	}
	const attendees = listAt(order, 'attendees').filter(isObject);
	// Cancelled one by one before; a cancelled order lists all of them.
	const held =
		type === 'registration.completed'
			? attendees.filter((attendee) => textAt(attendee, 'status') !== 'CANCELLED')
			: attendees;
	return {
		type,
		order: compact({
			id: textAt(order, 'id'),
			number: textAt(order, 'public_id'),
			payment: paymentOfOrder(order),
			tickets: held.map((attendee) =>
				compact({
					id: textAt(attendee, 'id'),
					name: ticketName(order, attendee),
					attendee: attendeeOf(attendee, options),
				}),
			),
		}),
		buyer: buyerOf(order, options),
		// The order has no language of its own; its attendees got the one it was made in.
		locale: attendees.map((attendee) => textAt(attendee, 'locale')).find(Boolean),
	};
}

function ticketName(order: JsonObject, attendee: JsonObject): string | undefined {
	const product = textAt(attendee, 'product_id');
	const item = listAt(order, 'order_items')
		.filter(isObject)
		.find((line) => product !== undefined && textAt(line, 'product_id') === product);
	return item && textAt(item, 'item_name');
}

function readAttendee(
	type: ReportType,
	attendee: JsonObject,
	options?: ReadingOptions,
): Read | PlatformReading {
	// A cancelled attendee is reported as such; until the call is made it may still be "ACTIVE".
	if (type !== 'ticket.cancelled' && textAt(attendee, 'status') === 'CANCELLED') {
		return ignore('not_needed', 'The attendee is cancelled.');
	}
	const order = compact({
		id: textAt(attendee, 'order_id'),
		payment: type === 'registration.completed' ? paymentOfAttendee(attendee) : undefined,
	});
	return {
		type,
		order,
		ticket: compact({ id: textAt(attendee, 'id') }),
		attendee: attendeeOf(attendee, options),
		locale: textAt(attendee, 'locale'),
	};
}

/** Reported after every change of the event: only the first with the status LIVE is news. */
function readEvent(event: JsonObject): Read | PlatformReading {
	if (textAt(event, 'status') !== 'LIVE') {
		return ignore('not_needed', 'The event is not live.');
	}
	const place = objectAt(event, 'location_details');
	return {
		type: 'event.site_live',
		event: compact({
			id: textAt(event, 'id'),
			name: textAt(event, 'title'),
			// In UTC, without saying so.
			startsAt: isoTimeOf(textAt(event, 'start_date')),
			endsAt: isoTimeOf(textAt(event, 'end_date')),
			timeZone: textAt(event, 'timezone'),
			venue: textAt(place, 'venue_name'),
		}),
	};
}
