import { isObject, listAt, textAt, type JsonObject } from '../../webhooks/json';
import { PlatformApiError } from '../platform-api';
import type { PlatformGet, PlatformReport } from './platform';
import { happeningOf } from './pretix-action';

/** What pretix's API says about one webhook. */
export interface PretixAnswers {
	/** Absent where the token may not read the event. */
	event?: JsonObject;
	/** Absent where the report is about the event. */
	order?: JsonObject;
	items?: readonly unknown[];
	questions?: readonly unknown[];
	/** The date of an event series that all tickets are for. */
	subevent?: JsonObject;
	/** The order is not there any more. */
	gone?: true;
}

/**
 * Follows pretix' REST API (doc/api/resources/orders.rst, events.rst, items.rst, questions.rst):
 * event and order at once, then products, questions and the date of a series, as far as needed.
 * pretix waits 30 seconds.
 */
export async function fetchPretix(
	{ body }: PlatformReport,
	get: PlatformGet,
): Promise<PretixAnswers | undefined> {
	if (!isObject(body)) return undefined;
	const happening = happeningOf(textAt(body, 'action'));
	const place = placeOf(body);
	if (happening === undefined || place === undefined) return undefined;
	if (happening === 'live') return { event: await object(get, place) };
	const code = textAt(body, 'code');
	if (code === undefined || !SLUG.test(code)) return undefined;
	const [event, order] = await Promise.all([
		unlessRefused(object(get, place)),
		ordersAnswer(get, `${place}orders/${code}/?include_canceled_positions=true`),
	]);
	if (order instanceof PlatformApiError) {
		// The event answers, so address and token are right, and pretix has deleted the order.
		if (event !== undefined && order.kind === 'not_found') return { event, gone: true };
		throw order;
	}
	const positions = listAt(order, 'positions').filter(isObject);
	const [items, questions, subevent] = await Promise.all([
		itemsOf(get, place, positions),
		positions.some((position) => listAt(position, 'answers').length > 0)
			? unlessRefused(results(get, `${place}questions/`))
			: undefined,
		subeventOf(get, place, positions),
	]);
	return { event, order, items, questions, subevent };
}

/** pretix' short names; nothing that leads elsewhere in the address. */
const SLUG = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

function placeOf(body: JsonObject): string | undefined {
	const [organizer, event] = [textAt(body, 'organizer'), textAt(body, 'event')];
	if (organizer === undefined || event === undefined) return undefined;
	if (!SLUG.test(organizer) || !SLUG.test(event)) return undefined;
	return `organizers/${organizer}/events/${event}/`;
}

async function object(get: PlatformGet, path: string): Promise<JsonObject | undefined> {
	const answer = await get(path);
	return isObject(answer) ? answer : undefined;
}

const results = async (get: PlatformGet, path: string): Promise<readonly unknown[]> =>
	listAt((await object(get, path)) ?? {}, 'results');

async function ordersAnswer(
	get: PlatformGet,
	path: string,
): Promise<JsonObject | PlatformApiError> {
	try {
		return (await object(get, path)) ?? {};
	} catch (error) {
		if (error instanceof PlatformApiError) return error;
		throw error;
	}
}

/** What only adds names is done without where the token may not read it; no answer is tried again. */
async function unlessRefused<T>(asked: Promise<T>): Promise<T | undefined> {
	try {
		return await asked;
	} catch (error) {
		const isNoMatter =
			error instanceof PlatformApiError && ['refused', 'not_found'].includes(error.kind);
		if (isNoMatter) return undefined;
		throw error;
	}
}

const idsOf = (positions: readonly JsonObject[], key: string): string[] => [
	...new Set(positions.map((position) => textAt(position, key)).filter((id) => id !== undefined)),
];

/** The first page holds 50 products; what is not among them is asked for by itself. */
async function itemsOf(
	get: PlatformGet,
	place: string,
	positions: readonly JsonObject[],
): Promise<readonly unknown[]> {
	const listed = (await unlessRefused(results(get, `${place}items/`))) ?? [];
	const known = new Set(listed.filter(isObject).map((item) => textAt(item, 'id')));
	const others = idsOf(positions, 'item').filter((id) => /^\d+$/.test(id) && !known.has(id));
	const more = await Promise.all(
		others.map((id) => unlessRefused(object(get, `${place}items/${id}/`))),
	);
	return [...listed, ...more];
}

async function subeventOf(
	get: PlatformGet,
	place: string,
	positions: readonly JsonObject[],
): Promise<JsonObject | undefined> {
	const ids = idsOf(positions, 'subevent');
	const [id] = ids;
	if (ids.length !== 1 || id === undefined || !/^\d+$/.test(id)) return undefined;
	return await unlessRefused(object(get, `${place}subevents/${id}/`));
}
