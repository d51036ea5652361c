import type { JsonObject } from '../../json.ts';
import { aiko, mari, startTicketing, type TicketingSide } from '../../testing/ticketing.ts';

const sides: TicketingSide[] = [];
const start = async (platform: string) => {
	const side = await startTicketing(platform);
	sides.push(side);
	return side;
};
afterEach(async () => {
	for (const side of sides.splice(0)) await side.close();
});

describe('pretalx', () => {
	const TOKEN = 'Token pretalx-demo-token';
	const at = (path: string) => `/api/events/test-conf${path}`;

	it('shows speakers by their codes, and whole where that is asked for', async () => {
		const side = await start('pretalx');
		const { calls, speaker } = await side.act('add-speaker', { session: '1001', speaker: mari });
		expect(calls).toEqual([]);
		const bare = await side.ask(at('/submissions/'), TOKEN);
		expect(bare.json).toMatchObject({
			count: 2,
			next: null,
			results: [
				{
					title: 'Opening keynote',
					state: 'confirmed',
					speakers: [expect.stringMatching(/^[A-Z37-9]{6}$/)],
					slots: [expect.any(Number)],
				},
				{ speakers: [] },
			],
		});
		const expand = '?expand=speakers.answers.question,slots.room';
		const whole = await side.ask(at(`/submissions/${expand}`), TOKEN);
		expect(whole.json['results']).toMatchObject([
			{
				speakers: [
					{
						name: 'Mari Abe',
						email: 'mari@example.com',
						answers: [{ question: { question: { en: 'Mobile phone' } }, answer: mari.phone }],
					},
				],
				slots: [
					{ room: { name: { en: 'Hall A' } }, start: expect.stringMatching(/T10:30:00\+09/) },
				],
			},
			{},
		]);
		await side.act('remove-speaker', { session: '1001', speaker });
		const after = await side.ask(at('/speakers/'), TOKEN);
		expect(after.json['count']).toBe(0);
	});

	it('gives pages, wants the token and the last slash', async () => {
		const side = await start('pretalx');
		const first = await side.ask(at('/submissions/?page_size=1'), TOKEN);
		expect(first.json['results']).toHaveLength(1);
		expect(first.json['next']).toMatch(/\/submissions\/\?page_size=1&page=2$/);
		expect((await side.ask(at('/submissions/'))).status).toBe(401);
		expect((await side.ask(at('/submissions'), TOKEN)).status).toBe(301);
		expect((await side.ask('/api/events/other/submissions/', TOKEN)).status).toBe(404);
	});

	it('has no webhook, so there is nothing to forge, and no tickets', async () => {
		const side = await start('pretalx');
		const body = { session: '1001', speaker: aiko, forge: 'signature' };
		expect(await side.refusal('add-speaker', body)).toMatch(/no webhook/);
		expect(await side.refusal('register', { buyer: aiko })).toMatch(/pretalx does not report/);
	});
});

describe('Sessionize', () => {
	it('shows sessions, speakers and answers in one view, behind its key', async () => {
		const side = await start('sessionize');
		await side.act('add-speaker', { session: '1002', speaker: mari });
		const { json } = await side.ask('/api/v2/demo0key/view/All');
		expect(json).toMatchObject({
			sessions: [
				{ id: '1001', speakers: [] },
				{ id: '1002', startsAt: expect.stringMatching(/T14:00:00$/), status: 'Accepted' },
			],
			speakers: [
				{
					fullName: 'Mari Abe',
					sessions: [1002],
					questionAnswers: [{ questionId: 1001, answerValue: mari.phone }],
				},
			],
			questions: [{ id: 1001, question: 'Mobile phone' }],
			rooms: [{ name: 'Hall A' }, { name: 'Room 201' }],
		});
		const [, session] = json['sessions'] as Array<{ speakers: string[] }>;
		const [speaker] = json['speakers'] as Array<{ id: string }>;
		expect(session?.speakers).toEqual([speaker?.id]);
		expect((await side.ask('/api/v2/other/view/All')).status).toBe(404);
	});
});

describe('Zoho Backstage', () => {
	const TOKEN = 'Zoho-oauthtoken zoho-demo-token';
	const at = (path: string) => `/backstage/v3/portals/20010001/events/test-conf/${path}`;

	it('shows attendees, sessions by day, speakers without a phone, confirmed sponsors', async () => {
		const side = await start('zoho-backstage');
		const { order, tickets } = await side.act('register', { buyer: aiko });
		const { speaker } = await side.act('add-speaker', { session: '1001', speaker: mari });
		const contact = { ...mari, email: 'team@acme.example' };
		const { sponsor } = await side.act('propose-sponsor', { company: 'Acme', contact });
		expect((await side.ask(at('sponsors'), TOKEN)).json['sponsors']).toEqual([]);
		await side.act('confirm-sponsor', { sponsor });
		expect((await side.ask(at('sponsors'), TOKEN)).json['sponsors']).toMatchObject([
			{ company_name: 'Acme', contact: { email: 'team@acme.example' } },
		]);
		expect((await side.ask(at('attendees'), TOKEN)).json).toMatchObject({
			pagination: { total_count: 2, has_more_items: false },
			attendees: [
				{
					order_id: order,
					ticket_id: (tickets as string[])[0],
					status_string: 'attending',
					contact: { first_name: 'Aiko', mobile_no: '+81 90-1234-5678' },
				},
				{
					ticket_name: 'Speaker',
					status_string: 'attending',
					contact: { first_name: 'Mari', email: 'mari@example.com', mobile_no: mari.phone },
				},
			],
		});
		expect((await side.ask(at('sessions?day=1'), TOKEN)).json['sessions']).toMatchObject([
			{ id: '1001', speakers: [{ id: speaker, email: 'mari@example.com' }] },
			{ id: '1002', speakers: [] },
		]);
		expect((await side.ask(at('sessions?day=2'), TOKEN)).json['sessions']).toEqual([]);
		expect((await side.ask(at('sessions'), TOKEN)).status).toBe(400);
		const { json } = await side.ask(at('speakers'), TOKEN);
		expect(json['speakers']).toEqual([
			{ id: speaker, name: 'Mari', last_name: 'Abe', email: 'mari@example.com' },
		]);
		expect((await side.ask(at('orders'))).status).toBe(401);
	});

	it('gives a token for a refresh token', async () => {
		const side = await start('zoho-backstage');
		const address = `${side.simulator.url}/ticketing/zoho-backstage/oauth/v2/token`;
		const ask = async (query: string) => await fetch(`${address}?${query}`, { method: 'POST' });
		const given = await ask('grant_type=refresh_token&refresh_token=any');
		expect(`Zoho-oauthtoken ${((await given.json()) as JsonObject)['access_token']}`).toBe(TOKEN);
		expect((await ask('grant_type=refresh_token&refresh_token=')).status).toBe(400);
	});

	it('gives a speaker one ticket, and none to who has one', async () => {
		const side = await start('zoho-backstage');
		await side.act('register', { buyer: aiko });
		for (const session of ['1001', '1002']) {
			await side.act('add-speaker', { session, speaker: mari });
			await side.act('add-speaker', { session, speaker: aiko });
		}
		const { json } = await side.ask(at('attendees'), TOKEN);
		expect(json['attendees']).toMatchObject([
			{ contact: { first_name: 'Aiko' } },
			{ ticket_name: 'Speaker', contact: { first_name: 'Mari' } },
		]);
	});
});
