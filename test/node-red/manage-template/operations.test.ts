import type { SentMessage } from '../runtime/node-red';
import { definition, outcomes, readyMade, useManageDesk } from './desk';

const desk = useManageDesk();
const NAME = 'doors_open_tomorrow';

const payloads = (messages: SentMessage['msg'][]) => messages.map(({ payload }) => payload);

describe('without an account', () => {
	const alone = async (more: object) => await desk.deploy({ account: '', ...more });

	test('Get Ready-Made gives what is chosen, as definitions Check and Apply take', async () => {
		await alone({
			operation: 'getReadyMade',
			readyMadeLanguages: ['ja'],
			audiences: ['sponsor'],
		});
		const { done, error } = await desk.run('anything');

		expect(error).toBeUndefined();
		expect(payloads(done)).toEqual(
			['sponsor_proposal_acknowledged', 'sponsor_proposal_denied', 'sponsor_welcome'].map((name) =>
				expect.objectContaining({ name, language: 'ja', definition: readyMade(name, 'ja') }),
			),
		);
		await alone({ operation: 'check' });
		expect(outcomes((await desk.run(payloads(done))).done)).toEqual([['ok'], ['ok'], ['ok']]);
	});

	test('Check says what is wrong, where, and what to do', async () => {
		await alone({ operation: 'check' });
		const { attention, done } = await desk.run([
			definition(),
			definition('Not A Name', { body: 'Hi {{first_name}}' }),
		]);

		expect(outcomes(done)).toEqual([['ok']]);
		expect(attention[0]?.payload).toMatchObject({
			outcome: 'problems',
			findings: expect.arrayContaining([
				expect.objectContaining({ rule: 'name-form', place: 'name' }),
				expect.objectContaining({ rule: 'variable-last', whatToDo: expect.any(String) }),
			]),
		});
	});

	test('Preview gives a page and a text, with values in place of samples', async () => {
		await alone({ operation: 'preview', values: 'payload.variables', valuesType: 'msg' });
		const given = { definition: definition(), variables: { first_name: 'Tomoko' } };
		const { done } = await desk.run(given);

		expect(done[0]?.payload.html).toMatch(/^<.*Tomoko/s);
		expect(String(done[0]?.payload.text)).toContain('Hi Tomoko, the doors open');
		const [plain] = (await desk.run(definition())).done;
		expect(String(plain?.payload.text)).toContain('Hi Aiko');
	});
});

describe('what a definition is read from', () => {
	test('the form of the dialog', async () => {
		await desk.deploy({ definitionFrom: 'fields', fields: definition() });
		const { done } = await desk.run('anything', { topic: 't' });

		expect(done).toEqual([expect.objectContaining({ topic: 't' })]);
		expect(done[0]).not.toHaveProperty('parts');
		expect(outcomes(done)).toEqual([['created']]);
	});

	test('ready-made ones that are ticked', async () => {
		const ticked = ['sponsor_welcome:es', 'sponsor_welcome:pt_BR'];
		await desk.deploy({ definitionFrom: 'readyMade', readyMade: ticked });
		const { done } = await desk.run('anything');

		expect(payloads(done)).toMatchObject([
			{ outcome: 'created', name: 'sponsor_welcome', language: 'es' },
			{ outcome: 'created', name: 'sponsor_welcome', language: 'pt_BR' },
		]);
	});

	test('an expression, and WhatsApp’s own JSON', async () => {
		await desk.deploy({ definition: 'payload.rows.template', definitionType: 'jsonata' });
		const meta = {
			name: NAME,
			language: 'en',
			category: 'UTILITY',
			components: [{ type: 'BODY', text: 'The doors open at nine tomorrow. See you there.' }],
		};
		const { done } = await desk.run({
			rows: [{ template: meta }, { template: definition('b_two') }],
		});

		expect(outcomes(done)).toEqual([['created'], ['created']]);
	});
});

