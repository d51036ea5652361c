import { exampleBody, receivedAt } from '../../../examples/read-example';
import { SeenTable } from '../fixtures/seen-table';
import type { Notice } from '../notice';
import type { ReadingOptions } from './platform';
import { pretalx } from './pretalx';
import { sessionize } from './sessionize';
import { zohoBackstage } from './zoho-backstage';

const platforms = { pretalx, sessionize, 'zoho-backstage': zohoBackstage };

type PlatformId = keyof typeof platforms;

const read = (
	platform: PlatformId,
	given: unknown,
	{ at = receivedAt, options }: { at?: string; options?: ReadingOptions } = {},
) => {
	const body = typeof given === 'string' ? exampleBody(`${platform}/${given}`) : given;
	return platforms[platform].read({ body, receivedAt: at, options });
};

const speakersIn = (notices: readonly Notice[]) =>
	notices.map(({ session, speakers }) => [
		session?.title,
		speakers?.map(({ name, phone }) => `${name} ${phone}`),
	]);

const AIKO = 'Aiko Tanaka +81 90-1234-5678';
const KEN = 'Ken Sato +81 80-9876-5432';

it.each([
	[
		'pretalx',
		'submissions',
		[
			['Not decided yet', []],
			['Accepted, not confirmed', []],
		],
	],
	['pretalx', 'joined', []],
	[
		'sessionize',
		'all',
		[
			['Accepted in secret', []],
			['Nominated', []],
		],
	],
	['zoho-backstage', 'sessions-joined', []],
] as const)('%s: %s says who speaks now, with their phones', (platform, name, more) => {
	const { notices, ignored } = read(platform, name);
	expect(ignored).toEqual([]);
	expect(speakersIn(notices)).toEqual([
		['Webhooks at Night', [AIKO]],
		['Queues and Tea', [AIKO, KEN]],
		...more,
	]);
	for (const notice of notices) {
		expect(notice).toMatchObject({ type: 'session.updated', occurredAt: receivedAt, test: false });
	}
});

describe.each([
	['pretalx', 'submissions', 'submissions-speaker-added'],
	['sessionize', 'all', 'all-speaker-added'],
	['zoho-backstage', 'sessions-joined', 'sessions-speaker-added'],
] as const)('%s, asked again and again', (platform, first, later) => {
	const tellerOf = () => {
		const table = new SeenTable();
		let minute = 0;
		return (name: string) => {
			const at = new Date(Date.parse(receivedAt) + 60_000 * minute++).toISOString();
			const { notices } = table.tell(read(platform, name, { at }).notices);
			return notices.map(({ type, speaker, session, version }) => [
				type,
				speaker?.name,
				session?.title,
				version,
			]);
		};
	};

	it('learns first, tells each difference once, and tells it again when it happens again', () => {
		const tell = tellerOf();
		const session = 'Webhooks at Night';
		expect(tell(first)).toEqual([]);
		expect(tell(first)).toEqual([]);
		expect(tell(later)).toEqual([['session.speaker_added', 'Ken Sato', session, '1']]);
		expect(tell(later)).toEqual([]);
		expect(tell(first)).toEqual([['session.speaker_removed', 'Ken Sato', session, '2']]);
		expect(tell(later)).toEqual([['session.speaker_added', 'Ken Sato', session, '3']]);
	});

	it('believes nobody who calls, whatever secret they know', () => {
		if (platform === 'zoho-backstage') return;
		const request = { rawBody: Buffer.from('{}'), headers: {}, query: { secret: 's' }, now: 0 };
		expect(platforms[platform].verify({ ...request, secret: 's' })).toMatchObject({ ok: false });
		expect(platforms[platform]).toMatchObject({ arrival: 'poll', signature: { type: 'none' } });
	});
});

it('the same answer at another time is another report, at the same time the same', () => {
	const ids = (at?: string) => read('pretalx', 'submissions', { at }).notices.map(({ id }) => id);
	expect(ids()).toEqual(ids());
	expect(ids()).not.toEqual(ids('2026-11-22T13:05:00.000Z'));
	expect(new Set(ids()).size).toBe(4);
});

