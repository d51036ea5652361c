import { healthOfAccount, healthOfNumber, type Health } from '../account/health.ts';
import type { JsonObject } from '../json.ts';
import type { World } from '../world.ts';

/**
 * `health_status` of a number or, without one, of the account. Source: Meta, "Messaging health
 * status", reference §6. A credential can be checked with it: it names account, business and app.
 */
export function healthStatus(world: World, phoneNumberId?: string): JsonObject {
	const { appId, businessAccountId, businessId } = world.credentials;
	const available: Health = { can_send_message: 'AVAILABLE' };
	const entities = [
		...(phoneNumberId === undefined
			? []
			: [entity('PHONE_NUMBER', phoneNumberId, healthOfNumber(world, phoneNumberId))]),
		entity('WABA', businessAccountId, healthOfAccount(world)),
		entity('BUSINESS', businessId, available),
		entity('APP', appId, available),
	];
	// Blocked when one is, limited when one is. Source: Meta, "Messaging health status".
	const worst = ['BLOCKED', 'LIMITED'].find((state) =>
		entities.some((one) => one['can_send_message'] === state),
	);
	return { can_send_message: worst ?? 'AVAILABLE', entities };
}

function entity(type: string, id: string, health: Health): JsonObject {
	return { entity_type: type, id, ...health };
}
