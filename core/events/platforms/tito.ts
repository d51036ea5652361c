import {
	asText,
	booleanAt,
	compact,
	isObject,
	listAt,
	numberAt,
	objectAt,
	textAt,
	type JsonObject,
} from '../../webhooks/json';
import type { Notice, NoticeEvent, NoticeTicket, Person, ReportType } from '../notice';
import { feeds } from './feeds';
import { verifyHmac } from './hmac-signature';
import { ignore } from './ignore';
import { isoTimeOf } from './iso-time';
import { noticeId } from './notice-id';
import { paymentOf } from './payment';
import { personOf } from './person';
import type { Platform, PlatformReading, PlatformReport } from './platform';
import { requestHeader } from './request-header';

/** Tito's triggers that are a notice of ours. */
const TYPES: Readonly<Record<string, ReportType>> = {
	'ticket.created': 'registration.completed',
	'ticket.completed': 'registration.completed',
	'registration.finished': 'registration.completed',
	'registration.completed': 'registration.completed',
	'ticket.reassigned': 'ticket.reassigned',
	// Also of a changed e-mail address, behind which may be somebody else.
	'ticket.updated': 'ticket.updated',
	'ticket.voided': 'ticket.cancelled',
	'registration.cancelled': 'order.cancelled',
};

/** Tito's other triggers: known, and nothing to tell anybody about. */
const NOT_NEEDED = new Set([
	'checkin.created',
	'ticket.unsnoozed',
	'ticket.unvoided',
	'registration.updated',
]);

/**
 * Tito (ti.to). Follows Tito's Admin API 3.1, "Webhooks" (triggers, ticket and registration
 * payload, verification). Phones stand at the ticket and at the registration, never at a
 * registration's tickets: switch both kinds of webhook on.
 */
export const tito: Platform = {
	id: 'tito',
	name: 'Tito',
	arrival: 'webhook',
	feeds: feeds('registration', 'reassignment', 'cancellation'),
	signature: {
		type: 'hmac-base64',
		header: 'Tito-Signature',
		description:
			'Tito signs every webhook. Copy the security token from Customize → Webhooks of the event.',
	},
	verify: verifyHmac({
		platform: 'Tito',
		header: 'Tito-Signature',
		encoding: 'base64',
		secretName: 'security token',
		secretPlace: 'Customize → Webhooks of the event in Tito into the credential',
	}),
	read: readTito,
};

function readTito({ headers, body, receivedAt }: PlatformReport): PlatformReading {
	if (!isObject(body)) return ignore('not_an_object', 'The body is not a JSON object.');
	const trigger = requestHeader(headers, 'X-Webhook-Name')?.trim();
	const type = trigger !== undefined && Object.hasOwn(TYPES, trigger) ? TYPES[trigger] : undefined;
	if (trigger === undefined || type === undefined) {
		const known = trigger !== undefined && NOT_NEEDED.has(trigger);
		return ignore(
			known ? 'not_needed' : 'unknown_event',
			trigger === undefined
				? 'The call carries no X-Webhook-Name header, so it does not say what happened.'
				: `Tito’s webhook "${trigger}" is nothing anybody is told about.`,
		);
	}
	const ofTicket = trigger.startsWith('ticket.');
	const state = textAt(body, 'state_name');
	// A created ticket may still want its holder or its answers; ticket.completed follows then.
	if (
		ofTicket &&
		type === 'registration.completed' &&
		state !== undefined &&
		state !== 'complete'
	) {
		return ignore(
			'not_complete',
			`The ticket is still "${state}"; its completion will be reported.`,
		);
	}
	const changedAt = isoTimeOf(textAt(body, 'updated_at'));
	const notice: Notice = compact({
		id: noticeId('tito', type, body),
		source: 'tito',
		type,
		occurredAt: changedAt ?? receivedAt,
		version: changedAt,
		event: readEvent(objectAt(body, 'event')),
		...(ofTicket ? ticketParts(body) : registrationParts(body)),
		locale: textAt(body, 'locale'),
		consent: consentOf(body),
		test: booleanAt(body, 'test_mode') ?? false,
		raw: body,
	});
	return { notices: [notice], ignored: [] };
}

/** Account and slug name the event in every payload; the numeric id is in some only. */
function readEvent(event: JsonObject): NoticeEvent {
	const slug = textAt(event, 'slug');
	const account = textAt(event, 'account_slug');
	return compact({
		id: slug !== undefined ? [account, slug].filter(Boolean).join('/') : textAt(event, 'id'),
		name: textAt(event, 'title'),
		startsAt: textAt(event, 'start_date'),
		endsAt: textAt(event, 'end_date'),
		url: textAt(event, 'url'),
	});
}

function ticketParts(ticket: JsonObject): Pick<Notice, 'order' | 'ticket' | 'attendee' | 'buyer'> {
	const registration = objectAt(ticket, 'registration');
	const receipt = objectAt(registration, 'receipt');
	return {
		order: compact({
			id: textAt(ticket, 'registration_id') ?? textAt(registration, 'id'),
			payment: paymentOf({
				total: numberAt(registration, 'total') ?? numberAt(receipt, 'total'),
				paid: booleanAt(receipt, 'paid'),
			}),
		}),
		ticket: readTicket(ticket),
		attendee: readPerson(ticket),
		buyer: readPerson(registration),
	};
}

function registrationParts(registration: JsonObject): Pick<Notice, 'order' | 'buyer'> {
	const tickets = listAt(registration, 'tickets').filter(isObject);
	return {
		order: compact({
			id: textAt(registration, 'id'),
			payment: paymentOf({
				total: numberAt(registration, 'total'),
				paid: booleanAt(registration, 'paid'),
			}),
			tickets: tickets.map((ticket) =>
				compact({ ...readTicket(ticket), attendee: readPerson(ticket) }),
			),
		}),
		buyer: readPerson(registration),
	};
}

/** The slug, because a registration's tickets carry no numeric id. */
const readTicket = (ticket: JsonObject): NoticeTicket =>
	compact({
		id: textAt(ticket, 'slug') ?? textAt(ticket, 'id'),
		name: textAt(ticket, 'release_title'),
		url: textAt(ticket, 'url'),
	});

const readPerson = (source: JsonObject): Person | undefined =>
	personOf({
		name: textAt(source, 'name'),
		firstName: textAt(source, 'first_name'),
		lastName: textAt(source, 'last_name'),
		email: textAt(source, 'email'),
		phone: asText(source.phone_number),
		locale: textAt(source, 'locale'),
		company: textAt(source, 'company_name'),
	});

/**
 * The opt-ins of the ticket, or of any ticket of the registration. As we read it, those that are
 * listed were accepted; where none is, nobody may have been asked.
 */
function consentOf(body: JsonObject): boolean | undefined {
	const sources = [body, ...listAt(body, 'tickets').filter(isObject)];
	return sources.some((source) => listAt(source, 'opt_ins').length > 0) ? true : undefined;
}
