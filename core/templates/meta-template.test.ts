import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { TemplateDefinition } from './definition';
import { fromMetaTemplate } from './from-meta-template';
import { toCreation, toMetaTemplate } from './to-meta-template';
import { upperCaseKinds } from './upper-case-kinds';

const read = (...path: string[]) => JSON.parse(readFileSync(join(__dirname, ...path), 'utf8'));
const jsonIn = (folder: string) =>
	readdirSync(join(__dirname, folder)).filter((name) => name.endsWith('.json'));
const metas: Array<{ name: string; language: string }> = [
	...jsonIn('fixtures').flatMap((file) => read('fixtures', file)),
	...jsonIn('fixtures/families').map((file) => read('fixtures/families', file)),
	...read('../../simulator/seed/templates.json'),
];
const family = (name: string) => fromMetaTemplate(metas.find((meta) => meta.name === name))!;

describe('a template of Meta', () => {
	it.each(metas.map((meta) => [`${meta.name}:${meta.language}`, meta]))(
		'comes back as it was: %s',
		(_name, meta) => {
			expect(toMetaTemplate(fromMetaTemplate(meta)!)).toEqual(meta);
		},
	);

	it('is there of every kind Meta documents', () => {
		const found = new Set<string>();
		const look = (value: unknown, key = ''): void => {
			if (Array.isArray(value)) value.forEach((entry) => look(entry, key));
			else if (typeof value === 'object' && value !== null) {
				for (const [name, entry] of Object.entries(value)) look(entry, `${key}.${name}`);
			} else if (/\.(type|format|otp_type|category|parameter_format)$/.test(key)) {
				found.add(`${key.replace(/^.*\.(?=\w+\.\w+$)/, '')} ${String(value)}`);
			} else if (/_(text|handle)$/.test(key)) found.add(key.replace(/^.*\./, ''));
			else if (key.endsWith('_params.param_name')) found.add(key.split('.').at(-2) ?? '');
		};
		metas.forEach((meta) => look(meta, 'template'));
		const of = (key: string, ...kinds: string[]) => kinds.map((kind) => `${key} ${kind}`);
		expect([...found]).toEqual(
			expect.arrayContaining([
				...of('template.category', 'UTILITY', 'MARKETING', 'AUTHENTICATION'),
				...of('template.parameter_format', 'NAMED', 'POSITIONAL'),
				...of('components.type', 'HEADER', 'BODY', 'FOOTER', 'BUTTONS', 'CAROUSEL'),
				...of('components.type', 'LIMITED_TIME_OFFER', 'CALL_PERMISSION_REQUEST'),
				...of('components.format', 'TEXT', 'IMAGE', 'VIDEO', 'GIF', 'DOCUMENT'),
				...of('components.format', 'LOCATION', 'PRODUCT'),
				...of('buttons.type', 'QUICK_REPLY', 'URL', 'PHONE_NUMBER', 'COPY_CODE', 'OTP'),
				...of('buttons.type', 'CATALOG', 'MPM', 'SPM', 'FLOW', 'VOICE_CALL', 'ORDER_DETAILS'),
				...of('buttons.otp_type', 'COPY_CODE', 'ONE_TAP', 'ZERO_TAP'),
				...['header_text', 'body_text', 'header_handle'],
				...['header_text_named_params', 'body_text_named_params'],
			]),
		);
	});

	it('is read in small letters as well, as Meta’s guides write it', () => {
		const meta = { type: 'body', text: 'Hello there' };
		const guide = { name: 'a', language: 'en', category: 'utility', components: [meta] };
		expect(fromMetaTemplate(guide)).toEqual({
			name: 'a',
			language: 'en',
			category: 'UTILITY',
			body: 'Hello there',
		});
	});

	it('becomes words a person can read', () => {
		expect(family('attendee_registration_confirmation')).toEqual({
			name: 'attendee_registration_confirmation',
			language: 'en_US',
			category: 'UTILITY',
			body: 'Hi {{first_name}}, your ticket for {{event_name}} is ready. See you there, {{first_name}}!',
			footer: 'Reply STOP to opt out',
			buttons: [
				{ type: 'quick_reply', text: 'I am coming' },
				{
					type: 'url',
					text: 'My ticket',
					url: 'https://tickets.example/t/{{1}}',
					sample: 'https://tickets.example/t/A1',
				},
				{ type: 'url', text: 'The venue', url: 'https://tickets.example/venue' },
				{ type: 'phone', text: 'Call us', phone: '+15550051310' },
				{ type: 'copy_code', sample: '25OFF' },
			],
			samples: { first_name: 'Aiko', event_name: 'DevConf Tokyo' },
			other: { fields: { id: '1689556908129832', status: 'APPROVED' } },
		});
	});

	it('keeps the samples of {{1}} in header and body apart', () => {
		expect(family('buyer_registration_confirmation').samples).toMatchObject({
			header_1: 'DevConf',
		});
		expect(family('same_name_twice').samples).toEqual({
			header_first_name: 'Eva',
			first_name: 'Ana',
		});
	});

	it('keeps kinds we do not edit, with their place', () => {
		const { body, footer, buttons, other } = family('offer_ends_soon');
		expect({ body, footer }).toEqual({
			body: 'Good news, {{1}}! Use code {{2}} for all workshops.',
			footer: undefined,
		});
		expect(buttons?.[0]).toMatchObject({ type: 'copy_code', text: 'Copy offer code' });
		expect(other?.components).toMatchObject([{ at: 1, meta: { type: 'LIMITED_TIME_OFFER' } }]);
		expect(family('login_code_one_tap').buttons).toMatchObject([
			{ type: 'other', meta: { type: 'OTP' } },
		]);
	});

	it('takes a new sample instead of the kept one', () => {
		const workshops = { ...family('workshops'), samples: { 1: 'Ben' } };
		expect(toMetaTemplate(workshops).components).toMatchObject([
			{ type: 'BODY', example: { body_text: [['Ben']] } },
			{ type: 'CAROUSEL' },
		]);
	});

	it('is created without what only Meta can say', () => {
		expect(Object.keys(toCreation(family('offer_ends_soon'))).sort()).toEqual(
			['category', 'components', 'language', 'name', 'parameter_format'].sort(),
		);
	});

	it.each([null, 'x', 7, [], {}, { name: 'a' }, { name: 'a', language: 'en', category: 1 }])(
		'is not %j',
		(raw) => expect(fromMetaTemplate(raw)).toBeUndefined(),
	);
});

