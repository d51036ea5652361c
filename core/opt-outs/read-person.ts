import { maskPhone, normaliseRecipient } from '../messages/recipient';
import { personKey } from './person-key';

export type PersonReading =
	| {
			ok: true;
			/** `personKey`, as tables keep it. */
			person: string;
			/** At most the last four digits. */
			phone: string;
	  }
	| { ok: false; reason: string; message: string; whatToDo: string };

/** A phone number or user id that somebody typed or wrote from → their key, or a sentence on what is wrong with it. */
export function readPerson(who: unknown, hashKey: string, defaultCountry?: string): PersonReading {
	const person = personKey(who, hashKey, defaultCountry);
	if (person !== undefined) return { ok: true, person, phone: maskPhone(who) };
	const { reason, message, whatToDo } = normaliseRecipient(who, defaultCountry) as Exclude<
		ReturnType<typeof normaliseRecipient>,
		{ ok: true }
	>;
	return { ok: false, reason, message, whatToDo };
}
