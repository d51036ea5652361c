/** As many as one reads in a sentence. */
const MOST = 60;

/**
 * For a place where the name of a template is typed: there is none of this name, and which ones there are.
 *
 * @param approved names of the approved ones; a name may come more than once
 */
export function noSuchTemplate(name: string, approved: Iterable<string>): string {
	const names = [...new Set(approved)].sort();
	const there =
		names.length === 0
			? 'None is approved yet'
			: `Approved are: ${names.slice(0, MOST).join(', ')}${names.length > MOST ? ' and others' : ''}`;
	return `There is no template “${name}” in this account. ${there}.`;
}
