import { aiko, ken, order, registration } from '../fixtures/registration';
import { hashOf } from '../delivery-key';
import type { Notice, Person, ReportType } from '../notice';
import { aboutsOf, compareWithSeen, readSeenRows, type Comparison, type SeenRow } from './index';

/** A table as an engine keeps it, and what each call made of it. */
class Table {
	private readonly rows = new Map<string, SeenRow>();

	/** One call: reads, compares, writes. */
	tell(...notices: Notice[]): Comparison {
		const abouts = aboutsOf(notices);
		const read = [...this.rows.values()].filter(({ about }) => abouts.includes(about));
		const result = compareWithSeen(notices, read, { hash: hashOf });
		for (const row of result.rows) this.rows.set(row.key, row);
		return result;
	}

	get all(): SeenRow[] {
		return [...this.rows.values()];
	}
}

let table: Table;
let minute: number;
beforeEach(() => {
	table = new Table();
	minute = 0;
});

/** Each report is a minute later than the one before, unless it says its own time. */
const at = () => new Date(Date.UTC(2026, 10, 22, 10, minute++)).toISOString();

let count = 0;
const notice = (type: ReportType, parts: Partial<Notice> = {}): Notice =>
	registration({ id: `n${count++}`, type, occurredAt: at(), ...parts });

const registered = (holder: Person, parts: Partial<Notice> = {}) =>
	notice('registration.completed', { order: order({ id: 't1', attendee: holder }), ...parts });
const updated = (holder: Person, parts: Partial<Notice> = {}) =>
	notice('ticket.updated', { ticket: { id: 't1' }, attendee: holder, ...parts });

const told = ({ notices }: Comparison) =>
	notices.map(({ type, attendee, speaker, sponsor }) => [
		type,
		(attendee ?? speaker ?? sponsor)?.firstName,
	]);
const why = ({ leftOut }: Comparison) => leftOut.map(({ reason }) => reason);

describe('a ticket whose platform only says "updated"', () => {
	it('has a new holder, and names the one before', () => {
		table.tell(registered(aiko));
		const [change] = table.tell(updated(ken)).notices;
		expect(change).toMatchObject({
			type: 'ticket.reassigned',
			attendee: ken,
			ticket: { id: 't1' },
			previous: { attendee: { name: 'Aiko Tanaka' } },
			version: '1',
		});
	});

	it('goes A → B → A → B in three versions', () => {
		table.tell(registered(aiko));
		const changes = [ken, aiko, ken].map((holder) => table.tell(updated(holder)).notices[0]);
		expect(changes.map((change) => [change?.attendee?.firstName, change?.version])).toEqual([
			['Ken', '1'],
			['Aiko', '2'],
			['Ken', '3'],
		]);
	});

	it('gives the same version when the same report is answered again, as after a crash', () => {
		table.tell(registered(aiko));
		const report = updated(ken);
		const [first] = table.tell(report).notices;
		expect(table.tell(report).notices).toEqual([first]);
	});

	it('is not told of a report that was answered before later changes', () => {
		table.tell(registered(aiko));
		const report = updated(ken);
		table.tell(report);
		table.tell(updated(aiko));
		expect(why(table.tell(report))).toEqual(['already_known']);
	});

	it('is not told of a report that is older than the newest', () => {
		table.tell(registered(aiko));
		const late = updated(aiko);
		table.tell(updated(ken));
		const result = table.tell(late);
		expect([told(result), why(result)]).toEqual([[], ['out_of_date']]);
	});

	it.each<[string, Person]>([
		['another e-mail address', { ...aiko, email: 'aiko@new.io' }],
		['another number', { ...aiko, phone: '+81 70-0000-1111' }],
		['a corrected name', { ...aiko, name: 'Aiko Tanaka-Ito' }],
		['the same number written otherwise', { ...aiko, phone: '+819012345678' }],
		['no phone any more', { ...aiko, phone: undefined }],
	])('is with the same person who has %s', (_case, person) => {
		table.tell(registered(aiko));
		expect(table.tell(updated(person))).toMatchObject({ notices: [], leftOut: [], unchanged: 1 });
	});

	it('changes hands where a buyer typed their own address for every guest', () => {
		const guest = (name: string) => ({ name, email: aiko.email, phone: undefined });
		table.tell(registered({ ...guest('Mei Ito'), phone: '+81 70-1111-2222' }));
		const result = table.tell(updated({ ...guest('Ryo Abe'), phone: '+81 70-3333-4444' }));
		expect(result.notices).toHaveLength(1);
	});

	it('is remembered when it is seen for the first time', () => {
		expect(why(table.tell(updated(aiko)))).toEqual(['first_seen']);
		expect(told(table.tell(updated(ken)))).toEqual([['ticket.reassigned', 'Ken']]);
	});

	it('is told once the registration comes that the update overtook', () => {
		const first = registered(aiko);
		table.tell(updated(ken));
		const result = table.tell(first);
		expect(told(result)).toEqual([
			['registration.completed', undefined],
			['ticket.reassigned', 'Ken'],
		]);
		// Another flow of the same table, or the platform once more: nobody may have been told yet.
		const again = table.tell(first);
		expect(told(again)).toEqual(told(result));
		expect(again.notices[1]?.version).toBe(result.notices[1]?.version);
		expect(table.tell(updated(ken)).unchanged).toBe(1);
	});

	it('is compared ticket by ticket where the whole order is told', () => {
		const two = (one: Person, other: Person) =>
			order({ id: 't1', attendee: one }, { id: 't2', attendee: other });
		table.tell(notice('registration.completed', { order: two(aiko, ken) }));
		const mei = { name: 'Mei Ito', firstName: 'Mei', email: 'mei@x.io', phone: '+81 70-1111-2222' };
		const result = table.tell(notice('ticket.updated', { order: two(aiko, mei) }));
		expect(told(result)).toEqual([['ticket.reassigned', 'Mei']]);
		expect(result.unchanged).toBe(1);
	});

	it('keeps no phone and no address in the table', () => {
		table.tell(registered(aiko));
		table.tell(updated(ken));
		const text = JSON.stringify(table.all);
		expect(text).not.toMatch(/9012345678|90-1234|9876|x\.io/);
		expect(table.all[0]?.people).toMatch(/^ [0-9a-f]+ [0-9a-f]+ $/);
	});
});

