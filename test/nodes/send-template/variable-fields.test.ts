import type { INodeParameters, ResourceMapperFields } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../../../simulator/index';
import { InProcessEngine } from '../../engine/n8n-in-process';

let simulator: Simulator;
let engine: InProcessEngine;

beforeEach(async () => {
	simulator = await startSimulator();
	engine = new InProcessEngine({ whatsAppBusinessApi: { ...simulator.credentials } });
});

afterEach(async () => await simulator.close());

const fieldsOf = async (value: unknown, options: INodeParameters = {}) =>
	await engine.loadOptions<ResourceMapperFields>(
		'whatsAppSendTemplate',
		'resourceMapping',
		'getTemplateVariables',
		{ template: { __rl: true, mode: 'list', value } as never, options },
	);

describe('the variables of a template as fields', () => {
	test.each<[string, Array<[id: string, label: string, required: boolean]>]>([
		[
			'attendee_registration_confirmation:ja',
			[
				['first_name', 'First Name', true],
				['event_name', 'Event Name', true],
				['event_date', 'Event Date', true],
				['venue', 'Venue', true],
				['ticket_name', 'Ticket Name', true],
				['button_0', '質問があります', false],
			],
		],
		[
			'order_update_positional:en_US',
			[
				['1', 'Variable 1', true],
				['2', 'Variable 2', true],
				['3', 'Variable 3', true],
			],
		],
		[
			'greeting_header_variable:en',
			[
				['header_event_name', 'Header', true],
				['first_name', 'First Name', true],
			],
		],
		[
			'reminder_header_positional:en',
			[
				['header_1', 'Header', true],
				['1', 'Variable 1', true],
				['2', 'Variable 2', true],
			],
		],
		[
			'poster_image:en',
			[
				['header_media', 'Header Image', true],
				['first_name', 'First Name', true],
			],
		],
		[
			'trailer_video:en',
			[
				['header_media', 'Header Video', true],
				['first_name', 'First Name', true],
			],
		],
		[
			'ticket_document:en',
			[
				['header_media', 'Header Document', true],
				['header_filename', 'File Name', false],
				['first_name', 'First Name', true],
				['event_name', 'Event Name', true],
			],
		],
		[
			'venue_location:en',
			[
				['header_location', 'Header Location', true],
				['first_name', 'First Name', true],
				['event_name', 'Event Name', true],
			],
		],
		[
			'session_pages:en',
			[
				['first_name', 'First Name', true],
				['button_0', 'First session', true],
				['button_1', 'Second session', true],
			],
		],
		[
			'speaker_gift_code:en',
			[
				['first_name', 'First Name', true],
				['button_0', 'Copy offer code', true],
			],
		],
	])('%s', async (template, expected) => {
		const { fields } = await fieldsOf(template);

		expect(fields.map(({ id, required }) => [id, required])).toEqual(
			expected.map(([id, , required]) => [id, required]),
		);
		for (const [index, [, label]] of expected.entries()) {
			expect(fields[index]?.displayName).toContain(label);
		}
	});

	test('an approved sample that fits stands in the label', async () => {
		const { fields } = await fieldsOf('order_update_positional:en_US');

		expect(fields[0]?.displayName).toBe('Variable 1 (e.g. Ann)');
	});

	test.each(['', null, undefined])(
		'without a chosen template (%j) are none, and the notice says why',
		async (value) => {
			expect(await fieldsOf(value)).toEqual({
				fields: [],
				emptyFieldsNotice: 'Choose a template to see its variables.',
			});
		},
	);

	test('of a template without any are none, and the notice says so', async () => {
		const { fields, emptyFieldsNotice } = await fieldsOf('hello_world:en_US');

		expect(fields).toEqual([]);
		expect(emptyFieldsNotice).toContain('no variables');
	});

	test.each(['schedule_change_pending:en', 'survey_paused:en', 'lottery_rejected:en'])(
		'of %s, which is not approved, can be filled in already',
		async (template) => {
			expect((await fieldsOf(template)).fields.map(({ id }) => id)).toContain('first_name');
		},
	);

	test('follow the option Language', async () => {
		expect(
			(await fieldsOf('attendee_registration_confirmation', { language: 'ja' })).fields,
		).not.toHaveLength(0);
	});

	test('of a template chosen by an expression are none: there is no item to ask yet', async () => {
		expect(await fieldsOf('={{ $json.template }}')).toEqual({
			fields: [],
			emptyFieldsNotice: expect.stringContaining('Take From the Item'),
		});
	});

	test('say in words when WhatsApp cannot be reached', async () => {
		engine.credentials.whatsAppBusinessApi = {
			...simulator.credentials,
			apiUrl: 'http://127.0.0.1:9',
		};

		await expect(fieldsOf('hello_world:en_US')).rejects.toMatchObject({
			message: expect.stringContaining('WhatsApp could not be reached'),
		});
	});

	test('of a template that does not exist are an error that says what to do', async () => {
		await expect(fieldsOf('no_such_template:en')).rejects.toMatchObject({
			message: 'There is no template “no_such_template” in this account',
		});
	});
});
