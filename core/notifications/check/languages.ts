import { languagesFor } from '../../events/language';
import type { MessageTemplate } from '../../templates/template';

/** The languages somebody may get, best first, by their own. */
export type Wishes = (language: string | undefined) => string[];

/**
 * In which languages somebody may get the template: that of the template where one was chosen, else their own, else the
 * one for everybody else. A template that exists in one language only is its own answer.
 */
export function languageWishes(
	chosen: string | undefined,
	fallback: string | undefined,
	translations: readonly MessageTemplate[],
): Wishes {
	if (chosen !== undefined) return () => [chosen];
	const approved = translations
		.filter(({ status }) => status === 'APPROVED')
		.map(({ language }) => language);
	const last = fallback?.trim() || (approved.length === 1 ? approved[0] : undefined);
	return (own) => {
		const wanted = [own, last].filter((language) => language !== undefined && language !== '');
		return wanted.length === 0
			? []
			: languagesFor(wanted, approved.length > 0 ? approved : undefined);
	};
}