describe('a ticket of an order that is not paid yet', () => {
	const of = (type: ReportType, payment: 'paid' | 'unpaid' | 'unknown', holder: Person) =>
		notice(type, { order: { ...order({ id: 't1', attendee: holder }), payment } });

	it('is told when an update says that it is paid, once', () => {
		table.tell(of('registration.completed', 'unpaid', aiko));
		const paid = of('ticket.updated', 'paid', aiko);
		const [told1] = table.tell(paid).notices;
		expect(told1).toMatchObject({ type: 'registration.completed', order: { payment: 'paid' } });
		expect(table.tell(paid).notices).toEqual([told1]);
		expect(table.tell(of('ticket.updated', 'paid', aiko)).notices).toEqual([]);
	});

	it('changes hands without a word; whoever holds it when it is paid is told', () => {
		table.tell(of('registration.completed', 'unpaid', aiko));
		expect(table.tell(of('ticket.updated', 'unpaid', ken))).toMatchObject({ notices: [] });
		expect(table.tell(of('ticket.updated', 'unknown', ken))).toMatchObject({ notices: [] });
		expect(told(table.tell(of('registration.completed', 'paid', ken)))).toHaveLength(1);
		expect(table.tell(of('ticket.updated', 'paid', ken))).toMatchObject({ notices: [] });
		expect(told(table.tell(of('ticket.updated', 'paid', aiko)))).toEqual([
			['ticket.reassigned', 'Aiko'],
		]);
	});

	it.each(['unpaid', 'paid'] as const)(
		'whose %s update came first is told when it is paid',
		(payment) => {
			table.tell(of('ticket.updated', payment, ken));
			expect(told(table.tell(of('registration.completed', 'unpaid', aiko)))).toHaveLength(1);
			expect(told(table.tell(of('ticket.updated', 'paid', ken)))).toEqual([
				['registration.completed', undefined],
			]);
		},
	);
});

