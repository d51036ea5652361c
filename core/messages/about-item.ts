import { deliveryKey } from './delivery-key';
import type { ItemRequest } from './item-request';
import type { DeliveryOutcome } from './outcome';
import { maskPhone, normaliseRecipient } from './recipient';

/**
 * To whom and what, of a message that is refused before it was built: with the delivery key it would have left under, so
 * that whoever keeps it finds it again by its statuses once it has.
 */
export function aboutItem(
	{ to, defaultCountry, templateName, keyBase }: ItemRequest,
	hashKey: string,
): Pick<DeliveryOutcome, 'recipient' | 'template' | 'deliveryKey'> {
	const read = normaliseRecipient(to, defaultCountry);
	return {
		recipient: maskPhone(read.ok ? read.e164 : to),
		...(templateName ? { template: templateName } : {}),
		...(read.ok ? { deliveryKey: deliveryKey(keyBase, read.e164, hashKey) } : {}),
	};
}
