import fc from 'fast-check';
import { expectLinear } from '../../testing/growth';
import type { TemplateDefinition } from '../definition';
import { previewHtml, previewModel, previewPage, previewText } from './index';

const evil = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.constantFrom(
		...['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onload='x", '</style>'],
		...['javascript:alert(1)', 'https://a.example/"onerror="x', 'https://a.example/);x:url(//b'],
		...[
			'*_~*_~',
			'```',
			'`',
			'> ',
			'- ',
			'1. ',
			'{{a}}',
			'{{first_name}}',
			'${x}',
			'$&',
			'\u{f0000}',
		],
		...['\u202e', '\0', '\ud800', '&lt;', '<!--', ']]>', 'https://a.example/\\22'],
	),
);
const words = fc.array(evil, { maxLength: 4 }).map((parts) => parts.join(''));
const header = fc.oneof(
	fc.record({ type: fc.constant('text'), text: words }),
	fc.record({ type: fc.constantFrom('image', 'video', 'document'), sample: words }),
	fc.record({ type: fc.constant('location') }),
);
const button = fc.oneof(
	fc.record({ type: fc.constant('quick_reply'), text: words }),
	fc.record({ type: fc.constant('url'), text: words, url: words, sample: words }),
	fc.record({ type: fc.constant('phone'), text: words, phone: words }),
	fc.record({ type: fc.constant('copy_code'), sample: words }),
	fc.record({ type: fc.constant('other'), meta: fc.record({ type: words, text: words }) }),
);
const definition = fc.record({
	name: words,
	language: words,
	category: words,
	header,
	body: words,
	footer: words,
	buttons: fc.array(button, { maxLength: 5 }),
	samples: fc.record({ a: words, first_name: words }),
}) as unknown as fc.Arbitrary<TemplateDefinition>;

/** Everything a preview may be made of; whatever else stands between < and > came from a template. */
const TAG =
	/^<(?:!doctype html|\/?(?:html|head|body|title|style|div|span|small|b|em|s|code|i|p|h1|ul|li)|meta)(?: (?:class|dir|lang|style|charset|name|content)="[^"<>]*")*>$/;

function expectHarmless(html: string) {
	const outside = html.replace(/<style>[\s\S]*?<\/style>/, '');
	expect((outside.match(/<[^>]*>?/g) ?? []).filter((tag) => !TAG.test(tag))).toEqual([]);
	for (const [, style] of outside.matchAll(/ style="([^"]*)"/g)) {
		expect(style).toMatch(/^background-image:url\(&quot;https:[^"'\\<>\s]*&quot;\)$/);
	}
	expect(outside).not.toMatch(/\{|\}|\$/);
}

describe('a preview', () => {
	it('has no tag, attribute or link that a template brought in', () => {
		fc.assert(
			fc.property(definition, words, words, (template, value, title) => {
				const values = { first_name: value, header_media: value, header_location: { name: value } };
				expectHarmless(previewHtml(template, { values, title, caption: title }));
				expectHarmless(previewHtml(template, { samples: 'marked', theme: 'dark' }));
			}),
			{ numRuns: 200 },
		);
	});

	it('is drawn of anything, and never throws', () => {
		const component = fc.record(
			{
				type: fc.oneof(
					fc.constantFrom('HEADER', 'BODY', 'BUTTONS', 'CAROUSEL', 'LIMITED_TIME_OFFER'),
				),
				format: fc.constantFrom('IMAGE', 'LOCATION', 'PRODUCT', 'DOCUMENT', 1),
				text: fc.oneof(words, fc.jsonValue()),
				example: fc.jsonValue(),
				buttons: fc.oneof(fc.array(fc.oneof(button, fc.jsonValue())), fc.jsonValue()),
				cards: fc.jsonValue(),
				limited_time_offer: fc.jsonValue(),
			},
			{ requiredKeys: ['type'] },
		);
		const thing = fc.oneof(
			fc.jsonValue(),
			fc.record({ name: words, language: words, components: fc.array(component) }),
		);
		fc.assert(
			fc.property(thing, fc.dictionary(fc.string(), fc.jsonValue()), (template, values) => {
				expectHarmless(previewPage([template as never], { values }));
				expect(typeof previewText(template as never, { values })).toBe('string');
			}),
			{ numRuns: 200 },
		);
	});

	it.each(['*a ', '_', '~x~', '`', '```', 'https://a', '> ', '- ', '{{a}}', '{{'])(
		'of a text without end, %j, is drawn in one go',
		(piece) => {
			expectLinear((pieces) => {
				const body = piece.repeat(pieces);
				previewModel({ name: 'a', language: 'en', category: 'UTILITY', body });
			});
		},
	);
});