describe('a platform that says "reassigned"', () => {
	const reassigned = (holder: Person, parts: Partial<Notice> = {}) =>
		notice('ticket.reassigned', { ticket: { id: 't1' }, attendee: holder, ...parts });

	it('is believed, whether or not the ticket was seen before', () => {
		expect(told(table.tell(reassigned(ken)))).toEqual([['ticket.reassigned', 'Ken']]);
		expect(table.tell(reassigned(aiko)).notices[0]?.previous?.attendee?.name).toBe('Ken Sato');
	});

	it('keeps its own stamp; without one the changes are counted', () => {
		const stamps = [{ version: 'v7' }, {}].map((parts) => table.tell(reassigned(ken, parts)));
		expect(stamps.map(({ notices }) => notices[0]?.version)).toEqual(['v7', '2']);
	});
});

describe('a session', () => {
	const now = (id: string, ...speakers: Person[]) =>
		notice('session.updated', { session: { id, title: `Talk ${id}` }, speakers });
	const [first, second] = [
		{ ...aiko, id: 's1' },
		{ ...ken, id: 's2' },
	];

	it('is learnt first, then its difference is told', () => {
		expect(why(table.tell(now('a', first)))).toEqual(['first_seen']);
		expect(told(table.tell(now('a', first, second)))).toEqual([['session.speaker_added', 'Ken']]);
		expect(told(table.tell(now('a', second)))).toEqual([['session.speaker_removed', 'Aiko']]);
		expect(table.tell(now('a', second))).toMatchObject({ notices: [], unchanged: 1 });
	});

	it('can reach a speaker whom the platform no longer names', () => {
		table.tell(now('a', first));
		expect(table.tell(now('a')).notices[0]?.speaker?.phone).toBe(aiko.phone);
	});

	it('that is new among known ones tells all its speakers', () => {
		table.tell(now('a', first));
		expect(told(table.tell(now('b', second)))).toEqual([['session.speaker_added', 'Ken']]);
	});

	it('counts a speaker who comes, goes and comes again', () => {
		table.tell(now('a'));
		const versions = [[first], [], [first]].map(
			(speakers) => table.tell(now('a', ...speakers)).notices[0]?.version,
		);
		expect(versions).toEqual(['1', '2', '3']);
	});

	it('counts them, too, where the platform says who came and went', () => {
		const versions = [
			'session.speaker_added',
			'session.speaker_removed',
			'session.speaker_added',
		].map(
			(type) =>
				table.tell(notice(type as ReportType, { session: { id: 'a' }, speaker: first })).notices[0]
					?.version,
		);
		expect(versions).toEqual(['1', '2', '3']);
	});
});

describe('a sponsor', () => {
	const sponsor = { id: 'p1', ...aiko, company: 'Acme' };
	const row = (sponsorState: Notice['sponsorState'], parts: Partial<Notice> = {}) =>
		notice('sponsor.updated', { sponsor, sponsorState, ...parts });
	const live = (parts: Partial<Notice> = {}) => notice('event.site_live', parts);

	it('is told each state once', () => {
		expect(told(table.tell(row('received')))).toEqual([['sponsor.proposal_received', 'Aiko']]);
		expect(table.tell(row('received'))).toMatchObject({ notices: [], unchanged: 1 });
		expect(told(table.tell(row('denied')))).toEqual([['sponsor.proposal_denied', 'Aiko']]);
	});

	it('who is confirmed is welcomed when the website goes live, the others are not', () => {
		table.tell(row('confirmed'));
		table.tell(row('received', { sponsor: { ...ken, id: 'p2' } }));
		expect(told(table.tell(live({ source: 'pretix' })))).toEqual([['event.site_live', 'Aiko']]);
	});

	it('who is confirmed when the website is live already is welcomed then', () => {
		expect(why(table.tell(live()))).toEqual(['no_sponsors']);
		expect(told(table.tell(row('confirmed')))).toEqual([['event.site_live', 'Aiko']]);
	});

	it('of another event is not welcomed', () => {
		table.tell(row('confirmed', { event: { id: 'other', name: 'Other Conf' } }));
		expect(why(table.tell(live()))).toEqual(['no_sponsors']);
	});

	it('is known by its proposal when a decision names the company only', () => {
		table.tell(row('received'));
		const [denial] = table.tell(row('denied', { sponsor: { id: 'p1', company: 'Acme' } })).notices;
		expect(denial?.sponsor?.phone).toBe(aiko.phone);
	});
});

