import { randomBytes } from 'node:crypto';

/** A message id in WhatsApp's form: `wamid.` and the base64 of the phone and a random key. */
export function newMessageId(waId: string, direction: 'business' | 'user'): string {
	const key = randomBytes(10).toString('hex').toUpperCase();
	const bytes = Buffer.concat([
		Buffer.from([0x1c, 0x18, waId.length]),
		Buffer.from(waId),
		Buffer.from([0x15, 0x02, 0x00, direction === 'business' ? 0x11 : 0x12, 0x18, key.length]),
		Buffer.from(key),
		Buffer.from([0x00]),
	]);
	return `wamid.${bytes.toString('base64')}`;
}
