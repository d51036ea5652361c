import { beginProgress } from '../statuses/progress.ts';
import type { Template } from '../template.ts';
import type { SendingNumber, World } from '../world.ts';
import { contentOf, type Bubble, type PhoneMessage } from './message.ts';
import { newMessageId } from './messageId.ts';

/** A message that passed every check. */
export interface AcceptedMessage {
	bubble: Bubble;
	template?: Template;
	/** Sent through the Marketing Messages API. */
	marketingMessages?: boolean;
	fail: number | undefined;
	callbackData: string | undefined;
	context: string | undefined;
}

/** Puts an accepted message on its phone and lets its statuses begin. */
export function acceptMessage(
	world: World,
	number: SendingNumber,
	waId: string,
	accepted: AcceptedMessage,
): PhoneMessage {
	const now = world.clock.now();
	const at = new Date(now).toISOString();
	const { bubble, template, callbackData, context, fail, marketingMessages } = accepted;
	const message: PhoneMessage = {
		id: newMessageId(waId, 'business'),
		direction: 'business',
		at,
		status: 'accepted',
		statusAt: { accepted: at },
		from: {
			phoneNumberId: number.phoneNumberId,
			display: number.displayPhoneNumber,
			name: number.verifiedName,
		},
		...(template === undefined
			? {}
			: {
					template: {
						name: template.name,
						language: template.language,
						category: template.category,
					},
				}),
		...(marketingMessages === true ? { marketingMessages } : {}),
		...bubble,
		...(context === undefined ? {} : { context }),
		...(callbackData === undefined ? {} : { callbackData }),
	};
	const phone = world.phones.touch(waId, now);
	world.messages.add(waId, message, true, fail);
	world.tally.accept(waId, contentOf(message), callbackData);
	world.events.message(phone, message);
	beginProgress(world, waId, message, fail);
	return message;
}
