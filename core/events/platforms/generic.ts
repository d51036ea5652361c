import { asNumber, asText, compact, isObject } from '../../webhooks/json';
import { automationIds } from '../automations';
import {
	isReportType,
	sponsorStates,
	type Notice,
	type NoticeOrder,
	type NoticeTicket,
	type ReportType,
	type Payment,
	type Person,
} from '../notice';
import {
	canonicalMapping,
	capturedTicketServerMapping,
	type GenericMapping,
	type MappedField,
	type PersonField,
	type PersonPlace,
} from './generic-mapping';
import { isoTimeOf } from './iso-time';
import { noticeId } from './notice-id';
import { valueAt } from './path';
import { paymentOf } from './payment';
import { personOf } from './person';
import type { Ignored, Platform, PlatformReading, PlatformReport } from './platform';
import { sharedSecretSignature, verifySharedSecret } from './shared-secret';

const SOURCE = 'generic';

/** Reads one field of ours out of one report, by the mapping. */
type Reader = (field: MappedField) => unknown;

/**
 * Any platform that sends JSON, through a mapping of our fields to paths. Nothing is evaluated: a
 * path reads, a text after `=` stands for itself.
 */
export function genericPlatform(mapping: GenericMapping = capturedTicketServerMapping): Platform {
	return {
		id: SOURCE,
		name: 'Other (JSON Mapping)',
		arrival: 'webhook',
		feeds: automationIds,
		signature: sharedSecretSignature,
		verify: verifySharedSecret,
		read: (report) => readGeneric(report, mapping),
	};
}

export const generic: Platform = genericPlatform();

function readGeneric(
	{ body, receivedAt }: PlatformReport,
	mapping: GenericMapping,
): PlatformReading {
	const listed = mapping.items === undefined ? body : valueAt(body, mapping.items);
	const reports: unknown[] = Array.isArray(listed) ? listed : [listed];
	const notices: Notice[] = [];
	const ignored: Ignored[] = [];
	reports.forEach((report, index) => {
		const read = readReport(report, mappingFor(report, mapping), receivedAt, index);
		if ('reason' in read) ignored.push(read);
		else notices.push(read);
	});
	return { notices, ignored };
}

/**
 * A report in our own shape needs no mapping: a form or a few lines of code wrote it for us. Where the
 * mapping finds what happened, it is the organiser's and holds.
 */
function mappingFor(report: unknown, mapping: GenericMapping): GenericMapping {
	if (!isObject(report) || !isReportType(report.type)) return mapping;
	return typeOf(readerOf(report, mapping)('type'), mapping) ? mapping : canonicalMapping;
}

function readReport(
	report: unknown,
	mapping: GenericMapping,
	receivedAt: string,
	index: number,
): Notice | Ignored {
	if (!isObject(report)) {
		return { reason: 'not_an_object', message: 'The body is not a JSON object.' };
	}
	const read = readerOf(report, mapping);
	const type = typeOf(read('type'), mapping);
	if (type === undefined) {
		const named = asText(read('type'));
		return {
			reason: 'unknown_event',
			message:
				named === undefined
					? 'The mapping finds nothing that says what happened. Map "type" to a field, or give it the fixed text registration.completed.'
					: `"${named.slice(0, 80)}" is no notice type. Add it to the mapping’s types, e.g. "registration.completed".`,
		};
	}
	const text = (field: MappedField) => asText(read(field));
	const person = (place: PersonPlace) => personAt(place, read);
	const previous = person('previous.attendee');
	return compact({
		id: text('id') ?? noticeId(SOURCE, type, report, index),
		source: SOURCE,
		type,
		occurredAt: isoTimeOf(text('occurredAt')) ?? receivedAt,
		version: text('version'),
		event: compact({
			id: text('event.id'),
			name: text('event.name'),
			startsAt: text('event.startsAt'),
			endsAt: text('event.endsAt'),
			timeZone: text('event.timeZone'),
			url: text('event.url'),
			venue: text('event.venue'),
			ticketName: text('event.ticketName'),
		}),
		order: unlessEmpty(readOrder(read, mapping)),
		ticket: unlessEmpty({
			id: text('ticket.id'),
			name: text('ticket.name'),
			url: text('ticket.url'),
		}),
		buyer: person('buyer'),
		attendee: person('attendee'),
		speaker: person('speaker'),
		speakers: readSpeakers(read('speakers'), mapping),
		sponsor: person('sponsor'),
		sponsorState: sponsorStates.find((state) => state === text('sponsorState')?.toLowerCase()),
		session: unlessEmpty({
			id: text('session.id'),
			title: text('session.title'),
			startsAt: text('session.startsAt'),
			room: text('session.room'),
		}),
		previous: previous && { attendee: previous },
		locale: text('locale'),
		consent: truth(read('consent')),
		test: truth(read('test')) ?? false,
		raw: report,
	});
}

