import { startSimulator, type Simulator } from '../index.ts';
import type { JsonObject } from '../json.ts';
import { call, refusalOf } from '../testing/caller.ts';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(() => simulator.close());

const list = (query = '', version = '/v26.0') =>
	call(
		simulator,
		'GET',
		`${version}/${simulator.credentials.businessAccountId}/message_templates${query}`,
	);
const namesIn = (json: JsonObject) =>
	(json['data'] as JsonObject[]).map((template) => template['name'] as string);

describe('the list of templates', () => {
	it('has 25 on a page and an address for the next', async () => {
		const first = await list();
		expect(first.json['data']).toHaveLength(25);
		const { next, cursors } = first.json['paging'] as { next: string; cursors: object };
		expect(cursors).toEqual({ before: 'MAZDZD', after: 'MjQZD' });
		expect(next).toContain('after=MjQZD');
		const second = await call(simulator, 'GET', next.slice(simulator.url.length));
		expect(second.json['data']).toHaveLength(25);
		const last = await list('?after=NDkZD');
		expect(last.json['paging']).not.toHaveProperty('next');
		const all = [first, second, last].flatMap(({ json }) => namesIn(json));
		expect(new Set(all).size).toBeGreaterThan(40);
		expect((await list('?limit=100')).json['data']).toHaveLength(all.length);
	});

	it('goes back by the cursor before', async () => {
		const second = await list('?limit=10&after=OQZDZD');
		const { cursors } = second.json['paging'] as { cursors: { before: string } };
		const back = await list(`?limit=10&before=${cursors.before}`);
		expect(namesIn(back.json)).toEqual(namesIn((await list('?limit=10')).json));
	});

	it('gives a sample that can be loaded for every header', async () => {
		const { json } = await list('?limit=100&fields=components');
		const text = JSON.stringify(json);
		const samples = [...text.matchAll(/"header_handle":\["([^"]+)"\]/g)].map(
			([, url]) => url ?? '',
		);
		expect(samples.length).toBeGreaterThan(5);
		for (const sample of new Set(samples)) {
			const { status, headers } = await fetch(sample);
			expect([sample, status, headers.get('content-type')]).toEqual([
				sample,
				200,
				expect.stringMatching(/^(image|video|application)\//),
			]);
		}
	});

	it('gives the usual fields of a template', async () => {
		const { json } = await list('?limit=1');
		const [first] = json['data'] as JsonObject[];
		expect(Object.keys(first ?? {}).sort()).toEqual([
			'category',
			'components',
			'id',
			'language',
			'name',
			'parameter_format',
			'status',
		]);
	});

	it('gives the asked fields and the id', async () => {
		const { json } = await list('?limit=1&fields=name,rejected_reason,quality_score{score}');
		expect((json['data'] as JsonObject[])[0]).toEqual({
			id: expect.stringMatching(/^\d+$/),
			name: 'attendee_registration_confirmation',
			rejected_reason: 'NONE',
			quality_score: { score: 'UNKNOWN' },
		});
	});

	it('refuses a field that does not exist', async () => {
		expect(refusalOf(await list('?fields=colour')).message).toBe(
			'(#100) Tried accessing nonexisting field (colour) on node type (WhatsAppMessageTemplate)',
		);
	});

	it.each([
		['status=PAUSED', ['survey_paused']],
		['status=PAUSED,DISABLED', ['survey_paused', 'newsletter_disabled']],
		['status=["REJECTED"]', ['lottery_rejected']],
		[
			'language=ja',
			[
				'attendee_registration_confirmation',
				'buyer_registration_confirmation',
				'attendee_ticket_link',
			],
		],
		['name=poster', ['poster_image']],
		['content=parking', ['parking_information']],
		['name_or_content=LUNCH', ['lunch_menu']],
		['category=MARKETING&status=DISABLED', ['newsletter_disabled']],
		['name=nothing_like_it', []],
	])('can be filtered by %s', async (query, names) => {
		expect(namesIn((await list(`?${query}`)).json)).toEqual(names);
	});

	it('counts when asked for a summary', async () => {
		const { json } = await list('?status=PAUSED&summary=total_count,message_template_count');
		expect(json['summary']).toEqual({
			total_count: 1,
			message_template_count: ((await list('?limit=500')).json['data'] as unknown[]).length,
		});
	});

	it('is the same without a version', async () => {
		expect((await list('?limit=3', '')).json['data']).toEqual(
			(await list('?limit=3')).json['data'],
		);
	});

	it('is refused for another account', async () => {
		const answer = await call(simulator, 'GET', '/v26.0/999/message_templates');
		expect(refusalOf(answer)).toMatchObject({ code: 100, error_subcode: 33 });
	});

	it('refuses a limit and a cursor that make no sense', async () => {
		expect(refusalOf(await list('?limit=many')).code).toBe(100);
		expect(refusalOf(await list('?after=$$')).code).toBe(100);
	});
});

describe('one template', () => {
	it('is read by its id, with sample media as addresses', async () => {
		const [poster] = (await list('?name=poster_image')).json['data'] as JsonObject[];
		const answer = await call(
			simulator,
			'GET',
			`/v26.0/${String(poster?.['id'])}?fields=components`,
		);
		const text = JSON.stringify(answer.json);
		expect(text).toContain(`${simulator.url}/sim/media/2871834006348767`);
	});
});
