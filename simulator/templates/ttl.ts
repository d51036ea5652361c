import { plainRefusal } from './refusal.ts';

/** Seconds a message may wait for its recipient, by category. Source: Meta, reference §2. */
const RANGES: Readonly<Record<string, [number, number]>> = {
	AUTHENTICATION: [30, 900],
	UTILITY: [30, 43_200],
	MARKETING: [43_200, 2_592_000],
};

/**
 * Reads `message_send_ttl_seconds`; −1 means 30 days.
 *
 * @throws {GraphError} 100 outside the category's range
 */
export function readTtl(given: unknown, category: string): number | undefined {
	if (given === undefined) return undefined;
	const seconds = Number(given);
	const [least, most] = RANGES[category] ?? [0, Infinity];
	if (seconds === -1) return seconds;
	if (Number.isInteger(seconds) && seconds >= least && seconds <= most) return seconds;
	throw plainRefusal(
		`message_send_ttl_seconds must be -1 or between ${least} and ${most} for ${category}.`,
	);
}
