import { isObject, textAt } from '../webhooks/json';
import type { Notice, Person } from './notice';
import { genericPlatform } from './platforms/generic';
import { canonicalMapping } from './platforms/generic-mapping';
import { personOf } from './platforms/person';

const canonical = genericPlatform(canonicalMapping);

/**
 * Reads a notice somebody else wrote in our shape: a Code node, a form, a row of a table. Unknown
 * fields are dropped, wrong types read as absent; undefined where it is no notice at all.
 */
export function readNotice(value: unknown, receivedAt: string): Notice | undefined {
	const notice = canonical.read({ body: value, receivedAt }).notices[0];
	if (notice === undefined || !isObject(value)) return undefined;
	const speakers = speakersOf(value.speakers);
	return {
		...notice,
		...(speakers && { speakers }),
		source: textAt(value, 'source') ?? notice.source,
		raw: value.raw ?? value,
	};
}

/** Everybody who speaks in a session now, with `session.updated`. */
function speakersOf(list: unknown): Person[] | undefined {
	if (!Array.isArray(list)) return undefined;
	return list.filter(isObject).flatMap((entry) => {
		const text = (name: string) => textAt(entry, name);
		const person = personOf({
			...{ id: text('id'), name: text('name'), firstName: text('firstName') },
			...{ lastName: text('lastName'), email: text('email'), phone: text('phone') },
			locale: text('locale'),
		});
		return person === undefined ? [] : [person];
	});
}
