/** A locale in WhatsApp's form: `en-us` → `en_US`, `zh-Hant-TW` → `zh_TW`, `JA` → `ja`. */
export function templateLanguage(locale: string | undefined): string | undefined {
	const match = /^([a-z]{2,3})(?:[-_][a-z]{4})?(?:[-_]([a-z]{2}|\d{3}))?(?:[-_.@].*)?$/i.exec(
		locale?.trim() ?? '',
	);
	const [, language, region] = match ?? [];
	if (language === undefined) return undefined;
	return region === undefined
		? language.toLowerCase()
		: `${language.toLowerCase()}_${region.toUpperCase()}`;
}

const baseOf = (language: string): string => language.split('_')[0] ?? language;

/**
 * The languages to look for a template in, best first: each wish as it is, without its region, then
 * in another region. With `available`, only those, and at least the last wish.
 */
export function languagesFor(
	wishes: ReadonlyArray<string | undefined>,
	available?: readonly string[],
): string[] {
	const wanted = wishes.map(templateLanguage).filter((language) => language !== undefined);
	const offered = available?.map((language) => templateLanguage(language) ?? language);
	const found = wanted.flatMap((language) => {
		const relatives = offered?.filter((other) => baseOf(other) === baseOf(language)) ?? [];
		return [language, baseOf(language), ...relatives];
	});
	const possible = offered ? found.filter((language) => offered.includes(language)) : found;
	const distinct = [...new Set(possible)];
	return distinct.length > 0 ? distinct : [wanted.at(-1) ?? 'en'];
}
