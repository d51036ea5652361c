import type { NotificationOutput } from './notification';

export interface SampleIds {
	businessAccountId: string;
	phoneNumberId: string;
	/** Milliseconds since 1970. */
	now: number;
	displayPhoneNumber?: string;
	/** Phone number of the person, without `+`. */
	recipient?: string;
	messageId?: string;
	deliveryKey?: string;
	templateName?: string;
}

/**
 * A webhook body as Meta would send it for one of the four outputs: offered by a trigger as a
 * sample, and posted to its test address with `signBody`. Shapes: fixtures/README.md.
 */
export function sampleNotification(output: NotificationOutput, ids: SampleIds): object {
	const seconds = Math.floor(ids.now / 1000);
	const change = sampleChange(output, ids, String(seconds));
	return {
		object: 'whatsapp_business_account',
		entry: [
			{
				id: ids.businessAccountId,
				// Meta leaves the time out for the `messages` field.
				...(change.field === 'messages' ? {} : { time: seconds }),
				changes: [change],
			},
		],
	};
}

function sampleChange(
	output: NotificationOutput,
	ids: SampleIds,
	timestamp: string,
): { field: string; value: object } {
	const recipient = ids.recipient ?? '16505551234';
	const messageId = ids.messageId ?? 'wamid.SAMPLE';
	const displayPhoneNumber = ids.displayPhoneNumber ?? '15550783881';
	const about = {
		messaging_product: 'whatsapp',
		metadata: { display_phone_number: displayPhoneNumber, phone_number_id: ids.phoneNumberId },
	};
	switch (output) {
		case 'messages':
			return {
				field: 'messages',
				value: {
					...about,
					contacts: [{ profile: { name: 'Sample Attendee' }, wa_id: recipient }],
					messages: [
						{ from: recipient, id: messageId, timestamp, type: 'text', text: { body: 'Hello!' } },
					],
				},
			};
		case 'statuses':
			return {
				field: 'messages',
				value: {
					...about,
					statuses: [
						{
							id: messageId,
							status: 'delivered',
							timestamp,
							recipient_id: recipient,
							biz_opaque_callback_data:
								ids.deliveryKey ?? 'sample-event:registration_confirmed:order-42:1',
							pricing: {
								billable: true,
								pricing_model: 'PMP',
								type: 'regular',
								category: 'utility',
							},
						},
					],
				},
			};
		case 'templates':
			return {
				field: 'message_template_status_update',
				value: {
					event: 'APPROVED',
					message_template_id: 1689556908129832,
					message_template_name: ids.templateName ?? 'attendee_registration_confirmation',
					message_template_language: 'en-US',
					reason: 'NONE',
					message_template_category: 'UTILITY',
				},
			};
		case 'account':
			return {
				field: 'phone_number_quality_update',
				value: {
					display_phone_number: displayPhoneNumber,
					event: 'THROUGHPUT_UPGRADE',
					max_daily_conversations_per_business: 'TIER_10K',
				},
			};
	}
}