const readerOf =
	(report: unknown, mapping: GenericMapping): Reader =>
	(field) => {
		const path: unknown = mapping.fields[field];
		if (typeof path !== 'string' || path.trim() === '') return undefined;
		return path.startsWith('=') ? path.slice(1) : valueAt(report, path);
	};

function typeOf(value: unknown, mapping: GenericMapping): ReportType | undefined {
	const named = asText(value);
	if (named === undefined) return undefined;
	const types = mapping.types ?? {};
	const translated: unknown = Object.hasOwn(types, named) ? types[named] : named;
	return isReportType(translated) ? translated : undefined;
}

const personAt = (place: PersonPlace, read: Reader): Person | undefined => {
	const text = (field: PersonField) => asText(read(`${place}.${field}`));
	return personOf({
		id: text('id'),
		name: text('name'),
		firstName: text('firstName'),
		lastName: text('lastName'),
		email: text('email'),
		phone: text('phone'),
		locale: text('locale'),
		company: text('company'),
	});
};

const PAYMENTS: readonly Payment[] = ['paid', 'free', 'unpaid', 'unknown'];

function readOrder(read: Reader, mapping: GenericMapping): NoticeOrder {
	const stated = asText(read('order.payment'))?.toLowerCase();
	const payment =
		PAYMENTS.find((known) => known === stated) ??
		paymentOf({
			total: asNumber(read('order.total')),
			amountOwed: asNumber(read('order.amountOwed')),
			paid: truth(read('order.paid')),
		});
	const list = read('tickets');
	return compact({
		id: asText(read('order.id')),
		number: asText(read('order.number')),
		payment,
		tickets: Array.isArray(list)
			? list.filter(isObject).map((ticket) => readTicket(readerOf(ticket, mapping)))
			: undefined,
	});
}

/** Everybody who speaks now, which may be nobody. */
const readSpeakers = (list: unknown, mapping: GenericMapping): Person[] | undefined =>
	Array.isArray(list)
		? list
				.filter(isObject)
				.map((speaker) => personAt('speakers', readerOf(speaker, mapping)))
				.filter((speaker) => speaker !== undefined)
		: undefined;

const readTicket = (read: Reader): NoticeTicket => {
	const quantity = asNumber(read('tickets.quantity'));
	return compact({
		id: asText(read('tickets.id')),
		name: asText(read('tickets.name')),
		url: asText(read('tickets.url')),
		quantity: quantity !== undefined && quantity >= 1 ? Math.floor(quantity) : undefined,
		attendee: personAt('tickets.attendee', read),
	});
};

function unlessEmpty<T extends object>(object: T): T | undefined {
	const filled = compact(object);
	return Object.keys(filled).length === 0 ? undefined : filled;
}

/** Forms and tables write yes and no in several ways. */
function truth(value: unknown): boolean | undefined {
	if (typeof value === 'boolean') return value;
	const text = asText(value)?.toLowerCase();
	if (text === undefined) return undefined;
	if (['true', '1', 'yes', 'y', 'on'].includes(text)) return true;
	return ['false', '0', 'no', 'n', 'off'].includes(text) ? false : undefined;
}
