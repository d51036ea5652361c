import { isObject, textAt } from '../webhooks/json';
import type { Notice } from './notice';
import { genericPlatform } from './platforms/generic';
import { canonicalMapping } from './platforms/generic-mapping';

const canonical = genericPlatform(canonicalMapping);

/**
 * Reads a notice somebody else wrote in our shape: a Code node, a form, a row of a table. Unknown
 * fields are dropped, wrong types read as absent; undefined where it is no notice at all.
 */
export function readNotice(value: unknown, receivedAt: string): Notice | undefined {
	const notice = canonical.read({ body: value, receivedAt }).notices[0];
	if (notice === undefined || !isObject(value)) return undefined;
	return {
		...notice,
		source: textAt(value, 'source') ?? notice.source,
		...(value.onlyIfNew === true && { onlyIfNew: true }),
		raw: value.raw ?? value,
	};
}
