import {
	compact,
	isObject,
	listAt,
	numberAt,
	objectAt,
	textAt,
	type JsonObject,
} from '../../webhooks/json';
import type { Notice, NoticeEvent, Payment } from '../notice';
import { personOf } from './person';
import { phoneAnswer } from './phone-question';
import type { ReadingOptions } from './platform';

type Parts = Pick<Notice, 'event' | 'order' | 'ticket' | 'attendee' | 'previous'>;

/** Stands for "none" among Cvent's numbers. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

const stubAt = (source: JsonObject, key: string): string | undefined => {
	const stub = textAt(source, key);
	return stub === NOBODY ? undefined : stub;
};

/** An invitee or their guest; each is a report of their own, those of one order share its number. */
export function inviteeParts(invitee: JsonObject, options?: ReadingOptions): Parts {
	const stub = stubAt(invitee, 'inviteeStub');
	const confirmation = textAt(invitee, 'confirmationNumber');
	const [order] = listAt(invitee, 'orders').filter(isObject);
	return {
		event: readEvent(invitee),
		order: compact({
			id: (order && textAt(order, 'orderNumber')) ?? confirmation ?? stub,
			number: confirmation,
			payment: paymentOf(invitee),
		}),
		ticket: compact({ id: stub, name: textAt(invitee, 'admissionItem') }),
		attendee: personOf({
			id: stubAt(invitee, 'contactStub'),
			firstName: textAt(invitee, 'firstName'),
			lastName: textAt(invitee, 'lastName'),
			email: textAt(invitee, 'email'),
			// Not `workPhone` and `homePhone`: nobody reads WhatsApp on a desk phone.
			phone: answerTo(invitee, options) ?? textAt(invitee, 'mobilePhone'),
			company: textAt(invitee, 'company'),
		}),
	};
}

/** Written in other words than all the rest. Its only number is the one at work. */
export function substituteParts(substitute: JsonObject): Parts {
	const before = stubAt(substitute, 'oldContactStub');
	return compact({
		event: compact({ id: textAt(substitute, 'eventStub') }),
		order: compact({ number: textAt(substitute, 'registration_code') }),
		ticket: compact({ id: stubAt(substitute, 'inviteeStub') }),
		attendee: personOf({
			id: stubAt(substitute, 'newContactStub'),
			firstName: textAt(substitute, 'first_name'),
			lastName: textAt(substitute, 'last_name'),
			email: textAt(substitute, 'email'),
			phone: textAt(substitute, 'phone_work'),
			company: textAt(substitute, 'organization_name'),
		}),
		previous: before === undefined ? undefined : { attendee: { id: before } },
	});
}

/** A custom field of the contact, where the organiser names one for the phone. */
function answerTo(invitee: JsonObject, options: ReadingOptions = {}): string | undefined {
	if (!options.phoneQuestion?.trim()) return undefined;
	const fields = listAt(invitee, 'customFields').filter(isObject);
	return phoneAnswer(
		fields.map((field) => ({ question: textAt(field, 'name'), answer: textAt(field, 'value') })),
		options,
	);
}

/**
 * As we read it: accepted is registered, and a payment may be booked later; no message is known that
 * says so. What is not paid when the registration comes is therefore unknown, not unpaid.
 */
function paymentOf(invitee: JsonObject): Payment | undefined {
	const details = listAt(invitee, 'orders')
		.filter(isObject)
		.flatMap((order) => listAt(order, 'orderDetails').filter(isObject));
	if (details.length === 0) return undefined;
	const sum = (key: string) =>
		details.reduce((total, detail) => total + (numberAt(detail, key) ?? 0), 0);
	if (sum('orderAmount') <= 0) return 'free';
	return sum('paidAmount') >= sum('orderAmount') ? 'paid' : 'unknown';
}

function readEvent(invitee: JsonObject): NoticeEvent {
	const event = objectAt(invitee, 'eventForInvitee');
	return compact({
		id: textAt(invitee, 'eventStub'),
		name: textAt(event, 'eventTitle'),
		startsAt: clockTime(textAt(event, 'eventStartDate')),
		endsAt: dayOf(textAt(event, 'eventEndDate')),
		venue: textAt(event, 'eventLocation'),
	});
}

const TIME = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(?::\d{2})?(?:\.\d+)?$/;

/** `2018-04-30 18:00:00.0`, in the event's own time; its zone is named in Cvent's words ("Eastern Time"). */
function clockTime(text: string | undefined): string | undefined {
	const [, day, clock] = TIME.exec(text ?? '') ?? [];
	return day && clock ? `${day}T${clock}:00` : undefined;
}

/** The end only serves to leave out what is over: without a zone the whole day counts. */
const dayOf = (text: string | undefined): string | undefined => TIME.exec(text ?? '')?.[1];
