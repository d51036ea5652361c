import fc from 'fast-check';
import { fixture } from '../testing/fixture';
import { buildComponents, type TemplateValues } from './build-components';
import { listParameters } from './parameters';
import { readTemplate, type MessageTemplate } from './template';

const template = (name: string) => readTemplate(fixture(__dirname, name)) as MessageTemplate;
const build = (name: string, values: TemplateValues) => buildComponents(template(name), values);
const named = { first_name: 'Aiko', event_name: 'DevConf', button_1: 'SKBUP2', button_4: '25OFF' };

/** The one text a template of one variable is filled with. */
function filled(value: unknown): unknown {
	const one = { ...template('plain'), components: [{ type: 'BODY', text: 'Hi {{1}}.' }] };
	const { components, problems } = buildComponents(one, { 1: value });
	if (problems.length > 0) return problems[0]?.reason;
	return (components[0]?.parameters as Array<{ text: string }>)[0]?.text;
}

describe('a value', () => {
	it.each([
		['text', 'Aiko', 'Aiko'],
		['text in any script', '愛子 🎟️', '愛子 🎟️'],
		['a number', 7, '7'],
		['zero', 0, '0'],
		['a big number', 12345678901234567890n, '12345678901234567890'],
		['true', true, 'true'],
		['false', false, 'false'],
		['spaces around', '  Aiko \n', 'Aiko'],
		['a line break', 'Hall 1\r\nRow 2', 'Hall 1 Row 2'],
		['a tab', 'a\tb', 'a b'],
		['the line break of a word processor', 'a\u2028b\vc\u0085d', 'a b c d'],
		['four spaces', 'a    b', 'a    b'],
		['five spaces', 'a     b', 'a    b'],
		['spaces that a line break joins', 'a   \n   b', 'a    b'],
		['braces', '{{2}}', '{{2}}'],
	])('is filled in as Meta takes it: %s', (_what, value, text) => {
		expect(filled(value)).toBe(text);
	});

	it.each([
		['nothing', undefined],
		['null', null],
		['empty text', ''],
		['only white space', ' \n\t　'],
		['a calculation that failed', Number.NaN],
		['a division by zero', Infinity],
		['a function', () => 'x'],
	])('is missing: %s', (_what, value) => {
		expect(filled(value)).toBe('variable_missing');
	});

	it.each([[['a']], [{ name: 'Aiko' }], [new Date()], [[]]])('is not a text: %j', (value) => {
		expect(filled(value)).toBe('variable_invalid');
	});

	it.each([
		['the end of the link', 'A1?x=1'],
		['the whole link', 'https://tickets.example/t/A1?x=1'],
	])('of a link button may be %s', (_what, button_1) => {
		expect(build('named', { ...named, button_1 }).components[1]).toMatchObject({
			sub_type: 'url',
			parameters: [{ type: 'text', text: 'A1?x=1' }],
		});
	});

	it('of a link button is missing where the whole link has no end', () => {
		const { problems } = build('named', { ...named, button_1: 'https://tickets.example/t/' });
		expect(problems).toMatchObject([{ reason: 'variable_missing', parameter: 'button_1' }]);
	});

	it('that is missing is told by name, with the sample as an example', () => {
		expect(build('named', { ...named, first_name: '' }).problems).toEqual([
			{
				reason: 'variable_missing',
				parameter: 'first_name',
				message: 'First Name is empty',
				whatToDo: 'Give a value for “first_name”, e.g. Aiko.',
			},
		]);
	});

	it('that is missing is told for every variable, not only the first', () => {
		expect(build('positional', {}).problems.map(({ parameter }) => parameter)).toEqual([
			'header_1',
			'1',
			'2',
			'3',
		]);
	});

	it('never comes from what every object has', () => {
		const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
		const components = [{ type: 'BODY', text: names.map((name) => `{{${name}}}`).join(' x ') }];
		const { problems } = buildComponents({ ...template('plain'), components }, {});
		expect(problems.map(({ parameter }) => parameter)).toEqual(names);
		expect(problems.map(({ whatToDo }) => whatToDo).join()).not.toContain('native code');
		const values = JSON.parse(
			'{"constructor":"a","__proto__":"b","toString":"c","hasOwnProperty":"d"}',
		);
		expect(buildComponents({ ...template('plain'), components }, values)).toMatchObject({
			problems: [],
			components: [{ parameters: [{ text: 'a' }, { text: 'b' }, { text: 'c' }, { text: 'd' }] }],
		});
	});

	it('of a copy-code button is refused when it is too long, counted in characters', () => {
		expect(build('named', { ...named, button_4: '🎟'.repeat(20) }).problems).toEqual([]);
		expect(build('named', { ...named, button_4: 'x'.repeat(21) }).problems).toMatchObject([
			{
				reason: 'variable_invalid',
				parameter: 'button_4',
				message: expect.stringContaining('20 characters'),
			},
		]);
	});

	it.each([
		[undefined],
		[null],
		['https://x.test/t.pdf'],
		[{}],
		[{ link: '' }],
		[{ link: '  ' }],
		[{ id: null }],
		[[]],
	])('of a media header is missing: %j', (header_media) => {
		expect(build('document', { header_media }).problems).toMatchObject([
			{
				reason: 'header_media_missing',
				parameter: 'header_media',
				message: 'Header Document is missing',
			},
		]);
	});

	it.each([[undefined], [null], [''], [' ']])(
		'of a location header is missing: %j',
		(header_location) => {
			expect(build('location', { header_location }).problems).toMatchObject([
				{ reason: 'variable_missing', parameter: 'header_location' },
			]);
		},
	);

	it.each([
		['no JSON', 'Tokyo Station'],
		['half of it', { latitude: 35 }],
		['empty coordinates', { latitude: '', longitude: '', name: 'a', address: 'b' }],
		['null for coordinates', { latitude: null, longitude: null, name: 'a', address: 'b' }],
		['false for a coordinate', { latitude: false, longitude: 0, name: 'a', address: 'b' }],
		['a latitude beyond the pole', { latitude: 90.1, longitude: 0, name: 'a', address: 'b' }],
		['a longitude beyond the date line', { latitude: 0, longitude: -181, name: 'a', address: 'b' }],
		['degrees and minutes', { latitude: '35°40′', longitude: '139°46′', name: 'a', address: 'b' }],
		['no name', { latitude: 0, longitude: 0, name: ' ', address: 'b' }],
		['a number in JSON', '7'],
		['null in JSON', 'null'],
		['a list', []],
	])('of a location header is no place: %s', (_what, header_location) => {
		expect(build('location', { header_location }).problems).toMatchObject([
			{ reason: 'variable_invalid', message: 'Header Location is not a place' },
		]);
	});
});

