import type { Match, PlanCase } from '../../words/cases';
import { hoursAgo } from '../people';
import { notice, tanaka } from './notice';

const sato = {
	name: 'Ken Sato',
	firstName: 'Ken',
	phone: '+81 80-9876-5432',
	email: 'ken@example.com',
};

const compared = (
	name: string,
	before: object[],
	now: object,
	expected: { messages?: Match[]; leftOut?: Match[] },
): PlanCase => ({
	node: 'Event Messages',
	name: `compared: ${name}`,
	before: before.map((body) => [{ body }]),
	items: [{ body: now }],
	...expected,
});

const registered = notice({ attendee: tanaka, occurredAt: hoursAgo(5) });
const updated = (attendee: object, hours: number) =>
	notice({ type: 'ticket.updated', attendee, occurredAt: hoursAgo(hours) });
const toKen = updated(sato, 4);
const back = updated(tanaka, 3);

const session = (speakers: object[], hours: number, id = 's-1') =>
	notice({
		type: 'session.updated',
		session: { id, title: 'Queues that never stop' },
		speakers,
		order: undefined,
		ticket: undefined,
		occurredAt: hoursAgo(hours),
	});
const speaker = { ...sato, id: 'sp-1' };

const sponsor = { ...tanaka, id: 'p-1', company: 'Aozora Ltd' };
const proposal = (sponsorState: string, hours: number) =>
	notice({ type: 'sponsor.updated', sponsor, sponsorState, occurredAt: hoursAgo(hours) });
const live = notice({ type: 'event.site_live', source: 'pretix' });

const reassigned = (name: string, version: string): Match => ({
	automation: 'attendee.ticket_reassigned',
	toName: name,
	deliveryKey: `test-conf:ticket_reassigned:t-1:${version}`,
});

export const comparedCases: PlanCase[] = [
	compared('a ticket that is with somebody else now was handed on', [registered], toKen, {
		messages: [reassigned('Ken Sato', '1')],
	}),
	compared('back to the first holder is a message of its own', [registered, toKen], back, {
		messages: [reassigned('Aiko Tanaka', '2')],
	}),
	compared(
		'the same report once more gives the same delivery, which is sent once',
		[registered, toKen],
		toKen,
		{ messages: [reassigned('Ken Sato', '1')] },
	),
	compared(
		'another address of the same person is nothing to tell',
		[registered],
		updated({ ...tanaka, email: 'aiko@new.example' }, 4),
		{},
	),
	compared('the first report of a ticket is remembered', [], toKen, {
		leftOut: [{ reason: 'first_seen' }],
	}),
	compared('a report older than the newest is left out', [registered, back], toKen, {
		leftOut: [{ reason: 'out_of_date' }],
	}),
	compared('a report that was answered before is left out', [registered, toKen, back], toKen, {
		leftOut: [{ reason: 'already_known' }],
	}),
	compared(
		'a speaker who was not in the session before was added',
		[session([], 5)],
		session([speaker], 4),
		{
			messages: [{ automation: 'speaker.added_to_session', toName: 'Ken Sato' }],
		},
	),
	compared(
		'a speaker whom the session no longer names was removed, and can be reached',
		[session([speaker], 5)],
		session([], 4),
		{ messages: [{ automation: 'speaker.removed_from_session', to: sato.phone }] },
	),
	compared('a proposal is acknowledged', [], proposal('received', 5), {
		messages: [{ automation: 'sponsor.proposal_acknowledged' }],
	}),
	compared(
		'a proposal in the same state is nothing to tell',
		[proposal('received', 5)],
		proposal('received', 4),
		{},
	),
	compared(
		'a confirmed sponsor is welcomed when the website goes live',
		[proposal('confirmed', 5)],
		live,
		{
			messages: [{ automation: 'sponsor.welcomed', toName: 'Aiko Tanaka' }],
		},
	),
	compared(
		'a website without confirmed sponsors welcomes nobody',
		[proposal('received', 5)],
		live,
		{
			leftOut: [{ reason: 'no_sponsors' }],
		},
	),
	compared(
		'a sponsor who is confirmed after that is welcomed then',
		[live],
		proposal('confirmed', 0.5),
		{
			messages: [{ automation: 'sponsor.welcomed', toName: 'Aiko Tanaka' }],
		},
	),
];
