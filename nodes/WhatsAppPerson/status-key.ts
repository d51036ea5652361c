import { deliveryKey } from '../../core/messages/delivery-key';
import { normaliseRecipient } from '../../core/messages/recipient';

/**
 * The key Send Template will send a planned message under, known before it has: with it a table finds the message again by
 * what its statuses bring back. Nothing for an item that is no planned message.
 */
export function statusKeyOf(
	{ phone, country, keyBase }: { phone: unknown; country: string; keyBase: unknown },
	hashKey: string,
): { statusKey?: string } {
	const read = normaliseRecipient(phone, country);
	if (typeof keyBase !== 'string' || keyBase.trim() === '' || !read.ok) return {};
	return { statusKey: deliveryKey(keyBase.trim(), read.e164, hashKey) };
}
