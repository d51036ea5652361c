import { definition, outcomes, useDesk } from './desk';

const desk = useDesk({ templates: { review: 'manual' } } as never);

const NAME = 'doors_open_tomorrow';

describe('Get Status', () => {
	test('goes from pending to approved', async () => {
		await desk.apply([definition()]);
		const pending = await desk.of('getStatus', NAME);
		expect(pending.done).toMatchObject([
			{ status: 'pending', statusText: 'Approval pending', approved: false, settled: false },
		]);

		desk.simulator.control.approvePending();
		const approved = await desk.of('getStatus', `${NAME}:en`);
		expect(approved.done).toMatchObject([{ status: 'approved', approved: true, settled: true }]);
	});

	test('says why WhatsApp rejected a template, and what to do', async () => {
		await desk.apply([definition()]);
		desk.simulator.control.actOnTemplate(NAME, 'en', 'reject', { reason: 'INVALID_FORMAT' });

		const { done, attention } = await desk.of('getStatus', NAME);
		expect([...done, ...attention]).toMatchObject([
			{
				statusText: 'Rejected',
				rejection: { reason: 'INVALID_FORMAT', recommendation: expect.stringContaining('Check') },
				whatToDo: expect.stringContaining('Check'),
			},
		]);
	});

	test('says that WhatsApp moved a template to marketing, and what that costs', async () => {
		await desk.apply([definition()]);
		desk.simulator.control.approvePending();
		desk.simulator.control.actOnTemplate(NAME, 'en', 'recategorise', { category: 'MARKETING' });

		const { done, attention } = await desk.of('getStatus', NAME, {
			options: { priceCountry: 'JP' },
		});
		expect([...done, ...attention]).toMatchObject([
			{ category: 'MARKETING', drift: { asked: 'UTILITY', now: 'MARKETING', prices: {} } },
		]);
	});

	test.each(['no_such_template', `${NAME}:fr`])('%s is not there', async (name) => {
		await desk.apply([definition()]);

		const { attention } = await desk.of('getStatus', name);
		expect(outcomes(attention)).toEqual([['refused', 'template_unknown']]);
	});

	test('an expression that names nothing is said, and the other items go on', async () => {
		await desk.apply([definition()]);
		const { done, attention } = await desk.run('getStatus', [{}, { template: NAME }], {
			template: { __rl: true, mode: 'name', value: '={{ $json.template }}' },
		});

		expect(outcomes(attention)).toEqual([['refused', 'template_missing']]);
		expect(outcomes(done)).toEqual([['ok']]);
	});
});

describe('Get', () => {
	test('gives the definition as it was applied', async () => {
		await desk.apply([definition({ footer: 'Test Conf' })]);

		const { done } = await desk.of('get', NAME);
		expect(done[0].definition).toEqual(definition({ footer: 'Test Conf' }));
	});
});

describe('Get Many', () => {
	test('has as many as the limit says, or all', async () => {
		const limited = await desk.run('getMany', [{}], { returnAll: false, limit: 3 });
		const all = await desk.run('getMany', [{}], { returnAll: true });

		expect(limited.done).toHaveLength(3);
		expect(all.done).toHaveLength(desk.simulator.control.templates().length);
	});

	test('is filtered by status, category, language and words', async () => {
		await desk.apply([definition(), definition({ language: 'ja' })]);

		const filters = { status: 'PENDING', category: 'UTILITY', language: 'ja', search: 'doors' };
		const { done } = await desk.run('getMany', [{}], { returnAll: true, filters });
		expect(done.map(({ name, language }) => [name, language])).toEqual([[NAME, 'ja']]);
	});

	test('has all of 500', async () => {
		desk.simulator.control.putTemplates(
			Array.from({ length: 500 }, (_, index) => ({
				name: `mass_${index}`,
				language: 'en',
				category: 'UTILITY',
				components: [{ type: 'BODY', text: 'Doors open soon.' }],
			})),
		);

		const { done } = await desk.run('getMany', [{}], {
			returnAll: true,
			filters: { search: 'mass_' },
		});
		expect(new Set(done.map(({ name }) => name)).size).toBe(500);
	});
});

describe('Delete', () => {
	beforeEach(async () => {
		await desk.apply([definition(), definition({ language: 'ja' })]);
	});

	test('deletes one language', async () => {
		const { done } = await desk.of('delete', `${NAME}:ja`);

		expect(done).toMatchObject([{ outcome: 'deleted', language: 'ja', statusText: 'Deleted' }]);
		expect(desk.templates(NAME).map(({ language }) => language)).toEqual(['en']);
	});

	test('refuses a name with several languages, unless all are meant', async () => {
		const { attention } = await desk.of('delete', NAME);
		expect(outcomes(attention)).toEqual([['refused', 'language_missing']]);
		expect(desk.templates(NAME)).toHaveLength(2);

		// Chosen in the list it has a language, too.
		const { done } = await desk.of('delete', `${NAME}:en`, { allLanguages: true });
		expect(outcomes(done)).toEqual([['deleted'], ['deleted']]);
		expect(desk.templates(NAME)).toEqual([]);
	});

	test('a dry run deletes nothing, and what is not there is nothing to delete', async () => {
		const dry = await desk.of('delete', `${NAME}:ja`, { options: { dryRun: true } });
		expect(dry.done).toMatchObject([{ outcome: 'planned', action: 'delete' }]);
		expect(desk.templates(NAME)).toHaveLength(2);

		const { done } = await desk.of('delete', 'no_such_template');
		expect(outcomes(done)).toEqual([['unchanged']]);
	});
});
