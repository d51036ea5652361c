import { titleOf } from '../graph/errorCodes.ts';
import type { JsonObject } from '../json.ts';
import type { Quote } from '../money/quote.ts';
import type { MessageStatus, PhoneMessage } from '../phones/message.ts';

/** What a status webhook says, besides the status. */
export interface StatusSources {
	phoneNumberId: string;
	displayPhoneNumber: string;
	waId: string;
	userId: string;
	profileName: string;
	now: number;
	/** What it costs; `undefined` for a status that does not say. */
	quote: Quote | undefined;
}

/**
 * The `value` of a status webhook. Source: Meta, "Webhooks › messages › status", reference §3: a
 * failed one has no contacts and no recipient_user_id; pricing comes with `sent` and with the
 * first of `delivered` and `read`.
 */
export function statusValue(
	message: PhoneMessage,
	status: MessageStatus,
	sources: StatusSources,
): JsonObject {
	const { waId, userId } = sources;
	const failed = status === 'failed';
	return {
		messaging_product: 'whatsapp',
		metadata: metadataOf(sources),
		...(failed
			? {}
			: { contacts: [{ profile: { name: sources.profileName }, wa_id: waId, user_id: userId }] }),
		statuses: [
			{
				id: message.id,
				status,
				timestamp: String(Math.floor(sources.now / 1000)),
				recipient_id: waId,
				...(failed ? {} : { recipient_user_id: userId }),
				...(message.callbackData === undefined
					? {}
					: { biz_opaque_callback_data: message.callbackData }),
				...(sources.quote === undefined ? {} : { pricing: pricingOf(sources.quote) }),
				...(failed ? { errors: [errorOf(message)] } : {}),
			},
		],
	};
}

/** `metadata` of every `messages` webhook: the display number in digits only. */
export function metadataOf(number: {
	displayPhoneNumber: string;
	phoneNumberId: string;
}): JsonObject {
	return {
		display_phone_number: number.displayPhoneNumber.replace(/\D/g, ''),
		phone_number_id: number.phoneNumberId,
	};
}

/** Whether this status of a message says what it costs. */
export function hasPricing(message: PhoneMessage, status: MessageStatus): boolean {
	if (status === 'sent') return true;
	const other = status === 'delivered' ? 'read' : 'delivered';
	return status !== 'failed' && message.statusAt?.[other] === undefined;
}

/** Per-message pricing. Source: Meta, "Webhooks › messages › status", reference §3. */
function pricingOf({ type, category }: Quote): JsonObject {
	return {
		billable: type === 'REGULAR',
		pricing_model: 'PMP',
		type: type.toLowerCase(),
		category:
			category === 'AUTHENTICATION_INTERNATIONAL'
				? 'authentication-international'
				: category.toLowerCase(),
	};
}

function errorOf(message: PhoneMessage): JsonObject {
	const code = message.error?.code ?? 131000;
	const title = titleOf(code);
	return {
		code,
		title,
		message: title,
		error_data: { details: DETAILS[code] ?? title },
		href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
	};
}

/** Meta's explanations of the usual failures. */
const DETAILS: Readonly<Record<number, string>> = {
	131026: 'Message undeliverable.',
	131042:
		'Message failed to send because there were one or more errors related to your payment method.',
	131047:
		'Message failed to send because more than 24 hours have passed since the customer last ' +
		'replied to this number.',
	131049: 'This message was not delivered to maintain healthy ecosystem engagement.',
	131050: 'Recipient has chosen to stop receiving marketing messages from this business.',
	131053: 'Media file could not be processed: its type does not fit the header.',
};
