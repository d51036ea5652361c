import type { INodeParameters, ResourceMapperFields } from 'n8n-workflow';
import { definition, outcomes, readyMade, useDesk } from './desk';

const desk = useDesk();

const filledIn = (more: INodeParameters = {}): INodeParameters => ({
	definitionFrom: 'fields',
	audience: 'attendee',
	templateName: ' doors_open_tomorrow ',
	language: 'en',
	category: 'UTILITY',
	headerType: 'none',
	body: 'Hi {{first_name}}, the doors of {{event_name}} open at nine tomorrow. See you there.',
	footer: '',
	samples: {
		mappingMode: 'defineBelow',
		// The last one is of a variable that was taken out of the text again.
		value: { first_name: 'Aiko', event_name: ' Test Conf ', venue: 'Tokyo Forum' },
	},
	...more,
});

const checked = async (more?: INodeParameters) => {
	const { done, attention } = await desk.run('check', [{}], filledIn(more));
	return [...done, ...attention][0];
};

describe('Fill In Below', () => {
	test('gives a definition of what was filled in, and of nothing else', async () => {
		expect((await checked()).definition).toEqual({
			name: 'doors_open_tomorrow',
			language: 'en',
			category: 'UTILITY',
			audience: 'attendee',
			body: 'Hi {{first_name}}, the doors of {{event_name}} open at nine tomorrow. See you there.',
			samples: { first_name: 'Aiko', event_name: 'Test Conf' },
		});
	});

	test('every kind of button, in the order of the list', async () => {
		const button = [
			{ type: 'quick_reply', text: 'I have a question' },
			{
				type: 'url',
				text: 'My ticket',
				url: 'https://example.com/{{1}}',
				sample: 'https://example.com/a',
			},
			{ type: 'url', text: 'Programme', url: 'https://example.com', sample: '' },
			{ type: 'phone', text: 'Call us', phone: '+81 3 1234 5678' },
			{ type: 'copy_code', text: 'left from another kind', code: 'EARLY20' },
		];
		const { definition: made } = await checked({ buttons: { button } });

		expect(made.buttons).toEqual([
			{ type: 'quick_reply', text: 'I have a question' },
			{
				type: 'url',
				text: 'My ticket',
				url: 'https://example.com/{{1}}',
				sample: 'https://example.com/a',
			},
			{ type: 'url', text: 'Programme', url: 'https://example.com' },
			{ type: 'phone', text: 'Call us', phone: '+81 3 1234 5678' },
			{ type: 'copy_code', sample: 'EARLY20' },
		]);
	});

	test.each([
		[
			{ headerType: 'text', headerText: 'Your ticket' },
			{ type: 'text', text: 'Your ticket' },
		],
		[
			{ headerType: 'image', headerSample: 'https://example.com/a.png' },
			{ type: 'image', sample: 'https://example.com/a.png' },
		],
		[{ headerType: 'location', headerSample: 'left over' }, { type: 'location' }],
	])('header %j', async (fields, header) => {
		expect((await checked(fields)).definition.header).toEqual(header);
	});

	test('somebody else, and a time to live', async () => {
		const { definition: made } = await checked({ audience: '', options: { timeToLive: 3600 } });

		expect(made.audience).toBeUndefined();
		expect(made.messageSendTtlSeconds).toBe(3600);
	});

	test('what is missing is found by the check, not by an exception', async () => {
		// Fields that are required and empty stop n8n itself; an expression can still come to nothing.
		const nothing = { templateName: '={{ $json.name }}', category: '={{ $json.category }}' };
		const { attention } = await desk.run('check', [{}], filledIn(nothing));

		expect(outcomes(attention)).toEqual([['refused', 'definition_invalid']]);
		expect(attention[0].message).toContain('name');
	});
});

