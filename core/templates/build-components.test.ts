import { fixture } from '../testing/fixture';
import { buildComponents, type TemplateValues } from './build-components';
import { readTemplate, type MessageTemplate } from './template';

const template = (name: string) => readTemplate(fixture(__dirname, name)) as MessageTemplate;
const build = (name: string, values: TemplateValues) => buildComponents(template(name), values);
const named = { first_name: 'Aiko', event_name: 'DevConf', button_1: 'SKBUP2', button_4: '25OFF' };

describe('the components of a message', () => {
	it('carry names, button positions and kinds as Meta wants them', () => {
		expect(build('named', { ...named, button_0: 'CONFIRM' })).toEqual({
			problems: [],
			components: [
				{
					type: 'body',
					parameters: [
						{ type: 'text', parameter_name: 'first_name', text: 'Aiko' },
						{ type: 'text', parameter_name: 'event_name', text: 'DevConf' },
					],
				},
				{
					type: 'button',
					sub_type: 'quick_reply',
					index: '0',
					parameters: [{ type: 'payload', payload: 'CONFIRM' }],
				},
				{
					type: 'button',
					sub_type: 'url',
					index: '1',
					parameters: [{ type: 'text', text: 'SKBUP2' }],
				},
				{
					type: 'button',
					sub_type: 'copy_code',
					index: '4',
					parameters: [{ type: 'coupon_code', coupon_code: '25OFF' }],
				},
			],
		});
	});

	it('leave a quick reply out where it has no id of its own', () => {
		const { components, problems } = build('named', { ...named, button_0: '  ' });
		expect(problems).toEqual([]);
		expect(components.map(({ sub_type }) => sub_type)).toEqual([undefined, 'url', 'copy_code']);
	});

	it('put numbered values in the order of their numbers, not of the sentence', () => {
		expect(build('positional', { header_1: 'DevConf', 1: '愛子', 2: '東京', 3: 'A-12' })).toEqual({
			problems: [],
			components: [
				{ type: 'header', parameters: [{ type: 'text', text: 'DevConf' }] },
				{
					type: 'body',
					parameters: [
						{ type: 'text', text: '愛子' },
						{ type: 'text', text: '東京' },
						{ type: 'text', text: 'A-12' },
					],
				},
			],
		});
	});

	it('name a header variable too', () => {
		expect(build('header-named', { header_event_name: 'DevConf' }).components).toEqual([
			{
				type: 'header',
				parameters: [{ type: 'text', parameter_name: 'event_name', text: 'DevConf' }],
			},
		]);
	});

	it.each([
		['a link', { link: 'https://x.test/t.pdf' }],
		['an upload', { id: '2871834006348767' }],
	])('bring a document by %s, with its name', (_what, header_media) => {
		expect(build('document', { header_media, header_filename: ' ticket.pdf ' }).components).toEqual(
			[
				{
					type: 'header',
					parameters: [{ type: 'document', document: { ...header_media, filename: 'ticket.pdf' } }],
				},
			],
		);
	});

	it.each(['IMAGE', 'VIDEO'])('bring an %s without a name', (format) => {
		const media = { ...template('plain'), components: [{ type: 'HEADER', format }] };
		const kind = format.toLowerCase();
		expect(
			buildComponents(media, { header_media: { id: '1' }, header_filename: 'x.png' }).components,
		).toEqual([{ type: 'header', parameters: [{ type: kind, [kind]: { id: '1' } }] }]);
	});

	const place = {
		latitude: 35.6812,
		longitude: 139.7671,
		name: 'Tokyo Station',
		address: 'Marunouchi',
	};

	it.each([
		['an object', place],
		['text in JSON', JSON.stringify(place)],
		['numbers as text', { ...place, latitude: '35.6812', longitude: ' 139.7671 ' }],
	])('bring a place from %s', (_what, header_location) => {
		expect(build('location', { header_location }).components).toEqual([
			{ type: 'header', parameters: [{ type: 'location', location: place }] },
		]);
	});

	it('are none where the template asks for nothing, whatever values there are', () => {
		expect(build('plain', { 1: 'x', header_media: { id: '1' } })).toEqual({
			components: [],
			problems: [],
		});
	});

	it('leave out kinds of components that are not known', () => {
		const values = { 1: 'Ann', offer_expires: 4102444800, card_0_header_media: { id: '1' } };
		expect(build('carousel', values).components.map(({ type }) => type)).toEqual([
			'body',
			'limited_time_offer',
			'carousel',
		]);
	});
});
