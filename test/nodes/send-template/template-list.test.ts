import type { INodeListSearchResult, INodeParameters } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../../../simulator/index';
import { InProcessEngine } from '../../engine/n8n-in-process';

let simulator: Simulator;
let engine: InProcessEngine;

beforeEach(async () => {
	simulator = await startSimulator();
	engine = new InProcessEngine({ whatsAppBusinessApi: { ...simulator.credentials } });
});

afterEach(async () => await simulator.close());

const search = async (filter?: string, token?: string, options: INodeParameters = {}) =>
	await engine.loadOptions<INodeListSearchResult>(
		'whatsAppSendTemplate',
		'listSearch',
		'searchTemplates',
		{ options },
		filter,
		token,
	);

const many = (count: number) =>
	simulator.control.putTemplates(
		Array.from({ length: count }, (_, index) => ({
			name: `mass_${String(index).padStart(3, '0')}`,
			language: 'en',
			category: 'UTILITY',
			parameter_format: 'NAMED',
			status: 'APPROVED',
			components: [{ type: 'BODY', text: 'Doors open soon.' }],
		})),
	);

describe('the list of templates', () => {
	test('shows name, language and category, and stores name and language', async () => {
		const { results } = await search('attendee_registration');

		expect(results).toEqual(
			expect.arrayContaining([
				{
					name: 'attendee_registration_confirmation · en · utility',
					value: 'attendee_registration_confirmation:en',
				},
				{
					name: 'attendee_registration_confirmation · ja · utility',
					value: 'attendee_registration_confirmation:ja',
				},
			]),
		);
	});

	test('has approved templates only, unless the option says all', async () => {
		expect((await search('survey')).results).toEqual([]);
		expect((await search('survey', undefined, { listAllTemplates: true })).results).toEqual([
			{ name: 'survey_paused · en · utility · paused', value: 'survey_paused:en' },
		]);
	});

	test('is searched by name and by content', async () => {
		expect((await search('lunch is served')).results.map(({ value }) => value)).toEqual([
			'lunch_menu:en',
		]);
		expect((await search('no such thing')).results).toEqual([]);
	});

	test('goes on page by page until every template was shown once', async () => {
		many(230);
		const seen: string[] = [];
		let token: string | undefined;
		let pages = 0;
		do {
			const page = await search('mass_', token);
			seen.push(...page.results.map(({ value }) => String(value)));
			token = page.paginationToken as string | undefined;
			pages++;
		} while (token && pages < 10);

		expect(pages).toBe(3);
		expect(seen).toHaveLength(230);
		expect(new Set(seen).size).toBe(230);
	});

	test('finds one of 500 templates without asking WhatsApp again for each letter', async () => {
		const requests = () =>
			simulator.control.calls({ path: '/message_templates', limit: 100 }).length;
		many(500);
		await search();
		expect(requests()).toBe(Math.ceil(simulator.control.templates().length / 100));
		const read = requests();

		for (const typed of ['m', 'ma', 'mass', 'mass_4', 'mass_43']) {
			expect((await search(typed)).results.length).toBeGreaterThan(1);
		}
		const { results } = await search('mass_437');

		expect(results.map(({ value }) => value)).toEqual(['mass_437:en']);
		expect(requests()).toBe(read);
	});

	test('says in words when the token expired', async () => {
		simulator.control.change({ token: { state: 'expired' } });

		await expect(search()).rejects.toMatchObject({
			message: expect.stringMatching(/Reading the templates: .*expired.*190/s),
		});
	});

	test('says in words when WhatsApp cannot be reached', async () => {
		engine.credentials.whatsAppBusinessApi = {
			...simulator.credentials,
			apiUrl: 'http://127.0.0.1:9',
		};

		await expect(search()).rejects.toMatchObject({
			message: expect.stringContaining('WhatsApp could not be reached'),
		});
	});
});
