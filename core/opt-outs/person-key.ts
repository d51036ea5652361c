import { recipientHash } from '../messages/delivery-key';
import { normaliseRecipient } from '../messages/recipient';

/**
 * A person without their number: the keyed hash that also ends a delivery key, so that what was sent, who
 * opted out and who holds a ticket can be told to be the same person, and nobody reads a number.
 *
 * @param who a phone number as people or WhatsApp write it, or WhatsApp's user id
 * @param hashKey the one Send Template uses for this account: another key, another person
 * @returns undefined for what is neither
 */
export function personKey(
	who: unknown,
	hashKey: string,
	defaultCountry?: string,
): string | undefined {
	const read = normaliseRecipient(who, defaultCountry);
	if (read.ok) return recipientHash(onePhone(read.e164), hashKey);
	const text = typeof who === 'string' ? who.normalize('NFKC').trim() : '';
	// WhatsApp's own number is a number, whatever the numbering plan here knows of it.
	const isNumber = /^\+\d{5,15}$/.test(text);
	return isNumber || isUserId(text) ? recipientHash(text, hashKey) : undefined;
}

/** `US.13491208655302741918`: WhatsApp's name for somebody whose number it hides. */
const isUserId = (text: string) => /^[A-Z]{2}(\.ENT)?\.[A-Za-z0-9]{1,128}$/.test(text);

/**
 * Numbers that WhatsApp writes differently from people: it leaves out the 9 of older Brazilian accounts
 * and puts one into Argentinian ones (Meta, "Phone numbers": the added prefix may be modified). Both
 * ways are one person here. Mexico's 1 is gone already.
 */
export const onePhone = (e164: string): string =>
	e164.replace(/^\+55(\d{2})([6-9]\d{7})$/, '+55$19$2').replace(/^\+54(?!9)(\d{10})$/, '+549$1');