const word = fc.stringMatching(/^[a-z][a-z_]{0,9}$/);
const text = fc.string({ minLength: 1 }).filter((value) => !/[{}]/.test(value));
const button = fc.oneof(
	fc.record({ type: fc.constant('quick_reply' as const), text }),
	fc.record({ type: fc.constant('phone' as const), text, phone: text }),
	fc.record({ type: fc.constant('copy_code' as const), sample: text }),
	fc.record(
		{ type: fc.constant('url' as const), text, url: fc.webUrl(), sample: fc.webUrl() },
		{ requiredKeys: ['type', 'text', 'url'] },
	),
	fc.record({
		type: fc.constant('other' as const),
		meta: fc.constant({ type: 'FLOW', flow_id: 1 }),
	}),
);

/** Definitions as people write them: every variable may have a sample, and no other does. */
const definition = fc
	.record({
		numbered: fc.boolean(),
		names: fc.uniqueArray(word, { maxLength: 4 }),
		words: fc.array(text, { minLength: 5, maxLength: 5 }),
		header: fc.option(
			fc.oneof(
				fc.constant({ type: 'location' as const }),
				fc.record({ type: fc.constantFrom('image' as const, 'video' as const), sample: text }),
				fc.record({ type: fc.constant('text' as const), text }),
			),
			{ nil: undefined },
		),
		headerVariable: fc.boolean(),
		footer: fc.option(text, { nil: undefined }),
		buttons: fc.option(fc.array(button), { nil: undefined }),
		sampled: fc.boolean(),
		ttl: fc.option(fc.integer({ min: 30 }), { nil: undefined }),
	})
	.map((parts): TemplateDefinition => {
		const { numbered, names, words, footer, buttons, ttl } = parts;
		const variables = numbered ? names.map((_name, at) => String(at + 1)) : names;
		const body = words
			.map((one, at) => one + (variables[at] ? `{{${variables[at]}}}` : ''))
			.join('');
		const extra = parts.header?.type === 'text' && parts.headerVariable;
		const header = extra
			? { type: 'text' as const, text: `A {{${numbered ? 1 : 'zzz_header'}}}` }
			: parts.header;
		const keys = [...variables, ...(extra ? [numbered ? 'header_1' : 'zzz_header'] : [])];
		return {
			name: 'a',
			language: 'en',
			category: 'UTILITY',
			body,
			...(header ? { header } : {}),
			...(footer === undefined ? {} : { footer }),
			...(buttons ? { buttons } : {}),
			...(ttl === undefined ? {} : { messageSendTtlSeconds: ttl }),
			...(parts.sampled && keys.length > 0
				? { samples: Object.fromEntries(keys.map((key) => [key, `sample ${key}`])) }
				: {}),
		};
	});

