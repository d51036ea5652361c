import { fixture } from '../testing/fixture';
import { fillText, listParameters, placeholdersOf } from './parameters';
import { readTemplate, type MessageTemplate } from './template';

const template = (name: string) => readTemplate(fixture(__dirname, name)) as MessageTemplate;

const withBody = (text: string, more: Partial<MessageTemplate> = {}): MessageTemplate => ({
	...template('plain'),
	components: [{ type: 'BODY', text }],
	...more,
});

describe('the parameters of a template', () => {
	it('with names are its variables, each once, and its buttons, in the order one reads', () => {
		expect(listParameters(template('named'))).toEqual([
			{
				id: 'first_name',
				part: 'body',
				kind: 'text',
				label: 'First Name',
				required: true,
				name: 'first_name',
				sample: 'Aiko',
			},
			{
				id: 'event_name',
				part: 'body',
				kind: 'text',
				label: 'Event Name',
				required: true,
				name: 'event_name',
				sample: 'DevConf Tokyo',
			},
			{
				id: 'button_0',
				part: 'button',
				kind: 'payload',
				label: 'Reply ID: I am coming',
				required: false,
				buttonIndex: 0,
			},
			{
				id: 'button_1',
				part: 'button',
				kind: 'url_suffix',
				label: 'End of Link: My ticket',
				linkStart: 'https://tickets.example/t/',
				required: true,
				buttonIndex: 1,
				sample: 'A1',
			},
			{
				id: 'button_4',
				part: 'button',
				kind: 'coupon_code',
				label: 'Code: Copy code',
				required: true,
				buttonIndex: 4,
				sample: '25OFF',
			},
		]);
	});

	it('with numbers are in the order of the numbers, wherever the sentence puts them', () => {
		expect(listParameters(template('positional'))).toEqual([
			{
				id: 'header_1',
				part: 'header',
				kind: 'text',
				label: 'Header: Variable 1',
				required: true,
				sample: 'DevConf',
			},
			{ id: '1', part: 'body', kind: 'text', label: 'Variable 1', required: true, sample: '愛子' },
			{
				id: '2',
				part: 'body',
				kind: 'text',
				label: 'Variable 2',
				required: true,
				sample: 'DevConf 東京',
			},
			{ id: '3', part: 'body', kind: 'text', label: 'Variable 3', required: true, sample: 'A-12' },
		]);
	});

	it('count beyond nine as numbers do', () => {
		const text = Array.from({ length: 12 }, (_, i) => `{{${12 - i}}}`).join(' and ');
		expect(listParameters(withBody(text)).map(({ id }) => id)).toEqual(
			Array.from({ length: 12 }, (_, i) => `${i + 1}`),
		);
	});

	it('keep a header apart from the body', () => {
		expect(listParameters(template('header-named'))).toEqual([
			{
				id: 'header_event_name',
				part: 'header',
				kind: 'text',
				label: 'Header: Event Name',
				required: true,
				name: 'event_name',
				sample: 'DevConf',
			},
		]);
	});

	it('are a document and its name, where the header is one', () => {
		expect(listParameters(template('document'))).toMatchObject([
			{ id: 'header_media', kind: 'document', label: 'Header Document', required: true },
			{ id: 'header_filename', kind: 'filename', required: false },
		]);
	});

	it.each(['IMAGE', 'VIDEO', 'image'])(
		'are the media of an %s header, without a name',
		(format) => {
			const media = { ...template('plain'), components: [{ type: 'HEADER', format }] };
			expect(listParameters(media)).toMatchObject([
				{ id: 'header_media', kind: format.toLowerCase() },
			]);
		},
	);

	it('are a place, where the header is one', () => {
		expect(listParameters(template('location'))).toMatchObject([
			{ id: 'header_location', kind: 'location' },
		]);
	});

	it('are none where there is nothing to fill in', () => {
		expect(listParameters(template('plain'))).toEqual([]);
		expect(listParameters({ ...template('plain'), components: [] })).toEqual([]);
	});

	it('leave out kinds of components and buttons that are not known', () => {
		expect(listParameters(template('carousel')).map(({ id }) => id)).toEqual([
			'1',
			'offer_expires',
			'card_0_header_media',
		]);
	});

	it('carry names though the list does not tell the format', () => {
		const unsaid = { ...template('named'), parameterFormat: 'POSITIONAL' as const };
		expect(listParameters(unsaid)[0]).toMatchObject({ id: 'first_name', name: 'first_name' });
	});

	it('may be named like parts of every object', () => {
		const text = 'Hi {{constructor}}, {{__proto__}}, {{toString}}!';
		expect(listParameters(withBody(text)).map(({ id, sample }) => [id, sample])).toEqual([
			['constructor', undefined],
			['__proto__', undefined],
			['toString', undefined],
		]);
		const example = { body_text_named_params: [{ param_name: '__proto__', example: 'x' }] };
		const sampled = { ...template('plain'), components: [{ type: 'BODY', text, example }] };
		expect(listParameters(sampled).map(({ sample }) => sample)).toEqual([
			undefined,
			'x',
			undefined,
		]);
	});

	it.each([
		['no samples', {}],
		['samples of another shape', { body_text: 'x' }],
		['fewer samples than variables', { body_text: [['only one']] }],
		['named samples without names', { body_text_named_params: [null, {}, 7] }],
	])('are listed though there are %s', (_what, example) => {
		const sampled = {
			...template('plain'),
			components: [{ type: 'BODY', text: '{{1}} {{2}} x', example }],
		};
		expect(listParameters(sampled)).toHaveLength(2);
	});

	it('are listed though texts and buttons are of another kind', () => {
		const odd = { type: 'BODY', text: 7, buttons: 'none' } as never;
		expect(
			listParameters({
				...template('plain'),
				components: [odd, { ...(odd as object), type: 'BUTTONS' } as never],
			}),
		).toEqual([]);
	});
});

describe('a text with placeholders', () => {
	it('has each placeholder once, in order', () => {
		expect(placeholdersOf('{{b}} {{ a }} {{b}} {{}} {{a-b}} {{1}}')).toEqual(['b', 'a', '1']);
		expect(placeholdersOf(undefined)).toEqual([]);
	});

	it('is filled where there is a value, and left as it is elsewhere', () => {
		expect(fillText('{{a}} {{b}} {{constructor}}', { a: '1' })).toBe('1 {{b}} {{constructor}}');
	});

	it('takes values as they are, also those that look like placeholders or patterns', () => {
		expect(fillText('{{a}}-{{b}}', { a: '{{b}}', b: '$&$1' })).toBe('{{b}}-$&$1');
	});
});
