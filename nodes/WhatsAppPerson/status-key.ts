import { deliveryKeyTo } from '../../core/messages/delivery-key';

/**
 * The key Send Template will send a planned message under, known before it has: with it a table finds the message again by
 * what its statuses bring back. Nothing for an item that is no planned message.
 */
export function statusKeyOf(
	{ phone, country, keyBase }: { phone: unknown; country: string; keyBase: unknown },
	hashKey: string,
): { statusKey?: string } {
	if (typeof keyBase !== 'string' || keyBase.trim() === '') return {};
	const statusKey = deliveryKeyTo(keyBase.trim(), { to: phone, defaultCountry: country }, hashKey);
	return statusKey === undefined ? {} : { statusKey };
}
