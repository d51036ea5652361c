import { GraphError } from '../graph/error.ts';
import type { PhoneMessage } from '../phones/message.ts';
import type { World } from '../world.ts';
import type { Priced, Quote } from './quote.ts';

/** The window in which a business may answer freely. Source: Meta, "Customer service windows". */
const WINDOW_MS = 24 * 3_600_000;

/** Meta's code for everything that keeps an account from paying. Source: reference §4. */
const UNPAID = 131042;

/** Whether the person has written within 24 hours. */
export function isInWindow(world: World, waId: string): boolean {
	return (world.phones.get(waId)?.wroteAt ?? 0) > world.clock.now() - WINDOW_MS;
}

/** A message as far as its price asks. */
export function pricedOf(world: World, waId: string, message: PhoneMessage): Priced {
	return {
		waId,
		phoneNumberId: message.from?.phoneNumberId ?? world.credentials.phoneNumberId,
		category: message.template?.category,
		marketingMessages: message.marketingMessages === true,
		inWindow: isInWindow(world, waId),
	};
}

/**
 * Whether anything pays for a message before it is accepted.
 *
 * @returns 131042 when it is to fail later
 * @throws {GraphError} 131042 when the account refuses at once
 */
export function unpaidCode(world: World, message: Priced): number | undefined {
	if (world.money.covers(world.money.price(message))) return undefined;
	if (!world.money.state.refuse) return UNPAID;
	throw new GraphError(UNPAID, {
		details:
			'Message failed to send because there were one or more errors related to your payment method.',
	});
}

/** The `pricing` of a status: as promised while it is sent, as charged once it has arrived. */
export function quoteOfStatus(
	world: World,
	waId: string,
	message: PhoneMessage,
	arrived: boolean,
): Quote {
	const priced = pricedOf(world, waId, message);
	if (arrived) return world.money.settle(message.id, priced);
	return world.money.of(message.id) ?? world.money.price(priced);
}
