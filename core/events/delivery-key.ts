import { createHash } from 'crypto';

/** Long ids are shortened, so that the key with its recipient stays within Meta's 512 characters. */
const PART_LIMIT = 100;

/** `event:what:entity:version`. */
export interface DeliveryKeyParts {
	event: string | undefined;
	happening: string;
	entity: string | undefined;
	version: string;
}

/**
 * The name of one delivery without its recipient: the sender appends a keyed hash of the number.
 * Undefined where the event or the entity is not known: two deliveries would share the key.
 */
export function deliveryKey({
	event,
	happening,
	entity,
	version,
}: DeliveryKeyParts): string | undefined {
	const parts = [event, happening, entity, version].map((part) => part?.trim());
	if (parts.some((part) => part === undefined || part === '')) return undefined;
	return parts.map((part) => escapePart(part as string)).join(':');
}

/** `:` separates the parts, so an id must not carry one. */
function escapePart(part: string): string {
	const escaped = part.replace(/%/g, '%25').replace(/:/g, '%3A').replace(/\s/g, '%20');
	return escaped.length <= PART_LIMIT ? escaped : hashOf(part);
}

/** Stands for text that is too long, or too personal, for a key that travels through Meta. */
export const hashOf = (text: string): string =>
	createHash('sha256').update(text).digest('hex').slice(0, 32);
