import type { Answer, Request } from '../http/router.ts';
import type { Template } from '../template.ts';
import type { SendingNumber, World } from '../world.ts';
import { GraphError } from './error.ts';
import { readMessage, send } from './sendRoute.ts';

/** From this version on Meta has a code of its own for other templates. Source: Meta, "Error codes". */
const OWN_CODES_SINCE = 23;

/**
 * `POST /{number}/marketing_messages`: marketing templates, in the shape of `/messages`, with
 * `product_policy` and `message_activity_sharing`. Source: Meta, "Send marketing messages" and
 * "Error codes › Marketing Messages API", reference §1.
 *
 * @throws {GraphError} 100 no template · 131009 an unknown value · 134100 (131055 before v23)
 * another category · 134101 the template is not ready · 134102 the account has not accepted the
 * terms and STRICT is asked; else the message goes the usual way
 */
export function sendMarketingMessage(
	world: World,
	number: SendingNumber,
	request: Request,
): Answer {
	const sent = readMessage(request);
	if (sent['type'] !== 'template') {
		throw new GraphError(100, { details: 'Message must be a template message.' });
	}
	const { product_policy: policy, message_activity_sharing: sharing } = sent;
	const known = policy === undefined || policy === 'CLOUD_API_FALLBACK' || policy === 'STRICT';
	if (!known || (sharing !== undefined && typeof sharing !== 'boolean')) {
		throw new GraphError(131009, { details: 'One or more parameter values are invalid.' });
	}
	return send(world, number, request, sent, (template) => {
		if (template.category !== 'MARKETING') throw notMarketing(request);
		if (!world.settings.marketingMessages.onboarded) {
			if (policy === 'STRICT') throw unavailable();
			return false;
		}
		if (isSyncing(world, template)) throw syncing();
		return true;
	});
}

/** A seeded template has never been changed, and is ready. */
function isSyncing(world: World, template: Template): boolean {
	const { syncMs } = world.settings.marketingMessages;
	const approved = Date.parse(template.last_updated_time ?? '');
	return world.clock.now() - approved < syncMs;
}

function notMarketing(request: Request): GraphError {
	const version = Number(/^\/v(\d+)/.exec(request.path)?.[1] ?? OWN_CODES_SINCE);
	return version >= OWN_CODES_SINCE
		? new GraphError(134100, {
				details: "You're only able to send marketing messages on this API.",
			})
		: new GraphError(131055, { details: 'Only marketing template messages are supported' });
}

function syncing(): GraphError {
	return new GraphError(134101, {
		details:
			'When you send a message from a template, the template syncing process can take up to 10 ' +
			'minutes to complete. Wait a few minutes, and then try sending your message again.',
	});
}

function unavailable(): GraphError {
	return new GraphError(134102, {
		details:
			'Please check your eligibility status to ensure you are onboarded ' +
			'(/documentation/business-messaging/whatsapp/marketing-messages/onboarding' +
			"#ensure-you-are-eligible-to-onboard) or contact Meta's customer support.",
	});
}
