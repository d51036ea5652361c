import { isObject, type JsonObject } from '../json';
import { readTemplate, type MessageTemplate } from '../template';

/** A template as the account has it, with how it fares there. */
export interface AccountTemplate extends MessageTemplate {
	previousCategory?: string;
	/** What Meta takes to be right: an announced change where it differs from `category`. */
	correctCategory?: string;
	/** `GREEN`, `YELLOW`, `RED`; undefined while Meta has none. */
	quality?: string;
	/** Meta's code; undefined unless it was rejected. */
	rejectedReason?: string;
	/** ISO time of the last change of text or status. */
	lastUpdated?: string;
	/** Seconds. */
	messageSendTtlSeconds?: number;
	/** Meta's own object. */
	raw: JsonObject;
}

/** Asked for by name: the default set is smaller, and differs between versions. */
export const ACCOUNT_TEMPLATE_FIELDS = [
	...['id', 'name', 'language', 'status', 'category', 'sub_category', 'parameter_format'],
	...['components', 'previous_category', 'correct_category', 'quality_score', 'rejected_reason'],
	...['last_updated_time', 'message_send_ttl_seconds'],
].join(',');

/** One entry of Meta's list → template; undefined for what is none. */
export function readAccountTemplate(raw: unknown): AccountTemplate | undefined {
	const template = readTemplate(raw);
	if (!template || !isObject(raw)) return undefined;
	const text = (key: string) => {
		const value = raw[key];
		return typeof value === 'string' && value !== '' && value !== 'NONE' ? value : undefined;
	};
	const score = isObject(raw.quality_score) ? raw.quality_score.score : undefined;
	const ttl = raw.message_send_ttl_seconds;
	return {
		...template,
		previousCategory: text('previous_category'),
		correctCategory: text('correct_category'),
		quality: typeof score === 'string' && score !== 'UNKNOWN' ? score : undefined,
		rejectedReason: text('rejected_reason'),
		lastUpdated: isoTime(raw.last_updated_time),
		messageSendTtlSeconds: typeof ttl === 'number' ? ttl : undefined,
		raw,
	};
}

/** Meta writes `2026-11-22T10:27:39+0000`, in some places seconds since 1970. */
function isoTime(value: unknown): string | undefined {
	const ms = typeof value === 'number' ? value * 1000 : Date.parse(String(value ?? ''));
	return Number.isFinite(ms) && ms > 0 ? new Date(ms).toISOString() : undefined;
}
