import { languageName } from './language-names';
import { TEMPLATE_LANGUAGES } from './languages';

describe('the name of a language', () => {
	test.each([
		['en', 'English'],
		['pt_BR', 'Brazilian Portuguese'],
		['zh_HK', 'Chinese (Hong Kong SAR China)'],
	])('%s is %s', (code, name) => {
		expect(languageName(code)).toBe(name);
	});

	test('is in the language of the reader', () => {
		expect(languageName('ja', 'ja')).toBe('日本語');
	});

	test('is the code for what is none', () => {
		expect(languageName('klingon!')).toBe('klingon!');
	});

	test('is there for every language WhatsApp takes, and no two are alike', () => {
		const names = [...TEMPLATE_LANGUAGES].map((code) => languageName(code));

		expect(new Set(names).size).toBe(TEMPLATE_LANGUAGES.size);
		expect(names.filter((name) => /^[a-z]{2}(_|$)/.test(name))).toEqual([]);
	});
});
