import { inLanguage, saidIn } from './in-language';

describe('a sentence in the language of the reader', () => {
	it('has the values in its blanks', () => {
		expect(inLanguage('ja', '$12.34 is left at Twilio.')).toBe('Twilioの残高は$12.34です。');
		expect(inLanguage('ja-JP', 'CHF\u00a012.34 is left.')).toBe('残高はCHF\u00a012.34です。');
	});

	it('stays English for English and for languages without a table', () => {
		for (const language of ['en', 'en-US', '', 'pt-BR', 'constructor'])
			expect(inLanguage(language, 'Messages can be sent.')).toBe('Messages can be sent.');
	});

	it('goes sentence by sentence, and leaves what WhatsApp says as it is', () => {
		expect(
			saidIn('ja', 'Locked for spam. Look into WhatsApp Manager › Overview. (code 131031)'),
		).toEqual([
			{ text: 'Locked for spam.', known: false },
			{ text: ' WhatsAppマネージャの「概要」を確認してください。', known: true },
			{ text: '(コード131031)', known: true },
		]);
		expect(saidIn('ja', 'Your appeal is in review.')[0]?.known).toBe(false);
	});

	it('knows a sentence within a sentence', () => {
		expect(
			inLanguage(
				'ja',
				'WhatsApp refused a message for money (131042) on 2026-11-26T05:00:00Z, although $3.00 is left at Twilio.',
			),
		).toBe(
			'WhatsAppが2026-11-26T05:00:00Zに支払い上の理由(131042)でメッセージを拒否しました。ただし、Twilioの残高は$3.00です。',
		);
	});

	it('gives long texts back at once', () => {
		for (const text of ['a. '.repeat(5_000), 'x is left '.repeat(199)])
			expect(inLanguage('ja', text)).toBe(text);
	});
});
