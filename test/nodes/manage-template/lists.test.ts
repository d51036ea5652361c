import type { INodeListSearchResult } from 'n8n-workflow';
import { definition, useDesk } from './desk';

const desk = useDesk({ templates: { review: 'manual' } } as never);

const search = async (method: string, filter?: string, token?: string) =>
	await desk.engine.loadOptions<INodeListSearchResult>(
		'whatsAppManageTemplate',
		'listSearch',
		method,
		{ operation: 'getStatus' },
		filter,
		token,
	);

test('the list has templates of every status, with the status in words', async () => {
	expect((await search('searchTemplates', 'survey')).results).toEqual([
		{ name: 'survey_paused · en · Paused', value: 'survey_paused:en' },
	]);
});

test('a template that was applied is in the list at once', async () => {
	await search('searchTemplates');
	await desk.apply([definition()]);

	expect((await search('searchTemplates', 'doors_open')).results).toEqual([
		{ name: 'doors_open_tomorrow · en · Approval pending', value: 'doors_open_tomorrow:en' },
	]);
});

test('the list of 500 is complete, and one is found in it without asking WhatsApp again', async () => {
	desk.simulator.control.putTemplates(
		Array.from({ length: 500 }, (_, index) => ({
			name: `mass_${String(index).padStart(3, '0')}`,
			language: 'en',
			category: 'UTILITY',
			components: [{ type: 'BODY', text: 'Doors open soon.' }],
		})),
	);
	const seen: unknown[] = [];
	let token: string | undefined;
	do {
		const page = await search('searchTemplates', undefined, token);
		seen.push(...page.results.map(({ value }) => value));
		token = page.paginationToken as string | undefined;
	} while (token);
	expect(new Set(seen).size).toBe(desk.simulator.control.templates().length);
	expect(seen).toHaveLength(new Set(seen).size);

	const requests = () =>
		desk.simulator.control.calls({ path: '/message_templates', limit: 100 }).length;
	const read = requests();
	expect(read).toBe(Math.ceil(desk.simulator.control.templates().length / 100));
	for (const typed of ['mass', 'mass 4', 'mass 43']) await search('searchTemplates', typed);
	const { results } = await search('searchTemplates', 'mass 437');
	expect(results.map(({ value }) => value)).toEqual(['mass_437:en']);
	expect(requests()).toBe(read);
});

test('the ready-made templates say their language and to whom they speak', async () => {
	const { results } = await search('searchReadyMade', 'sponsor welcome japanese');

	expect(results).toEqual([
		{ name: 'sponsor_welcome · Japanese · sponsor', value: 'sponsor_welcome:ja' },
	]);
	expect((await search('searchReadyMade')).results).toHaveLength(40);
});
