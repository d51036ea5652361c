import type { MappingRows } from './plan-settings';
import { chosenPlatform } from './plan-settings';
import type { Headers, PlatformReading, Query, ReadingOptions } from './platforms/platform';
import { readNotice } from './read-notice';

/** What an item of Event Messages holds: a notice in our own shape, or the body of a platform. */
export interface SourceItem {
	/** `notice`, or the id of a platform. */
	source: string;
	body: unknown;
	headers?: Headers;
	query?: Query;
	mapping?: MappingRows;
	options?: ReadingOptions;
	/** ISO 8601. */
	receivedAt: string;
}

/**
 * Reads one item. What is nothing to tell anybody about comes back under `ignored`, with the reason.
 *
 * @throws {Error} when there is no such source
 */
export function readSource(item: SourceItem): PlatformReading {
	const { source, body, headers, query, mapping, options, receivedAt } = item;
	if (source !== 'notice') {
		return chosenPlatform(source, mapping).read({ headers, query, body, receivedAt, options });
	}
	const notice = readNotice(body, receivedAt);
	if (notice) return { notices: [notice], ignored: [] };
	const message = 'The item is not a notice: it has no type, e.g. registration.completed.';
	return { notices: [], ignored: [{ reason: 'unknown_event', message }] };
}
