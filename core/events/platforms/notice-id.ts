import { createHash } from 'crypto';
import type { ReportType } from '../notice';

/** The same report read twice gives the same id, because a retry repeats the body. */
export function noticeId(source: string, type: ReportType, body: unknown, index = 0): string {
	const content = serialise([source, type, index, body]);
	return `${source}:${createHash('sha256').update(content).digest('hex').slice(0, 24)}`;
}

/** JSON nested thousands deep parses, but does not serialise; no platform sends such a thing. */
function serialise(parts: unknown[]): string {
	try {
		return JSON.stringify(parts);
	} catch {
		return JSON.stringify(parts.slice(0, 3));
	}
}
