import { DEMO_CREDENTIALS } from '../../../../simulator/credentials';

export const { businessAccountId, phoneNumberId } = DEMO_CREDENTIALS;

/** A call with changes of one field, as WhatsApp wraps them. */
export const bodyOf = (field: string, ...values: object[]) => ({
	object: 'whatsapp_business_account',
	entry: [{ id: businessAccountId, changes: values.map((value) => ({ field, value })) }],
});

/** Statuses of messages that were sent from the number of the account. */
export const statuses = (count: number, status = 'delivered') => ({
	messaging_product: 'whatsapp',
	metadata: { display_phone_number: '15550783881', phone_number_id: phoneNumberId },
	statuses: Array.from({ length: count }, (_, index) => ({
		id: `wamid.${index}`,
		status,
		timestamp: '1750263773',
		recipient_id: '16505551234',
	})),
});
