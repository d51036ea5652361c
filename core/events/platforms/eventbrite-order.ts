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
import type { NoticeEvent, NoticeTicket, Payment, Person } from '../notice';
import { personOf } from './person';
import { phoneAnswer } from './phone-question';
import type { ReadingOptions } from './platform';

/**
 * Statuses of an order that the documentation lists, and those seen beside them ("unpaid",
 * "refunded", "deleted"). That the first group still waits for money is a reading of ours.
 */
const WAITS = ['started', 'pending', 'unpaid'];
const OVER = ['abandoned', 'refunded', 'deleted', 'cancelled', 'canceled'];

/** An attendee is one ticket. One refunded without being cancelled does not come either. */
export const isGone = (attendee: JsonObject): boolean =>
	booleanAt(attendee, 'cancelled') === true ||
	booleanAt(attendee, 'refunded') === true ||
	['Not Attending', 'Deleted'].includes(textAt(attendee, 'status') ?? '');

export const attendeesOf = (order: JsonObject): JsonObject[] =>
	listAt(order, 'attendees').filter(isObject);

/** Where the order stands, as its tickets say; the status alone does not tell a partial refund. */
export function stateOf(order: JsonObject): 'complete' | 'unpaid' | 'over' {
	const attendees = attendeesOf(order);
	const status = textAt(order, 'status')?.toLowerCase() ?? '';
	const isOver = attendees.length > 0 ? attendees.every(isGone) : OVER.includes(status);
	if (isOver || status === 'abandoned') return 'over';
	return WAITS.includes(status) ? 'unpaid' : 'complete';
}

export function paymentOf(order: JsonObject): Payment | undefined {
	const state = stateOf(order);
	if (state !== 'complete') return state === 'unpaid' ? 'unpaid' : undefined;
	const gross = numberAt(objectAt(objectAt(order, 'costs'), 'gross'), 'value');
	if (gross === undefined) return 'unknown';
	return gross <= 0 ? 'free' : 'paid';
}

export const buyerOf = (order: JsonObject): Person | undefined =>
	personOf({
		name: textAt(order, 'name'),
		firstName: textAt(order, 'first_name'),
		lastName: textAt(order, 'last_name'),
		email: textAt(order, 'email'),
	});

export const ticketOf = (attendee: JsonObject): NoticeTicket =>
	compact({ id: textAt(attendee, 'id'), name: textAt(attendee, 'ticket_class_name') });

/** Where the form asks the buyer only, every attendee is the buyer: Eventbrite repeats them. */
export function holderOf(
	attendee: JsonObject,
	order: JsonObject,
	options: ReadingOptions = {},
): Person | undefined {
	const profile = objectAt(attendee, 'profile');
	return personOf({
		name: textAt(profile, 'name'),
		firstName: textAt(profile, 'first_name'),
		lastName: textAt(profile, 'last_name'),
		email: textAt(profile, 'email'),
		phone: phoneOf(attendee, order, options),
	});
}

/** The field of the form, unless the organiser named a question of theirs. */
function phoneOf(
	attendee: JsonObject,
	order: JsonObject,
	options: ReadingOptions,
): string | undefined {
	const id = textAt(attendee, 'id');
	const ofOrder = listAt(order, 'answers').filter(isObject);
	const answers = [
		...listAt(attendee, 'answers').filter(isObject),
		...ofOrder.filter((answer) => id !== undefined && textAt(answer, 'attendee_id') === id),
	].map((answer) => ({ question: textAt(answer, 'question'), answer: asText(answer.answer) }));
	const answered = phoneAnswer(answers, options);
	const field = textAt(objectAt(attendee, 'profile'), 'cell_phone');
	return options.phoneQuestion?.trim() ? (answered ?? field) : (field ?? answered);
}

export function eventOf(event: JsonObject, id: string | undefined): NoticeEvent {
	const start = objectAt(event, 'start');
	const venue = objectAt(event, 'venue');
	return compact({
		id: textAt(event, 'id') ?? id,
		name: textAt(objectAt(event, 'name'), 'text'),
		startsAt: textAt(start, 'utc'),
		endsAt: textAt(objectAt(event, 'end'), 'utc'),
		timeZone: textAt(start, 'timezone'),
		url: textAt(event, 'url'),
		venue: textAt(venue, 'name') ?? textAt(objectAt(venue, 'address'), 'localized_address_display'),
	});
}
