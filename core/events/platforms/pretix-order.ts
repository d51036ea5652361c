import {
	booleanAt,
	compact,
	isObject,
	listAt,
	numberAt,
	objectAt,
	textAt,
	type JsonObject,
} from '../../webhooks/json';
import type { NoticeTicket, Payment, Person } from '../notice';
import { localText } from './local-text';
import { personOf } from './person';
import type { ReadingOptions } from './platform';
import type { PretixAnswers } from './pretix-api';
import { phoneOf } from './pretix-phone';

export type PretixState = 'complete' | 'unpaid' | 'awaiting_approval' | 'expired' | 'cancelled';

/**
 * Where an order stands now. pretix has six states and four values of `status`: an order that waits
 * for approval is pending, and one cancelled for a fee is paid without any position
 * (doc/api/guides/order_lifecycle.rst).
 */
export function stateOf(order: JsonObject): PretixState | undefined {
	const positions = listAt(order, 'positions').filter(isObject);
	if (positions.length > 0 && positions.every(isCancelled)) return 'cancelled';
	switch (textAt(order, 'status')) {
		case 'p':
			return 'complete';
		case 'n':
			if (booleanAt(order, 'require_approval') === true) return 'awaiting_approval';
			return costsNothing(order) || isTrusted(order) ? 'complete' : 'unpaid';
		case 'e':
			return 'expired';
		case 'c':
			return 'cancelled';
		default:
			return undefined;
	}
}

export function paymentOf(order: JsonObject): Payment | undefined {
	const state = stateOf(order);
	if (state === 'complete') return costsNothing(order) ? 'free' : 'paid';
	return state === 'unpaid' ? 'unpaid' : undefined;
}

/**
 * Whether anybody was ever told that they are registered: paid once, free, or trusted to pay later.
 * A denied application and a basket nobody paid for were not.
 */
export function wasConfirmed(order: JsonObject): boolean {
	if (booleanAt(order, 'require_approval') === true) return false;
	if (costsNothing(order) || isTrusted(order) || !Array.isArray(order.payments)) return true;
	return listAt(order, 'payments')
		.filter(isObject)
		.some((payment) => ['confirmed', 'refunded'].includes(textAt(payment, 'state') ?? ''));
}

const costsNothing = (order: JsonObject): boolean => (numberAt(order, 'total') ?? 1) <= 0;

/** `valid_if_pending`: pretix treats it like a paid one, for customers who pay after the event. */
const isTrusted = (order: JsonObject): boolean => booleanAt(order, 'valid_if_pending') === true;

const isCancelled = (position: JsonObject): boolean => booleanAt(position, 'canceled') === true;

/** Who bought, and the tickets that are valid and those that were cancelled one by one. */
export interface PretixParties {
	buyer?: Person;
	tickets: NoticeTicket[];
	cancelled: NoticeTicket[];
}

/**
 * pretix asks the buyer for an e-mail address and, if set so, a phone; a name only on the invoice. As
 * in its own e-mails, a buyer without one goes by the first attendee's name, unless that attendee has
 * another e-mail address or number. An attendee with the buyer's name and no address of their own is
 * the buyer: a reading of ours, because pretix writes to the buyer then.
 */
export function partiesOf(
	order: JsonObject,
	answers: PretixAnswers,
	options: ReadingOptions = {},
): PretixParties {
	const locale = textAt(order, 'locale');
	const items = byId(answers.items);
	const positions = ticketPositions(listAt(order, 'positions').filter(isObject), items);
	const holders = positions.map((position) => holderOf(position, answers, options));
	const email = textAt(order, 'email');
	const invoice = objectAt(order, 'invoice_address');
	const invoiceName = textAt(invoice, 'name');
	const orderPhone = textAt(order, 'phone');
	const couldBeBuyer = (holder: Person): boolean =>
		holder.email === undefined
			? !areTwoPhones(holder.phone, orderPhone)
			: sameText(holder.email, email);
	const namesake = holders.find((holder) => holder?.name !== undefined && couldBeBuyer(holder));
	const name = invoiceName ?? namesake?.name;
	/** By name, too: a buyer may have typed their own e-mail address for several guests. */
	const isBuyer = (holder: Person): boolean =>
		holder.name === undefined
			? holder.email !== undefined && sameText(holder.email, email)
			: sameText(holder.name, name) &&
				(couldBeBuyer(holder) || (holder.email === undefined && invoiceName !== undefined));
	const self = holders.find((holder) => holder !== undefined && isBuyer(holder));
	const phones = [orderPhone, self?.phone];
	// The question the organiser named asks for the number to write to; else the order's own comes first.
	const phone = (options.phoneQuestion?.trim() ? phones.reverse() : phones).find(Boolean);
	const buyer = personOf({
		name,
		firstName: firstNameOf(objectAt(invoice, 'name_parts')) ?? self?.firstName,
		email,
		phone,
	});
	const tickets = positions.map((position, index) => {
		const holder = holders[index];
		const own = holder !== undefined && isBuyer(holder);
		return compact({
			id: textAt(position, 'id'),
			name: ticketNameOf(position, items, locale),
			// The order's page shows and changes the whole order: it is for the buyer only.
			url: own || holder === undefined ? textAt(order, 'url') : undefined,
			attendee: own ? compact({ ...holder, email, phone }) : holder,
		});
	});
	return {
		buyer,
		tickets: tickets.filter((_ticket, index) => !isCancelled(positions[index] as JsonObject)),
		cancelled: tickets.filter((_ticket, index) => isCancelled(positions[index] as JsonObject)),
	};
}

const sameText = (one: string | undefined, other: string | undefined): boolean =>
	one?.toLowerCase() === other?.toLowerCase();

/** Two numbers, and not one with and without its country's. */
const areTwoPhones = (one: string | undefined, other: string | undefined): boolean =>
	one !== undefined && other !== undefined && ending(one) !== ending(other);

const ending = (phone: string): string => phone.replace(/\D/g, '').slice(-8);

const byId = (list: readonly unknown[] = []): Map<string | undefined, JsonObject> =>
	new Map(list.filter(isObject).map((item) => [textAt(item, 'id'), item]));

/** Without what is added to another ticket and without what admits nobody: a T-shirt is no ticket. */
function ticketPositions(
	positions: JsonObject[],
	items: Map<string | undefined, JsonObject>,
): JsonObject[] {
	const admitting = positions.filter(
		(position) =>
			textAt(position, 'addon_to') === undefined &&
			booleanAt(items.get(textAt(position, 'item')) ?? {}, 'admission') !== false,
	);
	return admitting.length > 0 ? admitting : positions;
}

function holderOf(
	position: JsonObject,
	answers: PretixAnswers,
	options: ReadingOptions,
): Person | undefined {
	return personOf({
		name: textAt(position, 'attendee_name'),
		firstName: firstNameOf(objectAt(position, 'attendee_name_parts')),
		email: textAt(position, 'attendee_email'),
		phone: phoneOf(position, answers.questions, options),
	});
}

/** The parts depend on the name scheme of the event; a full name is not taken apart. */
const firstNameOf = (parts: JsonObject): string | undefined =>
	textAt(parts, 'given_name') ?? textAt(parts, 'calling_name');

function ticketNameOf(
	position: JsonObject,
	items: Map<string | undefined, JsonObject>,
	locale: string | undefined,
): string | undefined {
	const item = items.get(textAt(position, 'item')) ?? {};
	const variation = byId(listAt(item, 'variations')).get(textAt(position, 'variation'));
	const names = [localText(item.name, locale), localText(variation?.value, locale)];
	return names.filter((name) => name !== undefined).join(' – ') || undefined;
}
