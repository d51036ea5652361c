import type { DeliveryOutcome } from '../messages/outcome';
import { personKey } from './person-key';

/** Where it is kept who opted out, by `personKey`. */
export interface OptOutList {
	has(person: string): boolean | Promise<boolean>;
}

/** One recipient of a marketing message, before it is built. */
export interface MarketingRecipient {
	/** E.164. */
	to: string;
	consent?: boolean;
}

/**
 * Why a marketing template is not sent to this person, or undefined. Nobody who opted out gets one, in a dry
 * run, too; utility is not asked about, because people asked for it themselves.
 */
export async function refusedMarketing(
	{ to, consent }: MarketingRecipient,
	hashKey: string,
	list: OptOutList,
): Promise<DeliveryOutcome | undefined> {
	const person = personKey(to, hashKey);
	try {
		if (person !== undefined && (await list.has(person))) return optedOut();
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		return {
			outcome: 'unsent',
			reason: 'ledger_unavailable',
			message: `Who opted out could not be looked up, so no marketing was sent: ${why}`,
			whatToDo: 'Check where the people who opted out are kept, then run this again.',
		};
	}
	return consent === false ? noConsent() : undefined;
}

const optedOut = (): DeliveryOutcome => ({
	outcome: 'skipped',
	reason: 'opted_out',
	message: 'This person stopped marketing messages, and this template is marketing',
	whatToDo:
		'Nothing: they get marketing again once they write START. Utility templates still reach them.',
});

const noConsent = (): DeliveryOutcome => ({
	outcome: 'skipped',
	reason: 'no_consent',
	message: 'This person did not agree to marketing messages, and this template is marketing',
	whatToDo: 'Nothing, unless they agree later. Utility templates still reach them.',
});
