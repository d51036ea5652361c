import { isObject } from '../webhooks/json';
import type { OptOutList } from './refused-marketing';
import { personKey } from './person-key';

/**
 * The same, where a list that cannot be read refuses marketing only: utility goes on, and is not asked.
 */
export function lazyOptOutRows(...given: Parameters<typeof readOptOutRows>): OptOutList {
	let list: OptOutList | undefined;
	return { has: (person) => (list ??= readOptOutRows(...given)).has(person) };
}

/** A hash as `personKey` makes it. */
const HASH = /^[0-9a-f]{20}$/;

/**
 * Who opted out, from what a flow hands in: rows of a table (`person`, `choice`), n8n's items of such
 * rows, plain hashes, or a list of phone numbers somebody kept by hand; as a list or its JSON. A row
 * whose choice is `start` is of somebody who came back.
 *
 * @throws {Error} what is no list: nobody may be sent marketing because a list could not be read
 */
export function readOptOutRows(
	value: unknown,
	hashKey: string,
	defaultCountry?: string,
): OptOutList {
	const people = rowsOf(value).flatMap((row) => peopleOf(row, hashKey, defaultCountry));
	return new Set(people);
}

function rowsOf(value: unknown): unknown[] {
	if (value === undefined || value === null) return [];
	if (typeof value !== 'string') return Array.isArray(value) ? value : [value];
	const text = value.trim();
	if (text === '') return [];
	try {
		return rowsOf(JSON.parse(text) as unknown);
	} catch {
		throw new Error(
			'People Who Opted Out is not a list, e.g. the rows of the table whatsapp_opt_outs',
		);
	}
}

function peopleOf(given: unknown, hashKey: string, defaultCountry?: string): string[] {
	const row = isObject(given) && isObject(given.json) ? given.json : given;
	if (!isObject(row)) return named(row, hashKey, defaultCountry);
	// n8n's “Always Output Data” hands out an empty row.
	if (Object.keys(row).length === 0 || row.choice === 'start') return [];
	if (!('person' in row) && !('phone' in row)) {
		throw new Error(
			`A row of People Who Opted Out has neither a field person nor phone, only ${Object.keys(row).join(', ')}`,
		);
	}
	return named(row.person ?? row.phone, hashKey, defaultCountry);
}

/** A number in a sheet has lost its `+`: it is read both ways, so that nobody is missed. */
function named(who: unknown, hashKey: string, defaultCountry?: string): string[] {
	if (typeof who === 'string' && HASH.test(who)) return [who];
	const ways = [personKey(who, hashKey, defaultCountry), personKey(`+${String(who)}`, hashKey)];
	return ways.filter((way) => way !== undefined);
}
