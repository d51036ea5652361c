import {
	compact,
	isObject,
	listAt,
	numberAt,
	objectAt,
	textAt,
	type JsonObject,
} from '../../webhooks/json';
import type { Notice, NoticeTicket, Payment, Person } from '../notice';
import { feeds } from './feeds';
import { ignore } from './ignore';
import { noticeId } from './notice-id';
import { paymentOf } from './payment';
import { personOf } from './person';
import type { Platform, PlatformReading, PlatformReport } from './platform';
import { sharedSecretSignature, verifySharedSecret } from './shared-secret';
import { actionOf, typeOfAction } from './zoho-backstage-action';
import { listsSessions, readSessions } from './zoho-backstage-sessions';

/**
 * Zoho Backstage. Its documentation pins no payload; the shapes are those of working public
 * consumers (examples/zoho-backstage/README.md): an order with `buyer_details`, an attendee with
 * `customFormData`, bare or inside `raw`, `data` or `payload`, ids as text or number. The body
 * names neither the event nor its date: those come from the plan's event details. Who speaks is asked
 * for: zoho-backstage-sessions.ts.
 */
export const zohoBackstage: Platform = {
	id: 'zoho-backstage',
	name: 'Zoho Backstage',
	arrival: 'webhook',
	feeds: feeds('registration', 'reassignment', 'cancellation', 'speakers', 'website'),
	signature: {
		...sharedSecretSignature,
		description: `${sharedSecretSignature.description} In Portal Settings → Webhooks, register one address per action and add &action=order.create, &action=attendee.create, &action=attendee.reassign, &action=order.cancel, …: the body does not say what happened.`,
	},
	verify: verifySharedSecret,
	read: readZohoBackstage,
};

function readZohoBackstage({ query, body, receivedAt }: PlatformReport): PlatformReading {
	if (!isObject(body)) return ignore('not_an_object', 'The body is not a JSON object.');
	if (listsSessions(body)) return { notices: readSessions(body, receivedAt), ignored: [] };
	const content = unwrap(body);
	const attendee = objectAt(content, 'attendee');
	const shape = isObject(content.attendee) ? 'attendee' : isOrder(content) ? 'order' : 'other';
	const action = actionOf(content, query);
	const type = typeOfAction(action, shape);
	if (type === undefined || type === 'not_needed') {
		return ignore(
			type ?? 'unknown_event',
			action === undefined
				? 'The body is neither an order nor an attendee of Zoho Backstage. Add &action=… to the webhook address.'
				: `Backstage’s webhook "${action}" is nothing anybody is told about.`,
		);
	}
	const notice: Notice = compact({
		id: noticeId('zoho-backstage', type, body),
		source: 'zoho-backstage',
		type,
		// Backstage gives no time of its own.
		occurredAt: receivedAt,
		...(shape === 'attendee' ? attendeeParts(content, attendee) : orderParts(content)),
		test: false,
		raw: body,
	});
	return { notices: [notice], ignored: [] };
}

/** The content with what its envelope says beside it; the inner value wins. */
function unwrap(body: JsonObject): JsonObject {
	for (const envelope of ['raw', 'data', 'payload']) {
		const inner = body[envelope];
		if (isObject(inner)) return { ...body, ...inner };
	}
	return body;
}

const isOrder = (content: JsonObject): boolean =>
	orderId(content) !== undefined || listAt(content, 'buyer_details').length > 0;

const orderId = (content: JsonObject): string | undefined =>
	textAt(content, 'eventOrder_id') ??
	textAt(content, 'event_order_id') ??
	textAt(content, 'orderId') ??
	textAt(content, 'order_id');

const eventId = (content: JsonObject): string | undefined =>
	textAt(content, 'eventOrder_eventId') ??
	textAt(content, 'event_id') ??
	textAt(content, 'eventId') ??
	textAt(content, 'events') ??
	textAt(content, 'event') ??
	textAt(objectAt(content, 'event'), 'id');

