import { compact, isObject, objectAt, textAt, type JsonObject } from '../../webhooks/json';
import type { Notice, ReportType } from '../notice';
import {
	attendeesOf,
	buyerOf,
	eventOf,
	holderOf,
	isGone,
	paymentOf,
	stateOf,
	ticketOf,
} from './eventbrite-order';
import { feeds } from './feeds';
import { ignore } from './ignore';
import { isoTimeOf } from './iso-time';
import { noticeId } from './notice-id';
import type { Platform, PlatformGet, PlatformReading, PlatformReport } from './platform';
import { sharedSecretSignature, verifySharedSecret } from './shared-secret';

/** What to ask for in one go, because Eventbrite waits for the answer to its webhook. */
const ORDER = 'event,event.venue,attendees,answers';
const EXPANSIONS: Readonly<Record<string, string>> = {
	'order.placed': ORDER,
	'order.updated': ORDER,
	'order.refunded': ORDER,
	'attendee.updated': 'event,event.venue,order,order.attendees,answers',
	'event.published': 'venue',
};

/** Eventbrite's other actions: known, and nothing to tell anybody about. `test` is the button's. */
const NOT_NEEDED =
	/^(test|attendee\.checked_(in|out)|barcode\.(un_)?checked_in|(event|order|organizer|ticket_class|venue)\.\w+)$/;

/**
 * Eventbrite. Its webhooks name an address of its API; what is told is what stands there now.
 * Follows the API v3 reference (webhooks, order, attendee, event objects and their expansions).
 */
export const eventbrite: Platform = {
	id: 'eventbrite',
	name: 'Eventbrite',
	arrival: 'webhook',
	feeds: feeds('registration', 'reassignment', 'cancellation', 'website'),
	api: {
		address: 'https://www.eventbriteapi.com/v3',
		authorization: (token) => `Bearer ${token}`,
		fetch: fetchEventbrite,
	},
	signature: sharedSecretSignature,
	verify: verifySharedSecret,
	read: readEventbrite,
};

const actionOf = (body: JsonObject): string | undefined =>
	textAt(objectAt(body, 'config'), 'action');

async function fetchEventbrite({ body }: PlatformReport, get: PlatformGet): Promise<unknown> {
	if (!isObject(body)) return undefined;
	const action = actionOf(body) ?? '';
	const expand = Object.hasOwn(EXPANSIONS, action) ? EXPANSIONS[action] : undefined;
	const address = textAt(body, 'api_url');
	if (expand === undefined || address === undefined || !URL.canParse(address)) return undefined;
	const url = new URL(address);
	url.search = new URLSearchParams({ expand }).toString();
	return await get(url.href);
}

function readEventbrite(report: PlatformReport): PlatformReading {
	const { body, fetched } = report;
	if (!isObject(body)) return ignore('not_an_object', 'The body is not a JSON object.');
	const action = actionOf(body);
	if (action === undefined || !Object.hasOwn(EXPANSIONS, action)) {
		return action !== undefined && NOT_NEEDED.test(action)
			? ignore('not_needed', `Eventbrite’s webhook "${action}" is nothing anybody is told about.`)
			: ignore('unknown_event', 'The body is no webhook of Eventbrite: it names no action of its.');
	}
	if (!isObject(fetched)) {
		return ignore(
			'not_complete',
			'Eventbrite sends an address only, and nothing was asked there. Take its webhooks in with Event Trigger.',
		);
	}
	switch (action) {
		case 'event.published':
			return readEvent(report, fetched);
		case 'attendee.updated':
			return readAttendee(report, fetched);
		default:
			return readOrder(report, action, fetched);
	}
}

function readEvent(report: PlatformReport, event: JsonObject): PlatformReading {
	const status = textAt(event, 'status') ?? '';
	if (!['live', 'started'].includes(status)) {
		return ignore('not_needed', `The event is not live: it is "${status}" by now.`);
	}
	return tell(start(report, 'event.site_live', event, event));
}

function readOrder(report: PlatformReport, action: string, order: JsonObject): PlatformReading {
	const state = stateOf(order);
	const tickets = attendeesOf(order).map((attendee) => ({
		isGone: isGone(attendee),
		changedAt: isoTimeOf(textAt(attendee, 'changed')),
		ticket: compact({
			...ticketOf(attendee),
			attendee: holderOf(attendee, order, report.options),
		}),
	}));
	const told = (type: ReportType, isOf: (one: (typeof tickets)[number]) => boolean): Notice => ({
		...start(report, type, order, objectAt(order, 'event')),
		order: compact({
			id: textAt(order, 'id'),
			payment: paymentOf(order),
			tickets: tickets.filter(isOf).map(({ ticket }) => ticket),
		}),
	});
	if (state === 'over') {
		return action === 'order.placed'
			? ignore('not_needed', 'The order has been cancelled or abandoned since.')
			: tell(told('order.cancelled', () => true));
	}
	if (action === 'order.placed') {
		return tell(told('registration.completed', (one) => !one.isGone));
	}
	// Attendees who are gone are reported one by one; only a refund may come without them.
	if (action === 'order.updated') return tell(told('ticket.updated', (one) => !one.isGone));
	const gone = tickets.filter((one) => one.isGone);
	if (gone.length === 0)
		return ignore('not_needed', 'Money was refunded, and no ticket cancelled.');
	return tell(
		...gone.map(({ changedAt, ticket: { attendee, ...ticket } }, index) =>
			compact({
				...start(report, 'ticket.cancelled', order, objectAt(order, 'event'), index),
				// When this ticket was cancelled: another one may have been long ago.
				...(changedAt !== undefined && { occurredAt: changedAt }),
				order: compact({ id: textAt(order, 'id') }),
				ticket,
				attendee,
			}),
		),
	);
}

/** Sent for new attendees, too, for a check-in, and for any change of an answer. */
function readAttendee(report: PlatformReport, attendee: JsonObject): PlatformReading {
	const event = objectAt(attendee, 'event');
	const order = objectAt(attendee, 'order');
	// With its last ticket the whole order goes: one message says so, not another one per ticket.
	if (isGone(attendee) && stateOf(order) === 'over') {
		if (attendeesOf(order).length > 0) {
			return readOrder(report, 'order.updated', { ...order, event });
		}
		return ignore('not_needed', 'The whole order is cancelled: its own webhook says so.');
	}
	const type = isGone(attendee) ? 'ticket.cancelled' : 'ticket.updated';
	const payment = type === 'ticket.updated' ? paymentOf(order) : undefined;
	return tell(
		compact({
			...start(report, type, attendee, event),
			order: compact({ id: textAt(attendee, 'order_id') ?? textAt(order, 'id'), payment }),
			ticket: ticketOf(attendee),
			attendee: holderOf(attendee, order, report.options),
			buyer: buyerOf(order),
		}),
	);
}

function start(
	report: PlatformReport,
	type: ReportType,
	thing: JsonObject,
	event: JsonObject,
	index = 0,
): Notice {
	const changedAt = isoTimeOf(textAt(thing, 'changed'));
	return compact({
		id: noticeId('eventbrite', type, [report.body, changedAt], index),
		source: 'eventbrite',
		type,
		occurredAt: changedAt ?? report.receivedAt,
		version: changedAt,
		event: eventOf(event, textAt(thing, 'event_id')),
		buyer: type === 'event.site_live' ? undefined : buyerOf(thing),
		locale: textAt(event, 'locale'),
		// Eventbrite has no trial orders.
		test: false,
		raw: report.body,
	});
}

const tell = (...notices: Notice[]): PlatformReading => ({ notices, ignored: [] });