it('a trial run leaves no trace', () => {
	expect(table.tell(registered(aiko, { test: true })).notices).toHaveLength(1);
	expect(table.all).toEqual([]);
});

it('a registration that names no order goes on and leaves no trace', () => {
	const anonymous = registered(aiko, { order: { tickets: [{ id: 't1', attendee: aiko }] } });
	expect(table.tell({ ...anonymous, ticket: undefined }).notices).toHaveLength(1);
	expect(table.all).toEqual([]);
});

it('people can be found in a row that was read and written again', () => {
	table.tell(registered(aiko));
	const [row] = table.all;
	expect(row?.people).toMatch(/^ \S+ \S+ $/);
	expect(readSeenRows([row])[0]?.people).toBe(row?.people);
	expect(readSeenRows([{ ...row, people: '' }])[0]?.people).toBe('');
});

it('a row somebody has spoiled is written anew', () => {
	table.tell(registered(aiko));
	const spoiled = table.all.map((row) => ({ ...row, state: '{' }));
	const result = compareWithSeen([updated(ken)], spoiled, { hash: hashOf });
	expect(why(result)).toEqual(['first_seen']);
});

describe('a registration that is reported as a change', () => {
	const approved = (holder: Person, parts: Partial<Notice> = {}) =>
		registered(holder, { onlyIfNew: true, ...parts });

	it('is told where the ticket was not known', () => {
		expect(told(table.tell(approved(aiko)))).toEqual([['registration.completed', undefined]]);
	});

	it('is not told again with each change', () => {
		table.tell(registered(aiko));
		expect(table.tell(approved(aiko))).toMatchObject({ notices: [], leftOut: [], unchanged: 1 });
	});

	it('is told once more when the same report is answered again, as after a crash', () => {
		const report = approved(aiko);
		table.tell(report);
		expect(table.tell(report).notices).toHaveLength(1);
	});

	it('does not hide that the ticket changed hands', () => {
		table.tell(registered(aiko));
		const change = [approved(ken), updated(ken)];
		expect(told(table.tell(...change))).toEqual([['ticket.reassigned', 'Ken']]);
	});
});

describe('the former holder', () => {
	const withOldPhone: Person = { ...ken, phone: aiko.phone };

	it('gets nothing where nobody corrected the phone of the ticket', () => {
		table.tell(registered(aiko));
		const report = updated(withOldPhone);
		const [change] = table.tell(report).notices;
		expect(change).toMatchObject({ type: 'ticket.reassigned', attendee: { name: 'Ken Sato' } });
		expect(change?.attendee).not.toHaveProperty('phone');
		expect(table.tell(report).notices).toEqual([change]);
	});

	it('gets nothing where the update came before the registration', () => {
		table.tell(updated(withOldPhone));
		const [, change] = table.tell(registered(aiko)).notices;
		expect(change?.attendee).not.toHaveProperty('phone');
	});
});

describe('a platform that reports a reassignment twice, as such and as an update', () => {
	const reassigned = (holder: Person) =>
		notice('ticket.reassigned', { ticket: { id: 't1' }, attendee: holder, version: at() });

	it.each<[string, (holder: Person) => Notice[]]>([
		['as such first', (holder) => [reassigned(holder), updated(holder)]],
		['as an update first', (holder) => [updated(holder), reassigned(holder)]],
	])('tells the new holder once: %s', (_case, reports) => {
		table.tell(registered(aiko));
		const changes = [ken, aiko, ken].flatMap((holder) =>
			reports(holder).flatMap((report) => table.tell(report).notices),
		);
		expect(changes.map(({ attendee }) => attendee?.firstName)).toEqual(['Ken', 'Aiko', 'Ken']);
	});

	it('tells the new holder of a ticket that was seen for the first time with the update', () => {
		table.tell(updated(ken));
		expect(told(table.tell(reassigned(ken)))).toEqual([['ticket.reassigned', 'Ken']]);
	});
});
