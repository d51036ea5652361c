import fc from 'fast-check';
import { parseFormatting, plainOf, sourceOf } from './format.ts';

const types = (text: string): string[] => parseFormatting(text).map((token) => token.type);

describe('WhatsApp formatting', () => {
	it('reads bold, italic, strike, mono and code', () => {
		expect(parseFormatting('*a* _b_ ~c~ ```d``` `e`')).toEqual([
			{ type: 'bold', marker: '*', children: [{ type: 'text', text: 'a' }] },
			{ type: 'text', text: ' ' },
			{ type: 'italic', marker: '_', children: [{ type: 'text', text: 'b' }] },
			{ type: 'text', text: ' ' },
			{ type: 'strike', marker: '~', children: [{ type: 'text', text: 'c' }] },
			{ type: 'text', text: ' ' },
			{ type: 'mono', text: 'd', marker: '```' },
			{ type: 'text', text: ' ' },
			{ type: 'mono', text: 'e', marker: '`' },
		]);
	});

	it('nests different styles and not the same one twice', () => {
		expect(parseFormatting('*_both_*')).toEqual([
			{
				type: 'bold',
				marker: '*',
				children: [{ type: 'italic', marker: '_', children: [{ type: 'text', text: 'both' }] }],
			},
		]);
		expect(plainOf(parseFormatting('**a**'))).not.toContain('undefined');
	});

	it.each([
		'2 * 3 * 4',
		'snake_case_name',
		'* not bold *',
		'*over\ntwo lines*',
		'5*4*3',
		'*',
		'**',
	])('leaves %j as it is', (text) => {
		expect(parseFormatting(text)).toEqual([{ type: 'text', text }]);
	});

	it('formats inside scripts that put no space between words', () => {
		expect(parseFormatting('開催の*Test Conf*への')).toEqual([
			{ type: 'text', text: '開催の' },
			{ type: 'bold', marker: '*', children: [{ type: 'text', text: 'Test Conf' }] },
			{ type: 'text', text: 'への' },
		]);
	});

	it('keeps styles out of addresses and punctuation out of links', () => {
		expect(parseFormatting('See https://x.example/a_b_c, now')).toEqual([
			{ type: 'text', text: 'See ' },
			{ type: 'link', text: 'https://x.example/a_b_c', url: 'https://x.example/a_b_c' },
			{ type: 'text', text: ', now' },
		]);
		expect(types('*https://x.example*')).toEqual(['bold']);
		expect(parseFormatting('www.example.org')).toEqual([
			{ type: 'link', text: 'www.example.org', url: 'https://www.example.org' },
		]);
	});

	it('makes no link of anything but http', () => {
		expect(types('javascript:alert(1) data:text/html,x')).toEqual(['text']);
	});

	it('never throws and never loses a character', () => {
		const pieces = fc.constantFrom(
			...[
				'*',
				'_',
				'~',
				'`',
				'```',
				' ',
				'\n',
				'a',
				'é',
				'日',
				'🎟',
				'https://a.b/',
				'www.',
				'(',
				')',
			],
			'\uD83C',
			'مرحبا',
			'.',
		);
		const text = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 200 }),
			fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
		);
		fc.assert(
			fc.property(text, (value) => {
				const tokens = parseFormatting(value);
				expect(sourceOf(tokens)).toBe(value);
				expect(plainOf(tokens).length).toBeLessThanOrEqual(value.length);
			}),
			{ numRuns: 2000 },
		);
	});

	it('stays quick on a message made of markers', () => {
		const started = performance.now();
		parseFormatting('*a_b~ '.repeat(1000));
		expect(performance.now() - started).toBeLessThan(1000);
	});
});
