import { isObject, numberAt, ownValue, textAt, type JsonObject } from '../../webhooks/json';
import type { Payment, Person } from '../notice';
import { personOf } from './person';
import { phoneAnswer } from './phone-question';
import type { ReadingOptions } from './platform';

/** What Hi.Events says about an order's money. Completed is an order that is free or paid for. */
export function paymentOfOrder(order: JsonObject): Payment | undefined {
	const payment = textAt(order, 'payment_status');
	if (payment === 'NO_PAYMENT_REQUIRED') return 'free';
	if (payment === 'PAYMENT_RECEIVED') return 'paid';
	if (payment !== undefined) return 'unpaid';
	if (textAt(order, 'status') !== 'COMPLETED') return 'unpaid';
	return (numberAt(order, 'total_gross') ?? 0) > 0 ? 'paid' : 'free';
}

/** An attendee becomes active when the order is free or paid for; which of both is not said. */
export const paymentOfAttendee = (attendee: JsonObject): Payment | undefined =>
	textAt(attendee, 'status') === 'AWAITING_PAYMENT' ? 'unpaid' : undefined;

/** Questions about each ticket belong to its attendee. */
export const attendeeOf = (attendee: JsonObject, options?: ReadingOptions): Person | undefined =>
	personOf({
		firstName: textAt(attendee, 'first_name'),
		lastName: textAt(attendee, 'last_name'),
		email: textAt(attendee, 'email'),
		phone: phoneOf(answersOf(attendee), options),
		locale: textAt(attendee, 'locale'),
	});

/** An order lists the answers of everybody: the buyer's are those that belong to the order. */
export const buyerOf = (order: JsonObject, options?: ReadingOptions): Person | undefined =>
	personOf({
		firstName: textAt(order, 'first_name'),
		lastName: textAt(order, 'last_name'),
		email: textAt(order, 'email'),
		phone: phoneOf(
			answersOf(order).filter((answer) => textAt(answer, 'belongs_to') === 'ORDER'),
			options,
		),
	});

/** PHP writes a filtered list as an object where its numbers have gaps. */
function answersOf(source: JsonObject): JsonObject[] {
	const answers = ownValue(source, 'question_answers');
	const list: unknown[] = Array.isArray(answers)
		? answers
		: isObject(answers)
			? Object.values(answers)
			: [];
	return list.filter(isObject);
}

/** The question the organiser named, else the one of type Phone, else one that asks for a phone. */
function phoneOf(answers: readonly JsonObject[], options?: ReadingOptions): string | undefined {
	const given = answers.map((answer) => ({
		question: textAt(answer, 'title'),
		answer: textAt(answer, 'text_answer') ?? textAt(answer, 'answer'),
		isPhone: textAt(answer, 'question_type') === 'PHONE',
	}));
	const typed = given.find(({ isPhone, answer }) => isPhone && answer !== undefined)?.answer;
	return options?.phoneQuestion?.trim()
		? phoneAnswer(given, options)
		: (typed ?? phoneAnswer(given));
}
