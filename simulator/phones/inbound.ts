import { displayPhone } from '../checks/recipient.ts';
import type { JsonObject } from '../json.ts';
import { metadataOf } from '../statuses/statusValue.ts';
import type { SendingNumber, World } from '../world.ts';
import { userIdOf } from './identity.ts';
import type { PhoneMessage } from './message.ts';
import { newMessageId } from './messageId.ts';

/** The person writes a text; a `messages` webhook follows. */
export function writeText(
	world: World,
	waId: string,
	text: string,
	options: { name?: string; number: SendingNumber },
): PhoneMessage {
	return receive(world, waId, options, { body: text }, { type: 'text', text: { body: text } });
}

/** The person taps a quick reply. Source: Meta, "Webhooks › messages › button", reference §3. */
export function tapQuickReply(
	world: World,
	waId: string,
	tapped: { message: PhoneMessage; text: string; payload: string },
	number: SendingNumber,
): PhoneMessage {
	const { message, text, payload } = tapped;
	const from = number.displayPhoneNumber.replace(/\D/g, '');
	return receive(
		world,
		waId,
		{ number },
		{ body: text, context: message.id },
		{ context: { from, id: message.id }, type: 'button', button: { payload, text } },
	);
}

/** The person stops or resumes marketing messages: a `user_preferences` webhook. */
export function setMarketing(
	world: World,
	waId: string,
	value: 'stop' | 'resume',
	number: SendingNumber,
): void {
	const now = world.clock.now();
	const phone = world.phones.touch(waId, now);
	phone.marketingStopped = value === 'stop';
	world.phones.save(phone, now);
	const detail =
		value === 'stop'
			? 'User requested to stop marketing messages'
			: 'User requested to resume marketing messages';
	world.webhooks.send(
		{
			field: 'user_preferences',
			value: {
				...head(world, waId, number),
				user_preferences: [
					{
						wa_id: waId,
						detail,
						category: 'marketing_messages',
						value,
						timestamp: Math.floor(now / 1000),
					},
				],
			},
		},
		number.phoneNumberId,
	);
}

function receive(
	world: World,
	waId: string,
	{ name, number }: { name?: string; number: SendingNumber },
	shown: { body: string; context?: string },
	webhook: JsonObject,
): PhoneMessage {
	const now = world.clock.now();
	const phone = world.phones.touch(waId, now, {
		wrote: true,
		...(name === undefined ? {} : { name }),
	});
	const message: PhoneMessage = {
		id: newMessageId(waId, 'user'),
		direction: 'user',
		at: new Date(now).toISOString(),
		...shown,
	};
	world.messages.add(waId, message, false);
	world.events.message(phone, message);
	const { context, ...content } = webhook;
	const value = {
		...head(world, waId, number),
		messages: [
			{
				...(context === undefined ? {} : { context }),
				from: waId,
				id: message.id,
				timestamp: String(Math.floor(now / 1000)),
				...content,
			},
		],
	};
	world.webhooks.send({ field: 'messages', value }, number.phoneNumberId);
	return message;
}

function head(world: World, waId: string, number: SendingNumber): JsonObject {
	const name = world.phones.get(waId)?.name || displayPhone(waId);
	const userId = userIdOf(waId, world.credentials.businessId);
	return {
		messaging_product: 'whatsapp',
		metadata: metadataOf(number),
		contacts: [{ profile: { name }, wa_id: waId, user_id: userId }],
	};
}