describe('conversion', () => {
	it('of a definition to Meta and back changes nothing', () => {
		fc.assert(
			fc.property(definition, (one) => {
				expect(fromMetaTemplate(toMetaTemplate(one))).toEqual(one);
			}),
		);
	});

	it('of anything Meta could ever return, and back, loses nothing', () => {
		const kind = fc.constantFrom('HEADER', 'BODY', 'FOOTER', 'BUTTONS', 'CAROUSEL', 'NEW');
		const variable = fc.constantFrom(
			'a',
			'Hi {{1}} x',
			'Hi {{n}} x {{m}}',
			'{{__proto__}}',
			1,
			null,
		);
		const example = fc.constantFrom(
			...[{ body_text: [['a']] }, { body_text: 'a' }, { header_text: ['a'] }, {}, null, [1]],
			{
				body_text_named_params: [
					{ param_name: 'm', example: 'x' },
					{ param_name: 'n', example: '' },
				],
			},
			{ body_text_named_params: [null] },
			{ header_text_named_params: [{ param_name: 'n', example: 'y' }], more: 1 },
			{ header_handle: ['a'] },
		);
		const part = fc.record(
			{
				type: fc.oneof(kind, fc.jsonValue()),
				format: fc.constantFrom('TEXT', 'IMAGE', 'LOCATION', 'GIF', 1),
				text: variable,
				example,
				buttons: fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue()),
				more: fc.jsonValue(),
			},
			{ requiredKeys: ['type'] },
		);
		const meta = fc.record(
			{
				name: fc.string(),
				language: fc.string(),
				category: fc.constantFrom('UTILITY', 'NEW'),
				parameter_format: fc.constantFrom('NAMED', 'POSITIONAL', 'NEW', null),
				message_send_ttl_seconds: fc.oneof(fc.integer(), fc.jsonValue()),
				components: fc.oneof(fc.array(fc.oneof(part, fc.jsonValue())), fc.jsonValue()),
				more: fc.jsonValue(),
			},
			{ requiredKeys: ['name', 'language', 'category'] },
		);
		fc.assert(
			fc.property(meta, (one) => {
				const json = upperCaseKinds(JSON.parse(JSON.stringify(one)));
				expect(toMetaTemplate(fromMetaTemplate(json)!)).toEqual(json);
			}),
			{ numRuns: 1000 },
		);
	});
});
