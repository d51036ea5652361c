import words from '../../../node-red/nodes/whatsapp-manage-template/locales/ja/whatsapp-manage-template.json';

const finding: Partial<Record<string, Partial<Record<string, string>>>> = words.finding;

it.each(['category-promotional', 'sensitive-request'])('%s names the words in Japanese', (rule) => {
	expect(finding[rule]?.message).toContain('「__word__」');
});

it.each(['header-plain-text', 'footer-plain-text'])(
	'%s tells in Japanese an empty text from one with more than words',
	(rule) => {
		expect(finding[rule]?.empty).toContain('空です');
		expect(finding[rule]?.message).not.toContain('空');
	},
);
