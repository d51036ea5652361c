import type { JsonObject } from '../json.ts';
import type { World } from '../world.ts';

/**
 * `health_status` of a number or, without one, of the account. Source: Meta, "Messaging health
 * status", reference §6. A credential can be checked with it: it names account, business and app.
 */
export function healthStatus(world: World, phoneNumberId?: string): JsonObject {
	const { appId, businessAccountId, businessId } = world.credentials;
	const entity = (type: string, id: string) => ({
		entity_type: type,
		id,
		can_send_message: 'AVAILABLE',
	});
	return {
		can_send_message: 'AVAILABLE',
		entities: [
			...(phoneNumberId === undefined ? [] : [entity('PHONE_NUMBER', phoneNumberId)]),
			entity('WABA', businessAccountId),
			entity('BUSINESS', businessId),
			entity('APP', appId),
		],
	};
}