describe('pretalx', () => {
	it('says when and where, and the language of each speaker', () => {
		expect(read('pretalx', 'submissions').notices[0]).toMatchObject({
			session: { id: 'TALK7A', startsAt: '2026-12-01T10:00:00+09:00', room: 'Main Hall' },
			speakers: [{ id: 'AIKO7A', email: 'aiko@example.com', locale: 'ja' }],
		});
	});

	it('with the event beside it names the event', () => {
		expect(read('pretalx', 'joined').notices[0]?.event).toEqual({
			id: 'test-conf',
			name: 'Test Conf',
			startsAt: '2026-12-01',
			endsAt: '2026-12-02',
			timeZone: 'Asia/Tokyo',
		});
	});

	it('finds the phone at the question the organiser named, in any language', () => {
		const phones = (phoneQuestion: string) =>
			read('pretalx', 'submissions', { options: { phoneQuestion } }).notices[0]?.speakers?.map(
				({ phone }) => phone,
			);
		expect(phones('携帯電話')).toEqual(['+81 90-1234-5678']);
		expect(phones('phone')).toEqual(['+81 90-1234-5678']);
		expect(phones('Fax')).toEqual([undefined]);
	});

	it('a withdrawn talk has no speakers any more: they are told', () => {
		const table = new SeenTable();
		table.tell(read('pretalx', 'submissions').notices);
		const at = '2026-11-22T14:00:00.000Z';
		const { notices } = table.tell(read('pretalx', 'submissions-withdrawn', { at }).notices);
		expect(notices).toMatchObject([
			{ type: 'session.speaker_removed', speaker: { name: 'Aiko Tanaka' } },
		]);
	});

	it('takes the pages of an answer, and single submissions', () => {
		const page = exampleBody('pretalx/submissions') as { results: unknown[] };
		for (const body of [[page, { ...page, results: [] }], page.results]) {
			expect(read('pretalx', body).notices).toHaveLength(4);
		}
		expect(read('pretalx', page.results[0]).notices).toHaveLength(1);
	});
});

describe('Sessionize', () => {
	it('says where, and leaves the time as it stands: it is the event’s own', () => {
		expect(read('sessionize', 'all').notices[0]?.session).toEqual({
			id: '101',
			title: 'Webhooks at Night',
			startsAt: '2026-12-01T10:00:00',
			room: 'Main Hall',
		});
	});

	it('has e-mail addresses only from the view that is unlocked for some', () => {
		expect(read('sessionize', 'all').notices[0]?.speakers?.[0]).not.toHaveProperty('email');
		expect(read('sessionize', 'all-with-emails').notices[0]?.speakers).toMatchObject([
			{ firstName: 'Aiko', email: 'aiko@example.com' },
		]);
	});

	it('takes a list of one answer', () => {
		expect(read('sessionize', [exampleBody('sessionize/all')]).notices).toHaveLength(4);
	});
});

describe('Zoho Backstage', () => {
	it('takes a speaker’s phone from their ticket, and no hall’s number for a room', () => {
		const [first, second] = read('zoho-backstage', 'sessions-joined').notices;
		expect(first).toMatchObject({
			event: { id: '2431000000100007' },
			session: { id: '2431000000801001', room: 'Main Hall' },
		});
		expect(second?.session).not.toHaveProperty('room');
	});

	it('without the list of speakers has their addresses only', () => {
		const { sessions } = exampleBody('zoho-backstage/sessions-joined') as { sessions: unknown };
		const [notice] = read('zoho-backstage', { sessions }).notices;
		expect(notice?.speakers).toEqual([{ id: '2431000000901001', email: 'aiko@example.com' }]);
	});
});

it.each([
	['pretalx', {}],
	['pretalx', { results: [] }],
	['pretalx', { detail: 'Not found.' }],
	['pretalx', 'submissions of nobody'.split(' ')],
	['sessionize', null],
	['sessionize', []],
	['sessionize', { sessions: 'none' }],
] as const)('%s: %j lists nothing, which is said', (platform, body) => {
	expect(platforms[platform].read({ body, receivedAt })).toMatchObject({
		notices: [],
		ignored: [{ reason: 'unknown_event' }],
	});
});
