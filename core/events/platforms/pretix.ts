import { booleanAt, compact, isObject, textAt, type JsonObject } from '../../webhooks/json';
import type { Notice, NoticeEvent, ReportType } from '../notice';
import { feeds } from './feeds';
import { ignore } from './ignore';
import { isoTimeOf } from './iso-time';
import { localText } from './local-text';
import { noticeId } from './notice-id';
import type { Platform, PlatformReading, PlatformReport } from './platform';
import { happeningOf, POSITION_CANCELLED } from './pretix-action';
import { fetchPretix, type PretixAnswers } from './pretix-api';
import { partiesOf, paymentOf, stateOf, wasConfirmed } from './pretix-order';
import { sharedSecretSignature, verifySharedSecret } from './shared-secret';

/**
 * pretix. Its webhooks carry numbers only (doc/api/webhooks.rst): the action says what to look at,
 * what is told is what the API says now. A webhook that comes late tells nothing that is no longer
 * true.
 */
export const pretix: Platform = {
	id: 'pretix',
	name: 'pretix',
	arrival: 'webhook',
	feeds: feeds('registration', 'reassignment', 'cancellation', 'website'),
	api: {
		address: 'https://pretix.eu/api/v1',
		path: '/api/v1',
		authorization: (token) => `Token ${token}`,
		fetch: fetchPretix,
	},
	signature: {
		...sharedSecretSignature,
		description:
			'pretix does not sign its webhooks. Put a long random secret into the webhook address, as password (https://whatsapp:SECRET@…) or at its end (?secret=SECRET).',
	},
	verify: verifySharedSecret,
	read: readPretix,
};

function readPretix(report: PlatformReport): PlatformReading {
	const { body } = report;
	if (!isObject(body)) return ignore('not_an_object', 'The body is not a JSON object.');
	const action = textAt(body, 'action');
	const happening = happeningOf(action);
	if (happening === undefined) {
		return action?.startsWith('pretix.')
			? ignore('not_needed', `pretix’s webhook "${action}" is nothing anybody is told about.`)
			: ignore('unknown_event', 'The body is no webhook of pretix: it names no action of its.');
	}
	const answers: PretixAnswers | undefined = isObject(report.fetched) ? report.fetched : undefined;
	if (answers === undefined) {
		return ignore(
			'not_complete',
			'pretix sends numbers only, and its API was not asked about them. Take its webhooks in with Event Trigger.',
		);
	}
	if (answers.gone === true) {
		return ignore('not_needed', 'pretix has deleted the order: only test orders can be.');
	}
	if (happening === 'live') return readLive(report, answers);
	const { order } = answers;
	if (!isObject(order)) return ignore('unknown_event', 'pretix’s answer is no order.');
	switch (happening) {
		case 'registration':
			return readRegistration(report, answers, order);
		case 'change':
			return readChange(report, answers, order);
		case 'cancellation':
			return readCancellation(report, answers, order);
	}
}

function readLive(report: PlatformReport, answers: PretixAnswers): PlatformReading {
	const event = isObject(answers.event) ? answers.event : {};
	if (booleanAt(event, 'live') !== true) {
		return ignore('not_needed', 'The shop has been taken offline again.');
	}
	const test = booleanAt(event, 'testmode') ?? false;
	const notice = { ...start(report, answers, 'event.site_live'), test };
	return { notices: [notice], ignored: [] };
}

function readRegistration(
	report: PlatformReport,
	answers: PretixAnswers,
	order: JsonObject,
): PlatformReading {
	const state = stateOf(order);
	if (state === 'awaiting_approval') {
		return ignore('not_complete', 'The order waits for approval; that will be reported.');
	}
	if (state !== 'complete' && state !== 'unpaid') {
		return ignore('not_needed', `The order is ${state ?? 'in an unknown state'} by now.`);
	}
	const { buyer, tickets } = partiesOf(order, answers, report.options);
	const notice = { ...start(report, answers, 'registration.completed'), buyer };
	return { notices: [withTickets(notice, order, tickets)], ignored: [] };
}

