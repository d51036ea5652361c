import { kindOfMedia, type FindMedia } from '../checks/header.ts';
import { readRecipient, type Recipient } from '../checks/recipient.ts';
import { fillTemplate } from '../checks/templateMessage.ts';
import { jsonBody, type Answer, type Request } from '../http/router.ts';
import { asObject, asText, type JsonObject } from '../json.ts';
import { refuseBlocked } from '../account/refuseBlocked.ts';
import { isInWindow, unpaidCode } from '../money/chargeMessage.ts';
import type { Priced } from '../money/quote.ts';
import { acceptMessage } from '../phones/accept.ts';
import type { Bubble } from '../phones/message.ts';
import type { Template } from '../template.ts';
import type { SendingNumber, World } from '../world.ts';
import { GraphError, missingParameter } from './error.ts';

interface Checked {
	bubble: Bubble;
	template?: Template;
	/** Accepted, then failed by webhook. */
	fail: number | undefined;
}

/**
 * `POST /{number}/messages`: templates and plain text. Source: Meta, "Messages", reference §1.
 * What WhatsApp only finds out later is accepted here and fails by webhook: recipients that cannot
 * be reached, free text outside the window, files that do not fit their header.
 *
 * @throws {GraphError} what Meta refuses
 */
export function sendMessage(world: World, number: SendingNumber, request: Request): Answer {
	const sent = readMessage(request);
	if (sent['status'] === 'read') return markRead(world, sent);
	return send(world, number, request, sent);
}

/** The body of a message of any kind. @throws {GraphError} when it is for another product */
export function readMessage(request: Request): JsonObject {
	const sent = asObject(jsonBody(request));
	if (sent?.['messaging_product'] !== 'whatsapp') throw missingParameter('messaging_product');
	return sent;
}

/**
 * Checks a message and puts it on its way.
 *
 * @param judge looks at the template before limits are taken; `true` has the message priced as one
 * of the Marketing Messages API
 */
export function send(
	world: World,
	number: SendingNumber,
	request: Request,
	sent: JsonObject,
	judge?: (template: Template) => boolean,
): Answer {
	const recipient = readRecipient(sent['to'], countryCodeOf(number));
	if (recipient.waId === number.displayPhoneNumber.replace(/\D/g, '')) {
		throw new GraphError(131021, { details: 'Recipient and sender have the same phone number.' });
	}
	const checked = check(world, sent, recipient, request.origin);
	const marketingMessages = checked.template !== undefined && judge?.(checked.template) === true;
	const refuse = world.settings.recipients[recipient.waId]?.refuse;
	if (refuse !== undefined) throw new GraphError(refuse, { details: `Set for ${recipient.waId}.` });
	refuseBlocked(world, checked.template !== undefined);
	takeLimits(world, number, recipient);
	const priced: Priced = {
		waId: recipient.waId,
		phoneNumberId: number.phoneNumberId,
		category: checked.template?.category,
		marketingMessages,
		inWindow: isInWindow(world, recipient.waId),
	};
	const fail = checked.fail ?? unpaidCode(world, priced);
	const message = acceptMessage(world, number, recipient.waId, {
		...checked,
		fail,
		marketingMessages,
		callbackData: asText(sent['biz_opaque_callback_data']),
		context: asText(asObject(sent['context'])?.['message_id']),
	});
	if (fail === undefined) world.money.hold(message.id, priced, world.money.price(priced));
	return {
		status: 200,
		json: {
			messaging_product: 'whatsapp',
			contacts: [{ input: recipient.input, wa_id: recipient.waId }],
			messages: [
				checked.template === undefined
					? { id: message.id }
					: { id: message.id, message_status: 'accepted' },
			],
		},
	};
}

function check(world: World, sent: JsonObject, recipient: Recipient, origin: string): Checked {
	const type = asText(sent['type']) ?? 'text';
	const phone = world.phones.get(recipient.waId);
	const set = world.settings.recipients[recipient.waId]?.fail;
	if (type === 'text') {
		const body = asText(asObject(sent['text'])?.['body']);
		if (body === undefined) {
			throw new GraphError(131008, { details: "Param text['body'] is required" });
		}
		if (body.length > 4096) {
			throw new GraphError(100, { details: "Param text['body'] must be at most 4096 characters" });
		}
		const open = isInWindow(world, recipient.waId);
		return { bubble: { body }, fail: set ?? (open ? undefined : 131047) };
	}
	if (type !== 'template') {
		throw new GraphError(131051, { details: `The simulator takes no messages of type ${type}.` });
	}
	const { template, bubble } = fillTemplate(asObject(sent['template']), {
		findTemplate: (name, language) => world.templates.find(name, language),
		findMedia: mediaFinder(world, origin),
		isFlowBlocked: (id) => world.settings.flows[id] === 'BLOCKED',
		now: world.clock.now(),
	});
	const stopped = phone?.marketingStopped === true && template.category === 'MARKETING';
	const fail = set ?? (stopped ? 131050 : misfit(bubble) ? 131053 : undefined);
	return { template, bubble, fail };
}

function takeLimits(world: World, number: SendingNumber, recipient: Recipient): void {
	const now = world.clock.now();
	const pair = `${number.phoneNumberId}:${recipient.waId}`;
	if (!world.throughput.take(number.phoneNumberId, now)) {
		throw new GraphError(130429, {
			details: 'Cloud API message throughput has been reached.',
		});
	}
	if (!world.pairLimit.take(pair, now, world.settings.pairLimit)) {
		throw new GraphError(131056, {
			details:
				'Message failed to send because there were too many messages sent from this phone ' +
				'number to the same phone number in a short period of time.',
		});
	}
}

function mediaFinder(world: World, origin: string): FindMedia {
	return (id) => {
		const file = world.media.kind(id, world.clock.now());
		return file && { ...file, url: `${origin}/sim/media/${id}` };
	};
}

/** An uploaded file of another kind than its header: WhatsApp notices when it processes it. */
function misfit(bubble: Bubble): boolean {
	return [bubble, ...(bubble.cards ?? [])].some(({ header }) => {
		const { mimeType, type } = header ?? {};
		return mimeType !== undefined && kindOfMedia(mimeType) !== type?.toUpperCase();
	});
}

function markRead(world: World, sent: JsonObject): Answer {
	const id = asText(sent['message_id']);
	if (id === undefined) throw missingParameter('message_id');
	const stored = world.messages.get(id);
	if (stored?.message.direction !== 'user') {
		throw new GraphError(131009, { details: 'Message ID is invalid.' });
	}
	return { status: 200, json: { success: true } };
}

function countryCodeOf(number: SendingNumber): string {
	return /^\+(\d{1,3})\b/.exec(number.displayPhoneNumber)?.[1] ?? '1';
}
