import {
	asText,
	compact,
	isObject,
	listAt,
	numberAt,
	textAt,
	type JsonObject,
} from '../../webhooks/json';
import type { Notice, NoticeTicket, Payment, Person } from '../notice';
import { personOf } from './person';
import { phoneAnswer } from './phone-question';
import type { ReadingOptions } from './platform';

/** A guest of Luma: buyer and holder of all their tickets at once. */
export function guestParts(
	guest: JsonObject,
	options?: ReadingOptions,
): Pick<Notice, 'order' | 'attendee'> {
	const attendee = readGuest(guest, options);
	const tickets = listAt(guest, 'event_tickets').filter(isObject);
	return compact({
		order: compact({
			id: textAt(guest, 'id') ?? textAt(guest, 'api_id'),
			payment: paymentOf(guest),
			tickets: tickets.length
				? tickets.map((ticket) => compact({ ...ticketOf(ticket), attendee }))
				: undefined,
		}),
		attendee,
	});
}

export const ticketOf = (ticket: JsonObject): NoticeTicket =>
	compact({
		id: textAt(ticket, 'id') ?? textAt(ticket, 'api_id'),
		name: textAt(ticket, 'name'),
	});

/** Checked in at the door, or joined online. */
export const hasArrived = (guest: JsonObject): boolean =>
	textAt(guest, 'joined_at') !== undefined ||
	textAt(guest, 'checked_in_at') !== undefined ||
	listAt(guest, 'event_tickets').some(
		(ticket) => isObject(ticket) && textAt(ticket, 'checked_in_at') !== undefined,
	);

function readGuest(guest: JsonObject, options: ReadingOptions = {}): Person | undefined {
	const answers = listAt(guest, 'registration_answers')
		.filter(isObject)
		.map((row) => ({
			question: textAt(row, 'label'),
			answer: asText(row.answer) ?? asText(row.value),
			isPhone: textAt(row, 'question_type') === 'phone-number',
		}));
	const named = options.phoneQuestion ? phoneAnswer(answers, options) : undefined;
	const asked = answers.find(({ isPhone, answer }) => isPhone && answer !== undefined)?.answer;
	return personOf({
		id: textAt(guest, 'user_id'),
		name: textAt(guest, 'user_name') ?? textAt(guest, 'name'),
		firstName: textAt(guest, 'user_first_name') ?? textAt(guest, 'first_name'),
		lastName: textAt(guest, 'user_last_name') ?? textAt(guest, 'last_name'),
		email: textAt(guest, 'user_email') ?? textAt(guest, 'email'),
		phone: named ?? textAt(guest, 'phone_number') ?? asked ?? phoneAnswer(answers),
	});
}

/**
 * Amounts are in the smallest unit, `is_captured` says that the money was taken. As we read it, an
 * approved guest whose payment is not captured yet may still be paid for a moment later.
 */
function paymentOf(guest: JsonObject): Payment | undefined {
	const tickets = listAt(guest, 'event_tickets').filter(isObject);
	const charged = tickets.filter((ticket) => (numberAt(ticket, 'amount') ?? 0) > 0);
	if (tickets.length === 0) return undefined;
	if (charged.length === 0) return 'free';
	return charged.every((ticket) => ticket.is_captured === true) ? 'paid' : 'unknown';
}
