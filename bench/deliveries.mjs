/** Messages a second that the simulator takes. */
export const LIMIT = 80;

const round = (value, digits) => Number(value.toFixed(digits));

/**
 * What reached the phones, read at the simulator and never from what a node says about itself.
 *
 * @param expected digits of everybody who should get one message
 * @returns `seconds` from the first to the last accepted message
 */
export function countDeliveries({ control }, expected) {
	const perPhone = new Map();
	let first = Infinity;
	let last = -Infinity;
	for (const { waId, messages } of control.phones()) {
		perPhone.set(waId, messages.length);
		for (const { at } of messages) {
			first = Math.min(first, Date.parse(at));
			last = Math.max(last, Date.parse(at));
		}
	}
	const counts = [...perPhone.values()];
	const accepted = counts.reduce((sum, count) => sum + count, 0);
	const seconds = accepted > 1 ? (last - first) / 1000 : 0;
	return {
		accepted,
		lost: expected.filter((waId) => !perPhone.has(waId)).length,
		twice: counts.filter((count) => count > 1).length,
		seconds: round(seconds, 2),
		shareOfLimit: seconds > 0 ? round(accepted / seconds / LIMIT, 3) : 0,
	};
}
