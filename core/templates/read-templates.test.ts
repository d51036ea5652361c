import { fixture } from '../testing/fixture';
import { refusal, scriptedTransport, type ScriptedAnswer } from '../testing/scripted-transport';
import { readTemplatePage, readTranslations } from './read-templates';

function source(answers: ScriptedAnswer[]) {
	const { transport, requests } = scriptedTransport(answers);
	return {
		requests,
		source: { transport, version: 'v26.0', businessAccountId: '102290129340398', timeoutMs: 5000 },
	};
}

const named = fixture<object>(__dirname, 'named');
const list = (data: unknown[], after?: string): ScriptedAnswer => ({
	body: {
		data,
		paging: { cursors: { after: after ?? 'last' }, ...(after ? { next: 'https://next' } : {}) },
	},
});

describe('a page of templates', () => {
	it('is asked for with fields and filters', async () => {
		const { source: from, requests } = source([list([named], 'c1')]);
		const page = await readTemplatePage(from, { search: 'ticket', status: 'APPROVED' }, 'c0');
		expect(page).toMatchObject({ templates: [{ id: '1689556908129832' }], after: 'c1' });
		expect(requests).toEqual([
			{
				method: 'GET',
				path: '/v26.0/102290129340398/message_templates',
				query: {
					fields:
						'id,name,language,status,category,previous_category,correct_category,parameter_format,components',
					limit: '100',
					name_or_content: 'ticket',
					status: 'APPROVED',
					after: 'c0',
				},
				timeoutMs: 5000,
			},
		]);
	});

	it('leaves out what is no template', async () => {
		expect(
			(await readTemplatePage(source([list([null, {}, named])]).source)).templates,
		).toHaveLength(1);
	});

	it('fails with Meta’s answer', async () => {
		await expect(readTemplatePage(source([refusal(190)]).source)).rejects.toThrow(
			/^Reading the templates: /,
		);
	});
});

describe('the translations of a template', () => {
	it('are those of exactly this name, from all pages', async () => {
		const { source: from, requests } = source([
			list([named, { ...named, name: 'attendee_registration_confirmation_2' }], 'c1'),
			list([{ ...named, language: 'ja', status: 'PAUSED' }]),
		]);
		const translations = await readTranslations(from, 'attendee_registration_confirmation');
		expect(translations.map(({ language, status }) => [language, status])).toEqual([
			['en_US', 'APPROVED'],
			['ja', 'PAUSED'],
		]);
		expect(requests.map(({ query }) => query?.name)).toEqual(
			Array(2).fill('attendee_registration_confirmation'),
		);
	});
});
