import { readPerson } from '../../../core/opt-outs/read-person';
import { accountHashKey, type AccountNode } from '../account-node';
import { NodeFailure } from '../node-failure';
import type { ForgottenRows } from './personal-tables';

export interface Forgotten {
	/** The person's key. */
	person: string;
	/** At most the last four digits. */
	phone: string;
	/** Stays, as a hash: otherwise they would get marketing again. */
	optedOut: boolean;
	removed: ForgottenRows[];
	message: string;
}

/**
 * A typed number → the person's key for an account.
 *
 * @throws {NodeFailure} for what is no number, in a sentence
 */
export async function typedPerson(
	account: AccountNode,
	phone: unknown,
	defaultCountry?: string,
): Promise<{ person: string; phone: string }> {
	const reading = readPerson(phone, await accountHashKey(account), defaultCountry);
	if (reading.ok) return reading;
	throw new NodeFailure(`${reading.message}. ${reading.whatToDo}`, reading.reason);
}

/** Removes what this Node-RED keeps of somebody, and says what that was. */
export async function forgetPerson(
	account: AccountNode,
	typed: unknown,
	defaultCountry?: string,
): Promise<Forgotten> {
	const { person, phone } = await typedPerson(account, typed, defaultCountry);
	const store = account.store();
	const removed = await store.forgetPerson(person);
	// Event nodes know no account: what they saw last is kept under the store's own key.
	const seen = readPerson(typed, await store.hashKey(), defaultCountry);
	if (seen.ok) {
		for (const { what, rows } of await store.forgetPerson(seen.person, defaultCountry)) {
			const part = removed.find((other) => other.what === what);
			if (part) part.rows += rows;
		}
	}
	const optedOut = await store.optOuts().has(person);
	return { person, phone, optedOut, removed, message: sentence(phone, removed, optedOut) };
}

const PARTS: Record<string, string> = {
	'last-seen': 'tickets, sessions and proposals seen last',
	'notification-results': 'results of notifications',
	waiting: 'messages that wait for the account',
};

function sentence(phone: string, removed: readonly ForgottenRows[], optedOut: boolean): string {
	const parts = removed
		.filter(({ rows }) => rows > 0)
		.map(({ what, rows }) => `${rows} ${PARTS[what] ?? what}`);
	const told =
		parts.length > 0
			? `Removed of ${phone}: ${parts.join(', ')}.`
			: `Nothing was kept of ${phone}.`;
	return optedOut ? `${told} That they opted out is kept, as a hash.` : told;
}
