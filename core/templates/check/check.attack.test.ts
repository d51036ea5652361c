import fc from 'fast-check';
import { expectLinear } from '../../testing/growth';
import { fromMetaTemplate } from '../from-meta-template';
import { toMetaTemplate } from '../to-meta-template';
import { checkTemplate, readDefinition, RULES, type Finding } from './index';

/** What breaks careless code: odd keys, braces, huge and empty texts, wrong types everywhere. */
const oddText = fc.oneof(
	fc.string(),
	fc.string({ unit: 'grapheme' }),
	fc.constantFrom(
		...['', ' ', '{{', '}}', '{{}}', '{{1}}{{1}}', '{{__proto__}}', '{{constructor}}', '{{{{1}}}}'],
		...['https://', 'https://{{1}}', 'http://[::1', '\u0000', '\ud800', '%', '+', 'a'.repeat(5000)],
	),
);
const anything = fc.oneof(fc.jsonValue(), oddText, fc.constant(JSON.parse('{"__proto__": 1}')));
const text = fc.oneof({ weight: 40, arbitrary: oddText }, { weight: 1, arbitrary: anything });
const maybe = (of: fc.Arbitrary<unknown>) =>
	fc.oneof({ weight: 40, arbitrary: of }, { weight: 1, arbitrary: anything });

const button = fc.record(
	{
		type: fc.constantFrom('quick_reply', 'url', 'phone', 'copy_code', 'other'),
		text,
		url: text,
		sample: text,
		phone: text,
		meta: maybe(
			fc.record({
				type: fc.constantFrom('OTP', 'otp', 'CATALOG', 'SPM', 1),
				otp_type: fc.constantFrom('ONE_TAP', 'ZERO_TAP', null),
				supported_apps: anything,
			}),
		),
	},
	{ requiredKeys: ['type', 'text', 'url', 'sample', 'phone', 'meta'] },
);
const component = fc.record({
	at: fc.nat({ max: 5 }),
	meta: maybe(
		fc.record({
			type: fc.constantFrom('LIMITED_TIME_OFFER', 'CAROUSEL', 'FOOTER', 'BODY', null),
			limited_time_offer: anything,
			cards: maybe(fc.array(maybe(fc.record({ components: maybe(fc.array(anything)) })))),
			code_expiration_minutes: anything,
		}),
	),
});
const definition = fc.record(
	{
		name: text,
		language: maybe(fc.constantFrom('en', 'ja', 'es', 'pt_BR')),
		category: maybe(fc.constantFrom('UTILITY', 'MARKETING', 'AUTHENTICATION')),
		header: maybe(
			fc.record(
				{ type: fc.constantFrom('text', 'image', 'location'), text, sample: text },
				{ requiredKeys: ['type', 'text'] },
			),
		),
		body: text,
		footer: text,
		buttons: maybe(fc.array(button)),
		samples: maybe(fc.dictionary(fc.oneof(fc.constant('1'), oddText), text)),
		messageSendTtlSeconds: maybe(fc.double()),
		parameterFormat: maybe(fc.constantFrom('NAMED', 'POSITIONAL')),
		other: maybe(
			fc.record(
				{
					components: fc.array(component),
					parts: maybe(
						fc.dictionary(fc.constantFrom('header', 'body'), fc.dictionary(oddText, anything)),
					),
					order: maybe(fc.array(fc.constantFrom('body', 'header'))),
					fields: maybe(fc.dictionary(oddText, anything)),
				},
				{ requiredKeys: [] },
			),
		),
	},
	{ requiredKeys: ['name', 'language', 'category'] },
);

function expectWhole(findings: Finding[]) {
	const poor = findings.filter(
		({ rule, message, whatToDo }) => !Object.hasOwn(RULES, rule) || !message || !whatToDo,
	);
	expect(poor).toEqual([]);
}

function attack(json: unknown) {
	const { definition: read, findings } = readDefinition(json);
	expectWhole(findings);
	expect(read === undefined).toBe(findings.some(({ severity }) => severity === 'error'));
	if (!read) return false;
	expectWhole(checkTemplate(read, { others: [read] }));
	expect(() => fromMetaTemplate(toMetaTemplate(read))).not.toThrow();
	return true;
}

describe('whatever a file holds', () => {
	it('is read without an accident', () => {
		fc.assert(
			fc.property(anything, (json) => void attack(json)),
			{ numRuns: 500 },
		);
	});

	it('is read, checked and converted without an accident', () => {
		let read = 0;
		fc.assert(
			fc.property(definition, (json) => {
				if (attack(JSON.parse(JSON.stringify(json)))) read += 1;
			}),
			{ numRuns: 600 },
		);
		// The attack reaches the rules, not only the reader.
		expect(read).toBeGreaterThan(50);
	});

	it('is checked without an accident when Meta sends it', () => {
		const part = fc.record(
			{
				type: fc.constantFrom('HEADER', 'BODY', 'FOOTER', 'BUTTONS', 'CAROUSEL', 'X'),
				format: fc.constantFrom('TEXT', 'IMAGE', 'LOCATION'),
				text,
				buttons: fc.array(anything),
				cards: anything,
				example: anything,
			},
			{ requiredKeys: ['type'] },
		);
		const meta = fc.record({
			name: oddText,
			language: fc.constant('en'),
			category: fc.constantFrom('UTILITY', 'AUTHENTICATION', 'X'),
			parameter_format: fc.constantFrom('NAMED', 'POSITIONAL', null),
			components: maybe(fc.array(maybe(part))),
		});
		fc.assert(
			fc.property(meta, (json) => {
				const read = fromMetaTemplate(json);
				if (read) expectWhole(checkTemplate(read, { others: [read] }));
			}),
			{ numRuns: 500 },
		);
	});

	it.each([
		'x',
		' ',
		'\n',
		'\t',
		'_',
		'*',
		'~',
		'{',
		'{{',
		'}}',
		'{{1}}',
		'.',
		'1',
		'+1',
		'@',
		'愛',
	])('is checked in one go, also %j a hundred thousand times', (piece) => {
		expectLinear((pieces) => {
			const long = piece.repeat(pieces);
			checkTemplate({
				name: long,
				language: long,
				category: 'UTILITY',
				header: { type: 'text', text: long },
				body: `https://${long}`,
				footer: long,
				buttons: [{ type: 'url', text: long, url: `https://${long}`, sample: long }],
				samples: { a: long },
			});
		});
	});
});