/** `[{formEntries: {…}}]`: what the person typed into the registration form. */
const formEntries = (content: JsonObject, key: string): JsonObject =>
	objectAt(listAt(content, key).find(isObject) ?? {}, 'formEntries');

function orderParts(order: JsonObject): Pick<Notice, 'event' | 'order' | 'buyer'> {
	return {
		event: compact({ id: eventId(order) }),
		order: compact({
			id: orderId(order),
			payment: readPayment(order),
			tickets: listAt(order, 'orderTickets').filter(isObject).map(readTicket),
		}),
		buyer: readBuyer(order),
	};
}

function readBuyer(order: JsonObject): Person | undefined {
	const form = formEntries(order, 'buyer_details');
	return personOf({
		firstName: textAt(form, 'purchaser_first_name'),
		lastName: textAt(form, 'purchaser_last_name'),
		// The profile's name stands in only where the form has none.
		name:
			textAt(form, 'purchaser_first_name') === undefined
				? textAt(order, 'userProfile_name')
				: undefined,
		email: textAt(form, 'purchaser_email') ?? textAt(order, 'eventOrder_orderBy'),
		phone: textAt(form, 'purchaser_mobile_no') ?? textAt(order, 'userProfile_telephone'),
	});
}

const readTicket = (ticket: JsonObject): NoticeTicket =>
	compact({
		id: textAt(ticket, 'ticketId') ?? textAt(ticket, 'ticket_id') ?? textAt(ticket, 'id'),
		name: textAt(ticket, 'ticketName') ?? textAt(ticket, 'ticket_name'),
	});

/**
 * The hook gives the amount and the organiser's name for the way to pay, not whether the money came.
 * A pro-forma is by definition still to be paid; so, as we read it, is an order whose tickets list
 * their payments and list none. Anything else that costs something is unknown.
 */
function readPayment(order: JsonObject): Payment | undefined {
	const payment = paymentOf({
		total: numberAt(order, 'orderCost_grandTotal') ?? numberAt(order, 'total'),
	});
	if (payment !== 'unknown') return payment;
	const way = textAt(order, 'eventOrder_paymentOptionName') ?? '';
	const tickets = listAt(order, 'orderTickets').filter(isObject);
	const nothingPaid =
		tickets.length > 0 &&
		tickets.every(({ lineItemPayments: list }) => Array.isArray(list) && list.length === 0);
	return nothingPaid || /pro-?forma/i.test(way) ? 'unpaid' : 'unknown';
}

function attendeeParts(
	content: JsonObject,
	attendee: JsonObject,
): Pick<Notice, 'event' | 'order' | 'ticket' | 'attendee' | 'buyer' | 'version'> {
	const form = formEntries(content, 'customFormData');
	const contact = objectAt(attendee, 'contact');
	return {
		event: compact({ id: eventId(attendee) ?? eventId(content) }),
		order: compact({ id: orderId(attendee) ?? orderId(content) }),
		ticket: readTicket(attendee.ticketId === undefined ? withoutId(attendee) : attendee),
		attendee: personOf({
			id: textAt(attendee, 'id'),
			firstName: textAt(form, 'first_name') ?? textAt(contact, 'first_name'),
			lastName: textAt(form, 'last_name') ?? textAt(contact, 'last_name'),
			email: textAt(attendee, 'emailId') ?? textAt(form, 'email') ?? textAt(contact, 'email'),
			phone: textAt(form, 'mobile_no') ?? textAt(contact, 'mobile_no'),
		}),
		buyer: personOf({ email: textAt(attendee, 'purchasedBy') }),
		// The ticket's number survives a reassignment, so only the attendee's can tell two apart.
		version: textAt(attendee, 'id'),
	};
}

/** An attendee's own id is not the ticket's. */
const withoutId = ({ id: _id, ...rest }: JsonObject): JsonObject => rest;