describe('the samples', () => {
	const fieldsFor = async (parameters: INodeParameters) =>
		await desk.engine.loadOptions<ResourceMapperFields>(
			'whatsAppManageTemplate',
			'resourceMapping',
			'getSampleFields',
			{ operation: 'apply', definitionFrom: 'fields', ...parameters },
		);

	test('are one field for each variable of the text', async () => {
		const { fields } = await fieldsFor({
			body: 'Hi {{first_name}}, see {{venue}}. Bye, {{first_name}}.',
			headerType: 'text',
			headerText: 'For {{event_name}}',
		});
		expect(fields.map(({ id, required }) => [id, required])).toEqual([
			['event_name', true],
			['first_name', true],
			['venue', true],
		]);
	});

	test('are none for a header of another kind, and it is said what to do', async () => {
		const answer = await fieldsFor({ body: '', headerType: 'image', headerText: 'For {{a}}' });
		expect(answer).toEqual({
			fields: [],
			emptyFieldsNotice: expect.stringContaining('text first'),
		});
	});
});

describe('From the Item', () => {
	test.each<[string, object]>([
		['a definition', definition()],
		['a row of a table', { id: 4, name: 'x', definition: JSON.stringify(definition()) }],
		['an object under definition', { definition: definition() }],
		[
			'WhatsApp’s own JSON',
			{
				name: 'doors_open_tomorrow',
				language: 'en',
				category: 'UTILITY',
				parameter_format: 'NAMED',
				components: [
					{
						type: 'BODY',
						text: definition().body,
						example: { body_text_named_params: [{ param_name: 'first_name', example: 'Aiko' }] },
					},
				],
			},
		],
	])('takes %s', async (_, item) => {
		const { done } = await desk.run('check', [item as never]);

		expect(done[0].definition).toMatchObject(definition());
	});
});

describe('Ready-Made', () => {
	test('takes the one that was chosen', async () => {
		const { done } = await desk.run('check', [{}], {
			definitionFrom: 'readyMade',
			readyMade: { __rl: true, mode: 'list', value: 'sponsor_welcome:ja' },
		});

		expect(done[0].definition).toEqual(readyMade('sponsor_welcome', 'ja'));
	});

	test('says so where there is no such one', async () => {
		const { attention } = await desk.run('check', [{}], {
			definitionFrom: 'readyMade',
			readyMade: { __rl: true, mode: 'name', value: 'sponsor_welcome' },
		});

		expect(outcomes(attention)).toEqual([['refused', 'definition_invalid']]);
		expect(attention[0].message).toContain('name:language');
	});
});

describe('without an account', () => {
	beforeEach(() => {
		desk.engine.credentials.whatsAppBusinessApi = undefined as never;
		delete desk.engine.credentials.whatsAppBusinessApi;
	});

	test('ready-made templates are got, by language, audience and automatic trigger', async () => {
		const all = await desk.run('getReadyMade');
		expect(all.done).toHaveLength(40);

		const some = await desk.run('getReadyMade', [{}], {
			readyMadeLanguages: ['ja', 'es'],
			audiences: ['sponsor'],
			readyMadeNames: ['sponsor_welcome'],
		});
		expect(some.done.map(({ name, language }) => `${name}:${language}`).sort()).toEqual([
			'sponsor_welcome:es',
			'sponsor_welcome:ja',
		]);
	});

	test('a definition is checked, where it is compared with the others only', async () => {
		const definitions = [definition(), definition({ name: 'second', footer: 'x'.repeat(61) })];
		await expect(desk.run('check', definitions)).rejects.toMatchObject({
			message: expect.stringContaining('credentials'),
		});

		const { done, attention } = await desk.run('check', definitions, {
			compareWith: 'definitions',
		});

		expect(outcomes(done)).toEqual([['ok']]);
		expect(attention).toMatchObject([
			{ outcome: 'problems', findings: [{ rule: 'footer-length', place: 'footer' }] },
		]);
	});

	test('a definition is drawn with its samples, or with values', async () => {
		const sampled = await desk.run('preview', [definition()]);
		expect(sampled.done[0].text).toContain('Hi Aiko,');
		expect(sampled.done[0].html).toContain('Aiko');

		const { done } = await desk.run('preview', [definition()], {
			options: { values: '{ "first_name": "Ken" }' },
		});
		expect(done[0].text).toContain('Hi Ken,');
	});

	test('values that are no JSON are said', async () => {
		const { attention } = await desk.run('preview', [definition()], { options: { values: '{' } });
		expect(attention[0].message).toContain('not JSON');
	});

	test('what needs an account fails, and says so', async () => {
		await expect(desk.run('getMany', [{}], { returnAll: true })).rejects.toMatchObject({
			message: expect.stringMatching(/credential/i),
		});
	});
});
