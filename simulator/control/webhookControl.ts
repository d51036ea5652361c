import { asObject, asText, type JsonObject } from '../json.ts';
import { userIdOf } from '../phones/identity.ts';
import { newMessageId } from '../phones/messageId.ts';
import { pricedOf } from '../money/chargeMessage.ts';
import { hasPricing, statusValue } from '../statuses/statusValue.ts';
import type { MessageStatus, PhoneMessage } from '../phones/message.ts';
import type { WebhookChange, WebhookDelivery } from '../webhooks/sender.ts';
import type { World } from '../world.ts';

const NOBODY =
	'Nobody has subscribed this field: POST /{app}/subscriptions and /{account}/subscribed_apps.';

/** Sends one webhook of any field, or exactly the given bytes. */
export async function sendOne(world: World, body: JsonObject): Promise<WebhookDelivery | string> {
	const raw = body['raw'];
	if (typeof raw === 'string') {
		const url = asText(body['url']) ?? anyDestination(world);
		if (url === undefined) return NOBODY;
		const signature = body['signature'];
		return world.webhooks.postRaw(url, raw, {
			fields: [],
			...(typeof signature === 'string' || signature === null
				? { signature: signature === '' ? null : signature }
				: {}),
		});
	}
	const field = asText(body['field']);
	if (field === undefined) return 'Send { "field": "…", "value": { … } } or { "raw": "…" }.';
	const number = asText(asObject(asObject(body['value'])?.['metadata'])?.['phone_number_id']);
	const url = world.subscriptions.destination(field, number ?? world.credentials.phoneNumberId);
	if (url === undefined) return NOBODY;
	return world.webhooks.post(url, [[{ field, value: body['value'] ?? {} }]]);
}

/**
 * Sends one call with that many statuses, spread over entries, changes and lists, the way a
 * batch from Meta may arrive. Messages that were sent come first, invented ones after them.
 */
export async function flood(world: World, body: JsonObject): Promise<WebhookDelivery | string> {
	const updates = Math.max(1, Math.min(100_000, Number(body['updates'] ?? 1000) || 1000));
	const status = (asText(body['status']) ?? 'delivered') as MessageStatus;
	if (!['sent', 'delivered', 'read', 'failed'].includes(status)) {
		return 'The status is sent, delivered, read or failed.';
	}
	const { phoneNumberId } = world.credentials;
	const url = world.subscriptions.destination('messages', phoneNumberId);
	if (url === undefined) return NOBODY;
	const changes: WebhookChange[] = [];
	const values = statusValues(world, updates, status);
	for (let start = 0; start < values.length; start += PER_CHANGE) {
		const group = values.slice(start, start + PER_CHANGE);
		const contacts = group.flatMap((value) => value['contacts'] ?? []);
		const statuses = group.flatMap((value) => value['statuses']);
		const value = { ...group[0], ...(contacts.length > 0 ? { contacts } : {}), statuses };
		changes.push({ field: 'messages', value });
	}
	const entries: WebhookChange[][] = [];
	for (let start = 0; start < changes.length; start += PER_ENTRY) {
		entries.push(changes.slice(start, start + PER_ENTRY));
	}
	return world.webhooks.post(url, entries);
}

/** Statuses in one change, and changes in one entry, of a flood. */
const PER_CHANGE = 5;
const PER_ENTRY = 10;

function statusValues(world: World, updates: number, status: MessageStatus): JsonObject[] {
	const sent = world.messages.newest(updates);
	const { businessId, displayPhoneNumber, phoneNumberId } = world.credentials;
	return Array.from({ length: updates }, (_, index) => {
		const waId = sent[index]?.waId ?? `8190${String(10_000_000 + index)}`;
		const message: PhoneMessage = sent[index]?.message ?? {
			id: newMessageId(waId, 'business'),
			direction: 'business',
			at: '',
			body: '',
			template: { name: 'flood', language: 'en', category: 'UTILITY' },
		};
		return statusValue(message, status, {
			phoneNumberId,
			displayPhoneNumber,
			waId,
			userId: userIdOf(waId, businessId),
			profileName: `Guest ${index + 1}`,
			now: world.clock.now(),
			// An invented status charges nothing.
			quote: hasPricing(message, status)
				? (world.money.of(message.id) ?? world.money.price(pricedOf(world, waId, message)))
				: undefined,
		});
	});
}

function anyDestination(world: World): string | undefined {
	const { app } = world.subscriptions;
	return (
		world.subscriptions.destination('messages', world.credentials.phoneNumberId) ??
		app?.callback_url
	);
}
