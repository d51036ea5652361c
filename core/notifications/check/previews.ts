import type { CheckedRecipients, ReadyRecipient } from './checked';

/** So many show what values do to the text, and still fit side by side. */
export const SAMPLES = 3;

/** Whose messages are shown: one of each language first, then the first ones of the list. */
export function samplesOf(
	{ ready }: Pick<CheckedRecipients, 'ready'>,
	most = SAMPLES,
): ReadyRecipient[] {
	const languages = new Set<string>();
	const firsts = ready.filter(
		({ language }) => !languages.has(language) && languages.add(language),
	);
	return [...new Set([...firsts, ...ready.slice(0, most)])].slice(0, most);
}
