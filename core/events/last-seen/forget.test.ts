import { hashOf } from '../delivery-key';
import { aiko, ken, registration } from '../fixtures/registration';
import type { Notice, Person, ReportType } from '../notice';
import { fingerprint } from './holder';
import { aboutsOf, compareWithSeen, forgetInRow, type SeenRow } from './index';

const JP = 'JP';
let rows: SeenRow[];
let minute: number;
beforeEach(() => {
	rows = [];
	minute = 0;
});

const tell = (type: ReportType, parts: Partial<Notice>): Notice[] => {
	const occurredAt = new Date(Date.UTC(2026, 10, 22, 10, minute)).toISOString();
	return again(registration({ id: `n${minute++}`, type, occurredAt, ...parts }));
};

const again = (notice: Notice): Notice[] => {
	const abouts = aboutsOf([notice]);
	const read = rows.filter(({ about }) => abouts.includes(about));
	const result = compareWithSeen([notice], read, { hash: hashOf, defaultCountry: JP });
	const written = new Set(result.rows.map(({ key }) => key));
	rows = [...rows.filter(({ key }) => !written.has(key)), ...result.rows];
	return result.notices;
};

const now = (...speakers: Person[]) =>
	tell('session.updated', { session: { id: 'a', title: 'Talk' }, speakers });

const keyOf = (person: Person) => fingerprint(person, hashOf, JP).phone as string;

const forget = (person: Person, options = {}) => {
	rows = rows.flatMap((row) => {
		const left = row.people.includes(` ${keyOf(person)} `)
			? forgetInRow(row, keyOf(person), { hash: hashOf, ...options })
			: row;
		return left ?? [];
	});
};

const told = (notices: Notice[]) => notices.map(({ type, speaker }) => [type, speaker?.firstName]);

const mei = {
	...aiko,
	name: 'Mei Ito',
	firstName: 'Mei',
	email: 'mei@x.io',
	phone: '+81 70-1111-2222',
};

describe.each([
	['with ids', (person: Person, id: string): Person => ({ ...person, id })],
	['without ids', (person: Person): Person => ({ ...person, id: undefined })],
])('a session of speakers %s, one of whom is forgotten', (_case, as) => {
	const [first, second, third] = [as(aiko, 's1'), as(ken, 's2'), as(mei, 's3')];

	it('keeps nothing of them, and all of the others', () => {
		now(first, second);
		now(second, third);
		now(first, second);
		forget(first);
		const text = JSON.stringify(rows);
		expect(text).not.toMatch(/Aiko|Tanaka|9012345678|90-1234/);
		expect(text).not.toContain(aiko.email);
		for (const hash of Object.values(fingerprint(first, hashOf, JP))) {
			expect(rows[0]?.people).not.toContain(hash);
		}
		expect(text).toContain('Ken Sato');
		expect(rows[0]?.people).toContain(` ${keyOf(second)} `);
	});

	it('tells nobody anything with the next answer', () => {
		now(first, second);
		forget(first);
		expect(now(first, second)).toEqual([]);
		expect(now(first, second)).toEqual([]);
	});

	it('tells nobody anything, either, when they are gone from the platform', () => {
		now(first, second);
		forget(first);
		expect(now(second).filter(({ speaker }) => speaker?.phone ?? speaker?.email)).toEqual([]);
		expect(told(now(second, third))).toEqual([['session.speaker_added', 'Mei']]);
	});

	it('tells them again once they were gone and come again', () => {
		now(first, second);
		forget(first);
		now(second);
		expect(told(now(first, second))).toEqual([['session.speaker_added', 'Aiko']]);
	});

	it('does not repeat what was told of them', () => {
		now(second);
		const report = registration({
			...{ id: 'n-again', type: 'session.updated' as const, session: { id: 'a' } },
			...{ speakers: [first, second], occurredAt: '2026-11-22T11:00:00Z' },
		});
		expect(told(again(report))).toEqual([['session.speaker_added', 'Aiko']]);
		forget(first);
		expect(again(report).filter(({ speaker }) => speaker?.phone ?? speaker?.email)).toEqual([]);
	});

	it('forgets everybody in it where the number was written without its country', () => {
		const local = { ...first, phone: '090-1234-5678' };
		now(local, second);
		forget(local);
		expect(JSON.stringify(rows)).not.toMatch(/Tanaka|1234-5678|Sato/);
		expect(now(local, second)).toEqual([]);
	});

	it('is known by such a number where the country is known', () => {
		const local = { ...first, phone: '090-1234-5678' };
		now(local, second);
		forget(local, { defaultCountry: JP });
		expect(JSON.stringify(rows)).not.toMatch(/Tanaka|1234-5678/);
		expect(JSON.stringify(rows)).toContain('Sato');
	});
});

it('a speaker who is announced again after they were forgotten is remembered again', () => {
	const named = (type: ReportType) => tell(type, { session: { id: 'a' }, speaker: aiko });
	named('session.speaker_added');
	forget(aiko);
	named('session.speaker_added');
	expect(told(now())).toEqual([['session.speaker_removed', 'Aiko']]);
});

it.each<[string, ReportType, Partial<Notice>]>([
	['ticket', 'ticket.updated', { ticket: { id: 't1' }, attendee: aiko }],
	['sponsor', 'sponsor.updated', { sponsor: { ...aiko, id: 'p1' }, sponsorState: 'received' }],
])('the row of a %s goes', (_kind, type, parts) => {
	tell(type, parts);
	expect(rows).toHaveLength(1);
	forget(aiko);
	expect(rows).toEqual([]);
});

it('a session’s row somebody has spoiled goes', () => {
	now(aiko);
	rows = rows.map((row) => ({ ...row, state: '{' }));
	forget(aiko);
	expect(rows).toEqual([]);
});
