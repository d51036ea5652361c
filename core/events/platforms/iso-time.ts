/**
 * A platform's time to ISO 8601, or undefined. Tito writes `2022-03-26 07:36:07 UTC`, others ISO;
 * a time without zone is read as UTC, because the machine's own zone says nothing about the event.
 */
export function isoTimeOf(text: string | undefined): string | undefined {
	if (text === undefined) return undefined;
	const bare = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?$/.test(text);
	const time = Date.parse(bare && text.length > 10 ? `${text.replace(' ', 'T')}Z` : text);
	return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
