import type { Answer, Request, Router } from '../../http/router.ts';
import { numberOf, secondsText } from '../codes.ts';
import { slashMissing } from './slash.ts';
import type { TicketingDesk } from '../desk.ts';
import { fullName } from '../person.ts';
import { codeOf, pretix } from '../platforms/pretix.ts';
import type { Order, Ticket } from '../records.ts';

const ID = 'pretix';
const EVENT = `/ticketing/${ID}/api/v1/organizers/:organizer/events/:event`;
const PRICE = '90.00';

/**
 * pretix's REST API, as far as a webhook leaves something to ask for: the event, an order, the
 * items, the questions. Shapes: pretix's documentation, `doc/api/resources/*.rst`. Cancelled
 * positions are left out, as they are unless asked for with `include_canceled_positions`.
 */
export function addPretixApi(router: Router, desk: TicketingDesk): void {
	const get = (path: string, answer: (request: Request) => object | undefined) =>
		router.add('GET', `${EVENT}${path}`, (request) => {
			const refusal = slashMissing(request) ?? refusalOf(request, desk);
			if (refusal !== undefined) return refusal;
			const json = answer(request);
			return json === undefined
				? { status: 404, json: { detail: 'Not found.' } }
				: { status: 200, json };
		});
	get('', () => eventOf(desk));
	get('/orders', () => list(desk.store.all(ID, 'order').map((order) => orderOf(desk, order))));
	get('/orders/:code', ({ params, query }) => {
		const found = desk.store.all(ID, 'order').find((order) => codeOf(order) === params['code']);
		const all = query.get('include_canceled_positions') === 'true';
		return found && orderOf(desk, found, all);
	});
	get('/items', () => {
		const names = desk.store.all(ID, 'order').flatMap(({ tickets }) => tickets.map(nameOf));
		return list([...new Set(names)].map(itemOf));
	});
	get('/items/:item', ({ params }) => {
		const names = desk.store.all(ID, 'order').flatMap(({ tickets }) => tickets.map(nameOf));
		const name = names.find((one) => String(numberOf(one)) === params['item']);
		return name === undefined ? undefined : itemOf(name);
	});
	get('/questions', () =>
		list([
			{ id: 1, question: { en: 'Mobile phone' }, type: 'TEL', identifier: 'PHONE' },
			{ id: 2, question: { en: 'Diet' }, type: 'S', identifier: 'DIET' },
		]),
	);
}

function refusalOf({ headers, params }: Request, desk: TicketingDesk): Answer | undefined {
	const { authorization } = headers;
	if (authorization === undefined) {
		const detail = 'Authentication credentials were not provided.';
		return { status: 401, json: { detail } };
	}
	if (authorization !== `Token ${pretix.api?.token}`) {
		return { status: 401, json: { detail: 'Invalid token.' } };
	}
	const known = params['organizer'] === pretix.api?.['organizer'];
	if (known && params['event'] === desk.event.id) return undefined;
	const detail = 'You do not have permission to perform this action.';
	return { status: 403, json: { detail } };
}

const nameOf = ({ ticketName }: Ticket): string => ticketName;

const list = (results: object[]): object => ({
	count: results.length,
	next: null,
	previous: null,
	results,
});

function eventOf(desk: TicketingDesk): object {
	const { event } = desk;
	return {
		name: { en: event.name },
		slug: event.id,
		live: desk.isLive(ID),
		testmode: false,
		currency: 'EUR',
		date_from: event.startsAt,
		date_to: event.endsAt,
		date_admission: null,
		is_public: true,
		presale_start: null,
		presale_end: null,
		location: { en: event.venue },
		has_subevents: false,
		meta_data: {},
		timezone: event.timeZone,
		public_url: event.url,
	};
}

function orderOf(desk: TicketingDesk, order: Order, all = false): object {
	const { buyer, status, tickets, test } = order;
	const shown = tickets.filter((ticket) => all || ticket.status === 'valid');
	return {
		code: codeOf(order),
		event: desk.event.id,
		status: { complete: 'p', unpaid: 'n', cancelled: 'c' }[status],
		testmode: test,
		secret: Number(order.id).toString(36),
		email: buyer.email,
		phone: buyer.phone === '' ? null : buyer.phone,
		customer: null,
		locale: buyer.locale ?? 'en',
		sales_channel: 'web',
		datetime: secondsText(order.placedAt),
		expires: desk.event.startsAt,
		payment_date: order.paidAt?.slice(0, 10) ?? null,
		payment_provider: 'banktransfer',
		payments: [paymentOf(order)],
		refunds: [],
		require_approval: false,
		valid_if_pending: false,
		fees: [],
		total: (Number(PRICE) * tickets.length).toFixed(2),
		comment: '',
		checkin_attention: false,
		invoice_address: null,
		positions: shown.map((ticket) => positionOf(order, ticket)),
		downloads: [],
		last_modified: order.changedAt,
		url: `${desk.event.url}order/${codeOf(order)}/${Number(order.id).toString(36)}/`,
	};
}

const itemOf = (name: string): object => ({
	id: numberOf(name),
	name: { en: name },
	active: true,
	admission: true,
	default_price: PRICE,
	variations: [],
});

/** Of a cancelled order that was never paid, the payment is cancelled as well. */
function paymentOf({ paidAt, placedAt, status, tickets }: Order): object {
	const open = status === 'cancelled' ? 'canceled' : 'created';
	return {
		local_id: 1,
		state: paidAt === undefined ? open : 'confirmed',
		amount: (Number(PRICE) * tickets.length).toFixed(2),
		created: secondsText(placedAt),
		payment_date: paidAt === undefined ? null : secondsText(paidAt),
		provider: 'banktransfer',
	};
}

function positionOf(order: Order, ticket: Ticket): object {
	const { diet, holder, id } = ticket;
	const answer = (question: number, identifier: string, text: string) => ({
		question,
		answer: text,
		question_identifier: identifier,
		options: [],
		option_identifiers: [],
	});
	return {
		id: Number(id),
		order: codeOf(order),
		positionid: order.tickets.indexOf(ticket) + 1,
		canceled: ticket.status === 'cancelled',
		item: numberOf(ticket.ticketName),
		variation: null,
		price: PRICE,
		attendee_name: fullName(holder),
		attendee_name_parts: {
			_scheme: 'given_family',
			given_name: holder.firstName,
			family_name: holder.lastName,
		},
		company: null,
		attendee_email: holder.email,
		voucher: null,
		tax_rate: '0.00',
		tax_value: '0.00',
		tax_rule: null,
		secret: Number(id).toString(36),
		addon_to: null,
		subevent: null,
		pseudonymization_id: Number(id).toString(36).toUpperCase(),
		checkins: [],
		answers: [
			...(holder.phone === '' ? [] : [answer(1, 'PHONE', holder.phone)]),
			...(diet === undefined ? [] : [answer(2, 'DIET', diet)]),
		],
		downloads: [],
	};
}
