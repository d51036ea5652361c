import type { World } from '../world.ts';

/** A node of `health_status`. Source: Meta, "Messaging health status", reference §6. */
export interface Health {
	can_send_message: 'AVAILABLE' | 'LIMITED' | 'BLOCKED';
	additional_info?: string[];
	errors?: Array<{ error_code: number; error_description: string; possible_solution: string }>;
}

/**
 * The account's health. 141006 and its words are as clients have had them from Meta; which code a
 * disabled account shows here is not published: it is the one that its messages are refused with.
 */
export function healthOfAccount(world: World): Health {
	if (world.account.isBanned) {
		return blocked(
			131031,
			'The WhatsApp Business Account has been disabled for violating a platform policy.',
			'See the Policy Enforcement document to learn about policy violations and how to resolve them.',
		);
	}
	if (world.money.state.funding === 'none') {
		return blocked(
			141006,
			'There is an error with the payment method. This will block business initiated conversations.',
			'There was an error with your payment method. Please add a new payment method to the account.',
		);
	}
	const info = world.account.restrictions.map(
		({ type, until }) =>
			`The account is restricted: ${type}` +
			(until === undefined ? '.' : `, until ${new Date(until).toISOString()}.`),
	);
	return info.length === 0
		? { can_send_message: 'AVAILABLE' }
		: { can_send_message: 'LIMITED', additional_info: info };
}

/** A number's health: its display name counts. */
export function healthOfNumber(world: World, phoneNumberId: string): Health {
	const status = world.account.nameOf(phoneNumberId)?.status ?? 'APPROVED';
	if (status === 'APPROVED') return { can_send_message: 'AVAILABLE' };
	return {
		can_send_message: 'LIMITED',
		additional_info: [
			'Your display name has not been approved yet. Your message limit will increase after the ' +
				'display name is approved.',
		],
	};
}

function blocked(code: number, description: string, solution: string): Health {
	const error = {
		error_code: code,
		error_description: description,
		possible_solution: solution,
	};
	return { can_send_message: 'BLOCKED', errors: [error] };
}
