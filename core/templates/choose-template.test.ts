import { chooseTemplate } from './choose-template';
import type { MessageTemplate } from './template';

const translation = (language: string, status = 'APPROVED'): MessageTemplate => ({
	id: language,
	name: 'welcome',
	language,
	status,
	category: 'UTILITY',
	parameterFormat: 'NAMED',
	components: [],
});

/** Language of the chosen translation, or the reason there is none. */
function chosen(languages: Array<string | MessageTemplate>, wish?: string): string {
	const translations = languages.map((l) => (typeof l === 'string' ? translation(l) : l));
	const choice = chooseTemplate('welcome', translations, wish);
	return choice.ok ? choice.template.language : choice.reason;
}

describe('the translation that is sent', () => {
	it.each([
		['the one asked for', ['en', 'en_US', 'ja'], 'en_US', 'en_US'],
		['the one asked for with a hyphen', ['en', 'pt_BR'], 'pt-BR', 'pt_BR'],
		['the one asked for in other letters', ['en_US'], 'EN_us', 'en_US'],
		['the bare language before a region', ['en_GB', 'en'], 'en', 'en'],
		['a region of the bare language', ['ja', 'en_GB'], 'en', 'en_GB'],
		['the bare language of a region', ['pt', 'ja'], 'pt_PT', 'pt'],
		['the only one, without a wish', ['ja'], undefined, 'ja'],
		['the only one, for a wish of blanks', ['ja'], '  ', 'ja'],
		['the wish with blanks around', ['ja', 'en'], ' ja ', 'ja'],
	])('is %s', (_what, languages, wish, language) => {
		expect(chosen(languages, wish)).toBe(language);
	});

	it.each([
		['another region', ['zh_TW'], 'zh_CN'],
		['another region, the other way', ['zh_CN', 'zh_HK'], 'zh_TW'],
		['Brazil for Portugal', ['pt_BR'], 'pt_PT'],
		['another language', ['en_US'], 'ja'],
		['a language that merely begins the same', ['fil', 'fi_FI'], 'f'],
		['one of several, without a wish', ['en', 'ja'], undefined],
	])('is never %s', (_what, languages, wish) => {
		expect(chosen(languages, wish)).toBe('template_language');
	});

	it('is an approved region before one that is not', () => {
		expect(chosen([translation('en_GB', 'REJECTED'), 'en_US'], 'en')).toBe('en_US');
	});

	it('is the only approved one of several, without a wish', () => {
		expect(chosen([translation('en', 'PENDING'), 'ja', translation('fr', 'PAUSED')])).toBe('ja');
	});

	it('is refused rather than replaced where the one asked for is not approved', () => {
		expect(chosen([translation('pt_PT', 'PENDING'), 'pt'], 'pt_PT')).toBe('template_not_approved');
	});
});

describe('a template that cannot be sent', () => {
	it.each([
		['PAUSED', 'template_paused'],
		['PENDING', 'template_not_approved'],
		['REJECTED', 'template_not_approved'],
		['DISABLED', 'template_not_approved'],
		['IN_APPEAL', 'template_not_approved'],
		['PENDING_DELETION', 'template_not_approved'],
		['ARCHIVED', 'template_not_approved'],
		['UNKNOWN', 'template_not_approved'],
	])('is refused in status %s', (status, reason) => {
		const choice = chooseTemplate('welcome', [translation('ja', status)]);
		expect(choice).toMatchObject({ ok: false, reason, whatToDo: expect.stringMatching(/\.$/) });
		if (!choice.ok) expect(choice.message).toContain('“welcome” (ja)');
	});

	it('is unknown where the account has none of that name', () => {
		expect(chosen([])).toBe('template_unknown');
		expect(chosen([], 'en')).toBe('template_unknown');
	});

	it('is told with the languages there are', () => {
		expect(chooseTemplate('welcome', [translation('en'), translation('ja')], 'fr')).toMatchObject({
			message: '“welcome” has no translation in fr (there is: en, ja)',
		});
	});
});
