import { startSimulator, type Simulator } from '../index.ts';
import { call, namedBody, sendTemplate } from '../testing/caller.ts';
import {
	aTemplate,
	act,
	createTemplate,
	deleteTemplates,
	shownRefusal,
} from '../testing/templates.ts';

const DAY = 24 * 3_600_000;

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(() => simulator.close());

const create = async (language = 'en', name = 'doors_open') =>
	String((await createTemplate(simulator, aTemplate({ name, language }))).json['id']);
const remove = (query: string) => deleteTemplates(simulator, query);
const languages = (name = 'doors_open') =>
	simulator.control
		.templates()
		.filter((template) => template.name === name)
		.map(({ language, status }) => `${language} ${status}`);

describe('a deletion', () => {
	it('by name takes all languages', async () => {
		await create('en');
		await create('ja');
		expect((await remove('name=doors_open')).json).toEqual({ success: true });
		expect(languages()).toEqual([]);
	});

	it('by id and name takes one language', async () => {
		const id = await create('en');
		await create('ja');
		expect((await remove(`hsm_id=${id}&name=doors_open`)).status).toBe(200);
		expect(languages()).toEqual(['ja PENDING']);
	});

	it('by id and the name of another template is refused', async () => {
		const id = await create();
		expect(shownRefusal(await remove(`hsm_id=${id}&name=poster_image`)).error_user_title).toBe(
			'Message Template Not Found',
		);
		expect(languages()).toEqual(['en PENDING']);
	});

	it('by ids takes a hundred at most, and only ids', async () => {
		const ids = [await create('en'), await create('en', 'second')];
		const list = encodeURIComponent(JSON.stringify(ids));
		expect(shownRefusal(await remove(`hsm_ids=${list}&name=doors_open`)).code).toBe(100);
		const many = Array.from({ length: 101 }, (_, index) => index).join(',');
		expect(shownRefusal(await remove(`hsm_ids=${many}`)).error_user_msg).toContain('100 templates');
		expect((await remove(`hsm_ids=${list}`)).status).toBe(200);
		expect([...languages(), ...languages('second')]).toEqual([]);
	});

	it('takes nothing when one of the ids is not there', async () => {
		const id = await create();
		expect((await remove(`hsm_ids=${id},999`)).status).toBe(400);
		expect(languages()).toEqual(['en PENDING']);
	});

	it('is refused without a name', async () => {
		expect(shownRefusal(await remove('')).code).toBe(100);
	});
});

describe('the name of a deleted template', () => {
	it('stays blocked for thirty days when it was approved', async () => {
		await create();
		await act(simulator, 'approve');
		await remove('name=doors_open');
		for (const language of ['en', 'ja']) {
			expect(shownRefusal(await createTemplate(simulator, aTemplate({ language })))).toMatchObject({
				code: 100,
				error_subcode: 2388023,
			});
		}
		simulator.control.change({ clock: { offsetMs: 30 * DAY + 1000 } });
		expect((await createTemplate(simulator, aTemplate())).status).toBe(200);
	});

	it('is free at once when it was not', async () => {
		await create();
		await act(simulator, 'reject');
		await remove('name=doors_open');
		expect((await createTemplate(simulator, aTemplate())).status).toBe(200);
	});

	it('stays blocked in the deleted language only while others are there', async () => {
		const id = await create('en');
		await create('ja');
		await act(simulator, 'approve');
		await remove(`hsm_id=${id}&name=doors_open`);
		expect((await createTemplate(simulator, aTemplate())).status).toBe(400);
		expect((await createTemplate(simulator, aTemplate({ language: 'es' }))).status).toBe(200);
	});
});

describe('a template whose messages are on their way', () => {
	it('is pending deletion until they are delivered', async () => {
		simulator.control.change({ statuses: { deliveredMs: 400, autoRead: false } });
		await create();
		await act(simulator, 'approve');
		const body = namedBody({ first_name: 'Aiko' });
		expect((await sendTemplate(simulator, 'doors_open', [body])).status).toBe(200);
		await remove('name=doors_open');
		expect(languages()).toEqual(['en PENDING_DELETION']);
		expect(shownRefusal(await createTemplate(simulator, aTemplate()))).toMatchObject({
			error_subcode: 2388023,
		});
		await new Promise((resolve) => setTimeout(resolve, 600));
		expect(languages()).toEqual([]);
	});

	it('stays so for thirty days when it is set', async () => {
		simulator.control.change({ templates: { deletion: 'pending' } });
		const id = await create();
		await remove('name=doors_open');
		const { json } = await call(simulator, 'GET', `/v26.0/${id}?fields=status`);
		expect(json['status']).toBe('PENDING_DELETION');
		simulator.control.change({ clock: { offsetMs: 30 * DAY + 1000 } });
		expect(languages()).toEqual([]);
	});
});