/** Also of orders that are not paid yet: whoever holds a ticket when it is paid is told then. */
function readChange(
	report: PlatformReport,
	answers: PretixAnswers,
	order: JsonObject,
): PlatformReading {
	const state = stateOf(order);
	const isCancellation = isObject(report.body) && report.body.action === POSITION_CANCELLED;
	// With the last of its tickets the order itself is cancelled.
	if (state === 'cancelled' && isCancellation) return readCancellation(report, answers, order);
	if (state !== 'complete' && state !== 'unpaid') {
		return ignore('not_needed', `The order is ${state ?? 'in an unknown state'}.`);
	}
	const { buyer, tickets, cancelled } = partiesOf(order, answers, report.options);
	const update = { ...start(report, answers, 'ticket.updated'), buyer };
	const notices = [withTickets(update, order, tickets)];
	// The webhook does not say which position: those told before are not told again.
	if (isCancellation && wasConfirmed(order)) {
		cancelled.forEach((ticket, index) => {
			const { attendee, ...rest } = ticket;
			notices.push({
				...withTickets(start(report, answers, 'ticket.cancelled', index + 1), order),
				...compact({ ticket: rest, attendee: attendee ?? buyer }),
			});
		});
	}
	return { notices, ignored: [] };
}

/**
 * An order that expired was never paid: nobody was told that they are registered, and pretix still
 * takes the money if it comes. "Cancelled" would be wrong to the buyer and news to the attendees, so
 * nobody is told. Who cancelled or denied an order that was not confirmed tells the buyer, who placed
 * it, and not the attendees, who heard nothing of it.
 */
function readCancellation(
	report: PlatformReport,
	answers: PretixAnswers,
	order: JsonObject,
): PlatformReading {
	const state = stateOf(order);
	if (state === 'expired') {
		return ignore('not_needed', 'The order expired unpaid: nobody was told that it is complete.');
	}
	if (state !== 'cancelled') return ignore('not_needed', 'The order is valid again by now.');
	const { buyer, tickets, cancelled } = partiesOf(order, answers, report.options);
	const all = tickets.length > 0 ? tickets : cancelled;
	const concerned = wasConfirmed(order)
		? all
		: all.map(({ attendee: _attendee, ...ticket }) => ticket);
	const notice = { ...start(report, answers, 'order.cancelled'), buyer };
	return { notices: [withTickets(notice, order, concerned)], ignored: [] };
}

function start(
	report: PlatformReport,
	answers: PretixAnswers,
	type: ReportType,
	index = 0,
): Notice {
	const order = isObject(answers.order) ? answers.order : {};
	const changedAt = isoTimeOf(textAt(order, 'last_modified') ?? textAt(order, 'datetime'));
	const locale = textAt(order, 'locale');
	return compact({
		id: noticeId('pretix', type, report.body, index),
		source: 'pretix',
		type,
		occurredAt: changedAt ?? report.receivedAt,
		version: changedAt,
		event: eventOf(report.body, answers, locale),
		locale,
		test: booleanAt(order, 'testmode') ?? false,
		raw: report.body,
	});
}

const withTickets = (
	notice: Notice,
	order: JsonObject,
	tickets?: NonNullable<Notice['order']>['tickets'],
): Notice =>
	compact({
		...notice,
		order: compact({ id: textAt(order, 'code'), payment: paymentOf(order), tickets }),
	});

/** An order's code is unique within an event, an event's short name within its organiser. */
function eventOf(body: unknown, answers: PretixAnswers, locale?: string): NoticeEvent {
	const { organizer, event: slug } = isObject(body) ? body : {};
	const event = isObject(answers.event) ? answers.event : {};
	const date = isObject(answers.subevent) ? answers.subevent : {};
	// The dates of a series are its parts'; the series' own tells nobody anything.
	const isSeries = booleanAt(event, 'has_subevents') === true;
	const from = isSeries ? date : event;
	return compact({
		id: [organizer, slug].join('/'),
		name: localText(date.name, locale) ?? localText(event.name, locale),
		startsAt: textAt(from, 'date_from'),
		endsAt: textAt(from, 'date_to'),
		timeZone: textAt(event, 'timezone'),
		// Only newer versions tell it.
		url: textAt(event, 'public_url'),
		venue: localText(date.location, locale) ?? localText(event.location, locale),
	});
}
