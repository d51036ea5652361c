import type { ReadingOptions } from './platform';

/** One question of a registration form with its answer. */
export interface FormAnswer {
	question: string | undefined;
	answer: string | undefined;
}

/** How forms ask for a phone, in the languages of the template pack and the platforms' own. */
const PHONE =
	/whats?app|phone|mobile|cell|handy|telef[oó]n|celular|m[oó]vil|t[eé]l[eé]phone|portable|電話|携帯|手机|전화/i;

/**
 * The phone a form asked for: the answer to the question the organiser named, else to the first
 * question that asks for one.
 */
export function phoneAnswer(
	answers: readonly FormAnswer[],
	{ phoneQuestion }: ReadingOptions = {},
): string | undefined {
	const wanted = phoneQuestion?.trim().toLowerCase();
	const given = answers.filter(({ answer }) => answer !== undefined && answer.trim() !== '');
	const match = wanted
		? given.find(({ question }) => question?.trim().toLowerCase() === wanted)
		: given.find(
				({ question, answer }) => PHONE.test(question ?? '') && /\d{5}/.test(digits(answer)),
			);
	return match?.answer?.trim();
}

const digits = (text: string | undefined): string => (text ?? '').replace(/[^\d]/g, '');
