import { GraphError } from '../graph/error.ts';
import type { World } from '../world.ts';

/**
 * Refuses what a disabled or restricted account may not send. Source: reference §4 (131031 and 368,
 * both 403); Meta, "Policy enforcement": such a restriction keeps templates of every category back.
 *
 * @throws {GraphError} 131031 disabled · 368 restricted
 */
export function refuseBlocked(world: World, isTemplate: boolean): void {
	if (world.account.isBanned) {
		throw new GraphError(131031, {
			details:
				'The WhatsApp Business Account associated with the app has been restricted or disabled ' +
				'for violating a platform policy.',
		});
	}
	const type = isTemplate
		? 'RESTRICTED_BIZ_INITIATED_MESSAGING'
		: 'RESTRICTED_CUSTOMER_INITIATED_MESSAGING';
	if (!world.account.isRestricted(type)) return;
	throw new GraphError(368, {
		details:
			'The WhatsApp Business Account associated with the app has been restricted or disabled for ' +
			'violating a platform policy.',
	});
}
