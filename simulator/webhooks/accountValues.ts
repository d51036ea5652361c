import type { JsonObject } from '../json.ts';

/**
 * Values of the webhooks about the account. Source: Meta, "account_update", "account_alerts",
 * "business_capability_update", "phone_number_quality_update", "phone_number_name_update" and
 * "account_review_update", reference §3.
 */

export function banValue(state: string, date: string): JsonObject {
	return {
		event: 'DISABLED_UPDATE',
		ban_info: { waba_ban_state: state, waba_ban_date: date },
	};
}

/** @param until milliseconds; Meta writes seconds */
export function restrictionValue(
	restrictions: Array<{ type: string; until?: number; remediation?: string }>,
): JsonObject {
	return {
		event: 'ACCOUNT_RESTRICTION',
		restriction_info: restrictions.map(({ type, until, remediation }) => ({
			restriction_type: type,
			...(until === undefined ? {} : { expiration: Math.floor(until / 1000) }),
			...(remediation === undefined ? {} : { remediation }),
		})),
	};
}

export function violationValue(type: string): JsonObject {
	return { event: 'ACCOUNT_VIOLATION', violation_info: { violation_type: type } };
}

export function volumeTierValue(
	now: number,
	given: { category: string; tier: string; month: string; region: string },
): JsonObject {
	return {
		volume_tier_info: {
			tier_update_time: Math.floor(now / 1000),
			pricing_category: given.category,
			tier: given.tier,
			effective_month: given.month,
			region: given.region,
		},
		event: 'VOLUME_BASED_PRICING_TIER_UPDATE',
	};
}

/** Meta's pages say TIER_*, its sample says 2000 (reference §11): the sample is followed. */
export function capabilityValue(limit: number | null): JsonObject {
	return {
		max_daily_conversations_per_business: limit ?? -1,
		max_phone_numbers_per_business: 2,
		max_phone_numbers_per_waba: 2,
	};
}

export function qualityValue(display: string, event: string, tier: string): JsonObject {
	return {
		display_phone_number: digits(display),
		event,
		max_daily_conversations_per_business: tier,
	};
}

export function nameValue(
	display: string,
	decision: string,
	name: string,
	reason: string | null,
): JsonObject {
	return {
		display_phone_number: digits(display),
		decision,
		requested_verified_name: name,
		rejection_reason: reason,
	};
}

export function alertValue(given: {
	entityType: string;
	entityId: string;
	severity: string;
	type: string;
	description: string;
}): JsonObject {
	return {
		entity_type: given.entityType,
		entity_id: given.entityId,
		alert_info: {
			alert_severity: given.severity,
			alert_status: 'ACTIVE',
			alert_type: given.type,
			alert_description: given.description,
		},
	};
}

function digits(display: string): string {
	return display.replace(/\D/g, '');
}