describe('looking and deleting', () => {
	beforeEach(async () => {
		await desk.run([
			definition(),
			definition(NAME, {
				language: 'ja',
				body: '明日は{{first_name}}様のために午前九時に開場いたします。チケットをお持ちください。',
			}),
		]);
		desk.simulator.control.actOnTemplate(NAME, 'en', 'approve');
		desk.simulator.control.actOnTemplate(NAME, 'ja', 'reject', { reason: 'INVALID_FORMAT' });
	});

	test('Get Status says how each language stands, and why one was rejected', async () => {
		await desk.deploy({ operation: 'getStatus' });
		const { done, status } = await desk.run(NAME);

		expect(payloads(done)).toMatchObject([
			{ language: 'en', status: 'approved', statusText: 'Approved', approved: true },
			{
				language: 'ja',
				status: 'rejected',
				rejection: { reason: 'INVALID_FORMAT', recommendation: expect.stringMatching(/\w/) },
			},
		]);
		expect(status).toBe('1 rejected, 1 more');
	});

	test.each([
		['name:language', `${NAME}:ja`],
		['a result of another node', { name: NAME, language: 'ja', outcome: 'created' }],
	])('Get takes %s, and gives the definition', async (_, named) => {
		await desk.deploy({ operation: 'get' });
		const { done } = await desk.run(named);

		expect(payloads(done)).toMatchObject([
			{
				name: NAME,
				language: 'ja',
				definition: { language: 'ja', body: expect.stringContaining('開場') },
			},
		]);
	});

	test('a list of names gives a list of results', async () => {
		await desk.deploy({ operation: 'getStatus' });
		const { done, attention } = await desk.run([`${NAME}:en`, 'no_such_thing']);

		expect(outcomes(done)).toEqual([['ok']]);
		expect(outcomes(attention)).toEqual([['refused', 'template_unknown']]);
		expect([done[0]?.parts, attention[0]?.parts]).toMatchObject([{ index: 0 }, { index: 1 }]);
	});

	test('Get Many gives those that fit', async () => {
		await desk.deploy({ operation: 'getMany', status: 'REJECTED', search: 'doors_open' });
		const { done, status } = await desk.run('');
		expect(payloads(done)).toMatchObject([{ name: NAME, language: 'ja', status: 'rejected' }]);
		expect(status).toBe('rejected');

		await desk.deploy({ operation: 'getMany', search: 'no_such_words_at_all' });
		const none = await desk.run('');
		expect([none.done, none.status]).toEqual([[], 'nothing found']);
	});

	test('Delete deletes one language; all of them only where it is said', async () => {
		await desk.deploy({ operation: 'delete', template: NAME, templateType: 'str' });
		const unclear = await desk.run('');
		expect(outcomes(unclear.attention)).toEqual([['refused', 'language_missing']]);
		expect(unclear.status).toBe('which language?');
		expect(desk.templates(NAME)).toHaveLength(2);

		await desk.deploy({ operation: 'delete', template: `${NAME}:ja`, templateType: 'list' });
		const planned = await desk.run('', { dryRun: true });
		expect(outcomes(planned.done)).toEqual([['planned']]);
		expect(outcomes((await desk.run('')).done)).toEqual([['deleted']]);
		expect(desk.templates(NAME)).toMatchObject([{ language: 'en' }]);

		await desk.deploy({
			operation: 'delete',
			template: NAME,
			templateType: 'str',
			allLanguages: true,
		});
		expect(outcomes((await desk.run('')).done)).toEqual([['deleted']]);
		expect(desk.templates(NAME)).toEqual([]);
		expect(outcomes((await desk.run('')).done)).toEqual([['unchanged']]);
	});

	test('Submit sends a rejected one in again; Apply leaves it and says so', async () => {
		await desk.deploy({ operation: 'get' });
		const [rejected] = (await desk.run(`${NAME}:ja`)).done;
		await desk.deploy();
		const applied = await desk.run(rejected?.payload);
		expect(applied.attention[0]?.payload).toMatchObject({
			outcome: 'unchanged',
			status: 'rejected',
		});
		expect(applied.status).toBe('rejected');

		await desk.deploy({ operation: 'submit' });
		expect(outcomes((await desk.run(rejected?.payload)).done)).toEqual([['edited']]);
	});

	test('a category that WhatsApp moved is told with what it costs', async () => {
		desk.simulator.control.actOnTemplate(NAME, 'en', 'recategorise', { category: 'MARKETING' });
		await desk.deploy({ operation: 'getStatus', priceCountry: 'JP' });
		const { done } = await desk.run(`${NAME}:en`);

		expect(done[0]?.payload.drift).toMatchObject({
			asked: 'UTILITY',
			now: 'MARKETING',
			prices: { country: 'JP', text: expect.stringMatching(/^\$.* → \$.*JP/) },
		});
	});
});
