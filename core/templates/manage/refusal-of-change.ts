import type { GraphError } from '../../graph/error';
import type { TemplateReason } from './outcome';

/** What Meta's refusal to create or edit means for the next try. */
export interface ChangeRefusal {
	outcome: 'refused' | 'waiting';
	reason: TemplateReason;
	/** Why, in our words, where we know more than “Invalid parameter”. */
	why?: string;
	whatToDo: string;
}

const EDITED: ChangeRefusal = {
	outcome: 'waiting',
	reason: 'edited_recently',
	why: 'an approved template can be edited once in 24 hours and ten times in 30 days',
	whatToDo: 'Run this again after 24 hours, or after 30 days where it was edited ten times.',
};

const BLOCKED: ChangeRefusal = {
	outcome: 'waiting',
	reason: 'name_blocked',
	why: 'the name of a deleted template stays blocked for 30 days',
	whatToDo: 'Wait until the block ends, or choose another name.',
};

/**
 * Meta's subcodes under code 100. Source: Meta, "Error codes › Template creation errors"; 2388023 and 2388124 as
 * clients report them. Where Meta gives no subcode, its own sentence is told.
 */
const BY_SUBCODE: Readonly<Record<number, ChangeRefusal>> = {
	2388019: {
		outcome: 'waiting',
		reason: 'template_limit',
		why: 'the account has as many templates as it may: 250, or 6,000 once the business is verified',
		whatToDo: 'Delete some that are not used.',
	},
	2388023: BLOCKED,
	2388039: {
		outcome: 'waiting',
		reason: 'in_review',
		why: 'it is in review',
		whatToDo: 'Wait for the decision, at most 24 hours, and run this again.',
	},
	2388124: EDITED,
	2388040: refused(
		'Shorten the text that is too long: header 60, body 1024, footer 60 characters.',
	),
	2388047: refused('Write the header as one line of plain text.'),
	2388072: refused('Correct the body: line breaks, spaces and variables.'),
	2388073: refused('Write the footer as one line of plain text without variables.'),
	2388293: refused('Write more text around the variables, or use fewer of them.'),
	2388299: refused('Put a word before the first and after the last variable.'),
	2388043: refused('Give a sample for each variable and file.'),
};

function refused(whatToDo: string): ChangeRefusal {
	return { outcome: 'refused', reason: 'refused', whatToDo };
}

/** Words of Meta's where it gives no subcode of its own. English, whatever the account's language. */
const BY_WORDS: ReadonlyArray<[RegExp, ChangeRefusal]> = [
	[/\b(edit(ed)?)\b.*\b(times|once)\b/i, EDITED],
	[
		/\btemplates? an hour\b|\btoo many message templates created\b/i,
		{
			outcome: 'waiting',
			reason: 'creation_rate',
			why: 'an account creates 100 templates an hour',
			whatToDo: 'Run this again in an hour.',
		},
	],
	[/\bbeing deleted\b/i, BLOCKED],
];

/** What a refusal means; in doubt it is final, and Meta's own sentence says why. */
export function readChangeRefusal(error: GraphError): ChangeRefusal {
	const known = error.subcode === undefined ? undefined : BY_SUBCODE[error.subcode];
	if (known) return known;
	if (error.class === 'rate') {
		return { outcome: 'waiting', reason: 'rate_limited', whatToDo: 'Run this again later.' };
	}
	const words = `${error.title} ${error.details ?? ''}`;
	const told = BY_WORDS.find(([pattern]) => pattern.test(words))?.[1];
	return told ?? refused('Correct what WhatsApp names, and run this again.');
}
