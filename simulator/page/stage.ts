/**
 * Which phones stand side by side. Newcomers enter in front, most recent first; a phone that is
 * already on stage keeps its place, so that nothing moves under a finger; one that is being
 * written on is the last to leave.
 */
export function nextStage(
	current: readonly string[],
	recentFirst: readonly string[],
	arrivals: ReadonlySet<string>,
	columns: number,
	busy: ReadonlySet<string>,
): string[] {
	const known = new Set(recentFirst);
	const kept = current.filter((waId) => known.has(waId));
	const entering = recentFirst.filter((waId) => arrivals.has(waId) && !kept.includes(waId));
	const queue = [...entering.slice(0, columns), ...kept];
	if (queue.length < columns) {
		const rest = recentFirst.filter((waId) => !queue.includes(waId));
		queue.push(...rest.slice(0, columns - queue.length));
	}
	const stay = new Set(queue.filter((waId) => busy.has(waId)).slice(0, columns));
	for (const waId of queue) {
		if (stay.size >= columns) break;
		stay.add(waId);
	}
	return queue.filter((waId) => stay.has(waId));
}
