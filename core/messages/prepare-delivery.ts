import { buildComponents, type Moment, type TemplateValues } from '../templates/build-components';
import type { MessageTemplate } from '../templates/template';
import { deliveryKey } from './delivery-key';
import type { DeliveryOutcome } from './outcome';
import { maskPhone, normaliseRecipient } from './recipient';
import type { MarketingMessages } from './run-settings';
import type { SendEdge } from './send-message';

/** One message as a flow asks for it. */
export interface DeliveryRequest {
	to: unknown;
	template: MessageTemplate;
	values: TemplateValues;
	/** What makes this delivery itself, without the recipient: `event:automation:entity:version`. */
	keyBase: string;
}

export interface DeliveryOptions {
	defaultCountry?: string;
	/** Key of the recipient's hash in the delivery key; stable as long as deliveries are remembered. */
	hashKey: string;
	/** Left out: `off`. */
	marketingMessages?: MarketingMessages;
	/** For values that are a point in time. */
	moment?: Moment;
}

/** A message that is ready to leave: everything about it has been checked. */
export interface PreparedDelivery {
	/** E.164, what the request says. */
	to: string;
	deliveryKey: string;
	template: MessageTemplate;
	/** Where it is posted to; left out, `messages`. */
	edge?: SendEdge;
	/** Body of `POST /{number}/messages`. */
	body: Record<string, unknown>;
}

/** Meta, "Sending marketing messages": only marketing templates, all else stays with `/messages`. */
const PRODUCT_POLICY: Record<MarketingMessages, string | undefined> = {
	off: undefined,
	fallback: 'CLOUD_API_FALLBACK',
	strict: 'STRICT',
};

/**
 * Checks one delivery and builds its request. A problem is an outcome `skipped` with a reason and a
 * next step, never an exception: the rest of the batch goes on.
 */
export function prepareDelivery(
	request: DeliveryRequest,
	options: DeliveryOptions,
): { ready: PreparedDelivery } | { refused: DeliveryOutcome } {
	const { template } = request;
	const about = { template: template.name, language: template.language };
	const recipient = normaliseRecipient(request.to, options.defaultCountry);
	if (!recipient.ok) {
		const { reason, message, whatToDo } = recipient;
		return {
			refused: {
				outcome: 'skipped',
				reason,
				message,
				whatToDo,
				recipient: maskPhone(request.to),
				...about,
			},
		};
	}
	const key = deliveryKey(request.keyBase, recipient.e164, options.hashKey);
	const { components, problems } = buildComponents(template, request.values, options.moment);
	const problem = problems[0];
	if (problem) {
		return {
			refused: {
				outcome: 'skipped',
				reason: problem.reason,
				message: problems.map((p) => p.message).join('; '),
				whatToDo: problem.whatToDo,
				recipient: maskPhone(recipient.e164),
				deliveryKey: key,
				...about,
			},
		};
	}
	const policy =
		template.category === 'MARKETING' && PRODUCT_POLICY[options.marketingMessages ?? 'off'];
	return {
		ready: {
			to: recipient.e164,
			deliveryKey: key,
			template,
			...(policy ? { edge: 'marketing_messages' as const } : {}),
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: recipient.e164,
				type: 'template',
				biz_opaque_callback_data: key,
				...(policy ? { product_policy: policy } : {}),
				template: {
					name: template.name,
					language: { code: template.language },
					...(components.length > 0 ? { components } : {}),
				},
			},
		},
	};
}

/** What an outcome says about the delivery it belongs to. */
export function aboutDelivery(delivery: PreparedDelivery): Partial<DeliveryOutcome> {
	return {
		recipient: maskPhone(delivery.to),
		template: delivery.template.name,
		language: delivery.template.language,
		deliveryKey: delivery.deliveryKey,
	};
}
