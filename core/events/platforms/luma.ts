import { compact, isObject, objectAt, textAt, type JsonObject } from '../../webhooks/json';
import type { Notice, NoticeEvent } from '../notice';
import { feeds } from './feeds';
import { verifyHmac } from './hmac-signature';
import { ignore } from './ignore';
import { isoTimeOf } from './iso-time';
import { guestParts, hasArrived, ticketOf } from './luma-guest';
import { noticeId } from './notice-id';
import type { Platform, PlatformReading, PlatformReport } from './platform';
import { requestHeader } from './request-header';

/**
 * Luma (luma.com). Follows the schemas of its webhooks in its OpenAPI description, as collected in
 * api-evangelist/luma (`json-schema/webhook_*_post_request.json`), and help.luma.com, "Webhooks". The
 * guest stands in `data` itself; in older bodies in `data.guest`. The signature is that of public
 * consumers in production: the whole secret is the key, with its `whsec_`.
 *
 * `guest.updated` is reported for every change and for a registration, too, and it alone says that
 * a guest was approved.
 */
export const luma: Platform = {
	id: 'luma',
	name: 'Luma',
	arrival: 'webhook',
	feeds: feeds('registration', 'reassignment', 'cancellation', 'website'),
	signature: {
		type: 'hmac-hex',
		header: 'Webhook-Signature',
		description:
			'Luma signs every webhook. Copy the secret (whsec_…) from the calendar’s Settings → Developer → Webhooks.',
	},
	verify: verifyHmac({
		platform: 'Luma',
		header: 'Webhook-Signature',
		encoding: 'hex',
		secretName: 'webhook secret',
		secretPlace: 'Settings → Developer → Webhooks of the calendar in Luma into the credential',
		stamp: { separator: '.', tolerance: 300 },
	}),
	read: readLuma,
};

type Read = Pick<Notice, 'type'> & Partial<Notice>;

/** Known, and nothing to tell anybody about. */
const NOT_NEEDED = new Set(['calendar.event.added', 'calendar.person.subscribed']);

function readLuma(report: PlatformReport): PlatformReading {
	const { body, headers, receivedAt } = report;
	if (!isObject(body)) return ignore('not_an_object', 'The body is not a JSON object.');
	const happened = textAt(body, 'type') ?? '';
	const data = objectAt(body, 'data');
	const read = readHappening(happened, data, report);
	if (!Array.isArray(read)) return read;
	// Bodies carry no time, so two changes back and forth look alike; what came with them does not.
	const signedAt = stampOf(requestHeader(headers, 'webhook-signature'));
	const content = [requestHeader(headers, 'webhook-id') ?? signedAt ?? null, body];
	const notices = read.map((parts): Notice =>
		compact({
			event: readEvent(objectAt(data, 'event')),
			...parts,
			id: noticeId('luma', parts.type, content),
			source: 'luma',
			occurredAt: isoTimeOf(textAt(body, 'created_at')) ?? signedAt ?? receivedAt,
			test: false,
			raw: body,
		}),
	);
	return { notices, ignored: [] };
}

/** `t=1700000000,v1=…`: when the call was signed. */
function stampOf(signature: string | undefined): string | undefined {
	const seconds = /(?:^|,)\s*t=(\d{1,11})(?:,|$)/.exec(signature ?? '')?.[1];
	return seconds && new Date(Number(seconds) * 1000).toISOString();
}

function readHappening(
	happened: string,
	data: JsonObject,
	{ options }: PlatformReport,
): Read[] | PlatformReading {
	const guest = isObject(data.guest) ? data.guest : data;
	const parts = () => guestParts(guest, options);
	switch (happened) {
		case 'guest.registered':
			return unlessWaiting(guest) ?? [{ type: 'registration.completed', ...parts() }];
		case 'ticket.registered': {
			const ticket = ticketOf(objectAt(data, 'event_ticket'));
			const { order, attendee } = parts();
			const read: Read = { type: 'registration.completed', order, ticket, attendee };
			return unlessWaiting(guest) ?? [read];
		}
		case 'guest.updated':
			return readChangedGuest(guest, parts());
		case 'event.created':
		case 'event.updated':
			return textAt(data, 'visibility') === 'private'
				? ignore('not_needed', 'The event is private: its page is shown to nobody yet.')
				: [{ type: 'event.site_live', event: readEvent(data) }];
		case 'event.canceled':
			return ignore(
				'not_needed',
				'Luma says that the event is cancelled, and names none of its guests. Tell them with a notification.',
			);
		default:
			return ignore(
				NOT_NEEDED.has(happened) ? 'not_needed' : 'unknown_event',
				happened === ''
					? 'The body has no type, so it does not say what happened.'
					: `Luma’s webhook "${happened.slice(0, 80)}" is nothing anybody is told about.`,
			);
	}
}

/** Older bodies have no status: they were sent when somebody had registered. */
const statusOf = (guest: JsonObject): string => textAt(guest, 'approval_status') ?? 'approved';

function unlessWaiting(guest: JsonObject): PlatformReading | undefined {
	const status = statusOf(guest);
	if (status === 'approved') return undefined;
	return ignore('not_complete', `The guest is "${status.slice(0, 40)}", and not approved yet.`);
}

function readChangedGuest(guest: JsonObject, parts: Partial<Notice>): Read[] | PlatformReading {
	if (statusOf(guest) === 'declined') return [{ type: 'order.cancelled', ...parts }];
	const waiting = unlessWaiting(guest);
	if (waiting !== undefined) return waiting;
	const updated: Read = { type: 'ticket.updated', ...parts };
	// Nobody is welcomed to the registration at the door.
	if (hasArrived(guest)) return [updated];
	return [{ type: 'registration.completed', ...parts, onlyIfNew: true }, updated];
}

function readEvent(event: JsonObject): NoticeEvent {
	const place = objectAt(event, 'geo_address_json');
	return compact({
		id: textAt(event, 'id') ?? textAt(event, 'api_id'),
		name: textAt(event, 'name'),
		startsAt: textAt(event, 'start_at'),
		endsAt: textAt(event, 'end_at'),
		timeZone: textAt(event, 'timezone'),
		url: textAt(event, 'url'),
		venue: textAt(place, 'address') ?? textAt(place, 'full_address'),
	});
}
