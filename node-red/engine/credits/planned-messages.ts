import { normaliseRecipient } from '../../../core/messages/recipient';
import { readRecipients } from '../../../core/notifications';
import { NodeFailure } from '../node-failure';

export interface PlannedMessages {
	messages: Array<{ country?: string; category: string }>;
	/** Entries that would get nothing: their number is none. */
	leftOut: number;
}

const CATEGORIES = ['MARKETING', 'UTILITY', 'AUTHENTICATION'];

/**
 * A list of recipients → what is to be sent, as prices see it. Messages of Event Messages say their category
 * themselves; for all others it is that of the template.
 *
 * @throws {NodeFailure} where the list cannot be read, or no category is known
 */
export function plannedMessages(
	list: unknown,
	{ category, defaultCountry }: { category?: string; defaultCountry?: string },
): PlannedMessages {
	const planned: PlannedMessages = { messages: [], leftOut: 0 };
	for (const { phone, values } of recipientsOf(list)) {
		const recipient = normaliseRecipient(phone, defaultCountry);
		if (!recipient.ok) {
			planned.leftOut++;
			continue;
		}
		const own = String(values.category ?? '').toUpperCase();
		const known = CATEGORIES.includes(own) ? own : category;
		if (!known) {
			throw new NodeFailure(
				'The price depends on the category. Choose the template, or let each entry say its category.',
				'category_missing',
			);
		}
		planned.messages.push({ country: recipient.country, category: known });
	}
	return planned;
}

function recipientsOf(list: unknown) {
	try {
		return readRecipients(list).recipients;
	} catch (error) {
		throw new NodeFailure((error as Error).message, 'input_invalid');
	}
}