/** Every text, id and code anywhere in what is sent. */
function textsIn(sent: unknown): string[] {
	if (typeof sent === 'string') return [sent];
	if (typeof sent !== 'object' || sent === null) return [];
	return Object.entries(sent).flatMap(([key, value]) =>
		// The data of a flow belongs to the flow.
		key === 'flow_action_data' ? [] : textsIn(value),
	);
}

describe('any values at all', () => {
	const names = [
		...['named', 'positional', 'header-named', 'document', 'location', 'carousel', 'plain'],
		...['offer', 'media-cards', 'product-cards', 'login-one-tap', 'catalog', 'multi-product'].map(
			(name) => `families/${name}`,
		),
		...['families/single-product', 'families/flow'],
	];
	const anyValue = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.anything({ withNullPrototype: true }),
	);
	const filled = fc
		.constantFrom(...names)
		.chain((name) =>
			fc.tuple(
				fc.constant(name),
				fc.dictionary(
					fc.constantFrom(...listParameters(template(name)).map(({ id }) => id), 'header_media'),
					anyValue,
				),
			),
		);

	it('fill every variable with text Meta takes, or are told as problems', () => {
		fc.assert(
			fc.property(filled, ([name, values]) => {
				for (const text of textsIn(build(name, values).components)) {
					expect(text.trim()).not.toBe('');
					expect(text).not.toMatch(/[\r\n\t]| {5}/);
				}
			}),
		);
	});

	it('are told as a problem of a field the template has, in whole sentences', () => {
		fc.assert(
			fc.property(filled, ([name, values]) => {
				const ids = listParameters(template(name)).map(({ id }) => id);
				for (const problem of build(name, values).problems) {
					expect(ids).toContain(problem.parameter);
					expect(problem.whatToDo).toMatch(/^[A-Z].*\.$/s);
				}
			}),
		);
	});
});
