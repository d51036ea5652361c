import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TemplateDefinition } from '../definition';
import { fromMetaTemplate } from '../from-meta-template';
import { checkTemplate, readDefinition } from './index';

const read = (...path: string[]) => JSON.parse(readFileSync(join(__dirname, ...path), 'utf8'));
const seed: object[] = read('../../../simulator/seed/templates.json');
const families: object[] = read('../fixtures/meta-families.json');

const hello: TemplateDefinition = {
	name: 'hello',
	language: 'en',
	category: 'UTILITY',
	body: 'Hello there.',
};
const placesOf = (change: Partial<TemplateDefinition>) =>
	checkTemplate({ ...hello, ...change }).map(({ rule, place }) => `${rule} ${place}`);

describe('a check', () => {
	it('finds nothing in a good template', () => {
		expect(checkTemplate(hello)).toEqual([]);
	});

	it('says what is wrong, where, and what to do', () => {
		const body = '{{first_name}}, your ticket is ready.';
		expect(checkTemplate({ ...hello, body, samples: { first_name: 'Ann' } })).toEqual([
			{
				rule: 'variable-first',
				severity: 'error',
				place: 'body',
				message: 'The body starts with a variable',
				whatToDo: 'Put a word before it, e.g. “Hi”.',
				source: expect.stringContaining('/support/error-codes'),
			},
		]);
	});

	it('names the button, the sample and the card', () => {
		expect(
			placesOf({
				buttons: [
					{ type: 'quick_reply', text: 'Yes' },
					{ type: 'url', text: 'Open', url: 'open' },
				],
			}),
		).toEqual(['buttons-desktop buttons', 'url-form buttons[1].url']);
		expect(placesOf({ body: 'Hi {{name}}, here is your ticket.' })).toEqual([
			'sample-missing samples.name',
		]);
		expect(placesOf({ header: { type: 'text', text: 'For {{1}}' }, samples: { 1: 'x' } })).toEqual([
			'sample-missing samples.header_1',
			'sample-unused samples.1',
		]);
	});

	it('finds several things at once', () => {
		expect(placesOf({ name: 'Hello', language: 'xx', body: 'Hi you {{a}} {{B}}' })).toEqual([
			'name-form name',
			'language-known language',
			'variable-last body',
			'variable-adjacent body',
			'variable-density body',
			'variable-name body',
			'sample-missing samples.a',
			'sample-missing samples.B',
		]);
	});

	it('is not misled by words every object knows', () => {
		for (const word of ['constructor', 'valueOf', '__proto__']) {
			const odd = {
				...hello,
				language: word,
				category: word as 'UTILITY',
				messageSendTtlSeconds: 1,
			};
			expect(checkTemplate(odd).map(({ rule }) => rule)).toEqual([
				'language-known',
				'category-known',
			]);
		}
	});

	it('offers the code of the language that was meant', () => {
		expect(checkTemplate({ ...hello, language: 'pt-BR' })[0]?.whatToDo).toBe('Write pt_BR.');
	});

	it('takes another limit of words per variable', () => {
		const tight = { ...hello, body: 'Hi {{name}}, welcome back.', samples: { name: 'Ann' } };
		expect(checkTemplate(tight)).toEqual([]);
		expect(checkTemplate(tight, { wordsPerVariable: 3 })).toMatchObject([
			{ rule: 'variable-density', message: 'There are 3 words beside 1 variable, 4 are safe' },
		]);
	});

	it('counts words in languages that put no spaces', () => {
		const body = '{{a}}さん、ご登録ありがとうございます。会場は{{b}}です。';
		const samples = { a: '愛子', b: '東京' };
		const rules = checkTemplate({ ...hello, language: 'ja', body: `やあ、${body}`, samples });
		expect(rules).toEqual([]);
	});
});

describe('a utility template', () => {
	it.each([
		['en', 'Get 25% off your next ticket.'],
		['en_GB', 'Don’t miss the party.'],
		['ja', 'ただいま早割キャンペーン中です。'],
		['es', '¡Aprovecha el descuento!'],
		['es_MX', 'Últimas plazas: compra ahora.'],
		['pt_BR', 'Aproveite o desconto de hoje!'],
		['pt_PT', 'Uma promoção imperdível para si.'],
	])('is warned of promotion in %s: %s', (language, body) => {
		expect(checkTemplate({ ...hello, language, body })).toMatchObject([
			{ rule: 'category-promotional', severity: 'warning', place: 'body' },
		]);
		expect(checkTemplate({ ...hello, language, body, category: 'MARKETING' })).toEqual([]);
	});

	it.each([
		['en', 'The refund of your order was made. We offered you a seat in hall 2.'],
		['en', 'Your dealsheet is attached; the promoter will meet you.'],
		['ja', '会場が変わりました。ご登録内容をご確認ください。'],
		['es', 'Tu pedido está confirmado y tu plaza reservada.'],
		['pt_BR', 'Seu pedido foi confirmado e sua vaga está reservada.'],
	])('may say in %s: %s', (language, body) => {
		expect(checkTemplate({ ...hello, language, body })).toEqual([]);
	});
});

const errorsOf = (meta: object) =>
	checkTemplate(fromMetaTemplate(meta)!)
		.filter(({ severity }) => severity === 'error')
		.map(({ rule, place }) => `${rule} ${place}`);

describe('templates as Meta has them', () => {
	it.each(seed.map((meta) => [(meta as TemplateDefinition).name, meta]))(
		'have no errors: %s of the simulator',
		(_name, meta) => expect(errorsOf(meta)).toEqual([]),
	);

	it.each(
		families
			.filter(
				(meta) => !['archived', 'in_another_order'].includes((meta as TemplateDefinition).name),
			)
			.filter((meta) => 'components' in meta && (meta.components as []).length > 0)
			.map((meta) => [(meta as TemplateDefinition).name, meta]),
	)('have no errors: the family %s', (_name, meta) => expect(errorsOf(meta)).toEqual([]));
});

describe('a file', () => {
	const findings = (json: unknown) =>
		readDefinition(json).findings.map(({ rule, place }) => `${rule} ${place}`);

	it('is a definition', () => {
		expect(readDefinition(hello)).toEqual({ definition: hello, findings: [] });
	});

	it.each([
		[null, ['definition-form ']],
		[[], ['definition-form ']],
		[{}, ['name', 'language', 'category'].map((field) => `definition-form ${field}`)],
		[{ ...hello, header: { type: 'gif' } }, ['definition-form header.type']],
		[{ ...hello, buttons: {} }, ['definition-form buttons']],
		[{ ...hello, buttons: [{ type: 'url', text: 'x' }] }, ['definition-form buttons[0].url']],
		[{ ...hello, samples: { a: 1 } }, ['definition-form samples.a']],
		[
			{ ...hello, other: { components: [{ at: -1 }] } },
			['definition-form other.components[0].meta', 'definition-form other.components[0].at'],
		],
	])('is not: %j', (json, expected) => {
		expect(readDefinition(json).definition).toBeUndefined();
		expect(findings(json)).toEqual(expected);
	});

	it('without a field it needs says which', () => {
		expect(readDefinition({ name: 'a', language: 'en' }).findings).toMatchObject([
			{ rule: 'definition-form', message: 'category is missing', whatToDo: 'Add “category”.' },
		]);
	});

	it('with a field nobody knows is read, with a warning', () => {
		const { definition, findings: found } = readDefinition({ ...hello, buton: [] });
		expect(definition).toMatchObject(hello);
		expect(found).toMatchObject([{ rule: 'field-unknown', severity: 'warning', place: 'buton' }]);
	});
});
