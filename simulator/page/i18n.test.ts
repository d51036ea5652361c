import { categoryName, preferredLanguage, setLanguage, t } from './i18n.ts';
import { en } from './words.en.ts';
import { ja } from './words.ja.ts';

const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe('the page in two languages', () => {
	afterEach(() => setLanguage('en'));

	it('says everything in both, with the same values in it', () => {
		expect(Object.keys(ja).sort()).toEqual(Object.keys(en).sort());
		for (const word of Object.keys(en) as (keyof typeof en)[]) {
			expect([word, placeholders(ja[word])]).toEqual([word, placeholders(en[word])]);
		}
	});

	it('follows the choice, then the browser', () => {
		expect(preferredLanguage(null, 'ja-JP')).toBe('ja');
		expect(preferredLanguage(null, 'jam')).toBe('en');
		expect(preferredLanguage('en', 'ja')).toBe('en');
		expect(preferredLanguage('fr', 'de-DE')).toBe('en');
	});

	it('puts values in, even ones that look like a pattern', () => {
		expect(t('opens', { url: '$& {x}' })).toBe('Opens $& {x}');
		setLanguage('ja');
		expect(categoryName('UTILITY')).toBe('ユーティリティ');
		expect(categoryName('SERVICE')).toBe('SERVICE');
	});
});
