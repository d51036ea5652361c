import { exampleBody, receivedAt } from '../../../examples/read-example';
import { now } from '../fixtures/registration';
import { SeenTable } from '../fixtures/seen-table';
import { planMessages } from '../plan-messages';
import { platformById } from './index';
import type { Headers, Query } from './platform';

type Json = Record<string, unknown>;

interface Person {
	firstName: string;
	phone: string;
}

const aiko = { firstName: 'Aiko', phone: '+81 90-1234-5678' };
const ken = { firstName: 'Ken', phone: '+81 80-9876-5432' };

interface Case {
	/** The registration in which Aiko holds the ticket. */
	registered: string;
	/** Any later report of the ticket, with another holder, some minutes after. */
	changed: (holder: Person, minute: number) => Json;
	headers?: (happened: string, minute: number) => Headers;
	query?: (happened: 'registered' | 'changed') => Query;
}

const body = (name: string) => exampleBody(name) as Json;
const at = (minute: number) => new Date(now - 3_600_000 + minute * 60_000).toISOString();
const emailOf = ({ firstName }: Person) => `${firstName.toLowerCase()}@example.com`;

const cases: Record<string, Case> = {
	tito: {
		registered: 'ticket.completed',
		changed: (holder, minute) => ({
			...body('tito/ticket.reassigned'),
			name: holder.firstName,
			first_name: holder.firstName,
			last_name: null,
			email: emailOf(holder),
			phone_number: holder.phone,
			updated_at: at(minute),
		}),
		headers: (name) => ({
			'X-Webhook-Name': name === 'registered' ? 'ticket.completed' : 'ticket.reassigned',
		}),
	},
	'zoho-backstage': {
		registered: 'attendee',
		changed: (holder, minute) => ({
			attendee: {
				...(body('zoho-backstage/attendee').attendee as Json),
				id: String(minute),
				emailId: emailOf(holder),
			},
			customFormData: [{ formEntries: { first_name: holder.firstName, mobile_no: holder.phone } }],
		}),
		query: (happened) => ({
			action: happened === 'registered' ? 'attendee.create' : 'attendee.reassign',
		}),
	},
	'hi-events': {
		registered: 'order.created-one-ticket',
		changed: (holder, minute) => {
			const report = body('hi-events/attendee.updated');
			const change = {
				first_name: holder.firstName,
				last_name: 'X',
				email: emailOf(holder),
				question_answers: [{ question_type: 'PHONE', title: 'Mobile', answer: holder.phone }],
			};
			return {
				...report,
				event_sent_at: at(minute),
				payload: { ...(report.payload as Json), ...change },
			};
		},
	},
	'ticket-tailor': {
		registered: 'order.created',
		changed: (holder, minute) => {
			const report = body('ticket-tailor/issued_ticket.updated');
			const change = {
				full_name: `${holder.firstName} X`,
				first_name: holder.firstName,
				last_name: 'X',
				email: emailOf(holder),
				custom_questions: [{ question: 'Mobile number', answer: holder.phone }],
				updated_at: Math.floor(Date.parse(at(minute)) / 1000),
			};
			return { ...report, payload: { ...(report.payload as Json), ...change } };
		},
	},
	luma: {
		registered: 'guest.registered',
		changed: (holder) => {
			const report = body('luma/guest.updated');
			const change = {
				user_name: `${holder.firstName} X`,
				user_first_name: holder.firstName,
				user_last_name: 'X',
				user_email: emailOf(holder),
				phone_number: holder.phone,
			};
			return { ...report, data: { ...(report.data as Json), ...change } };
		},
		headers: (_name, minute) => ({
			'webhook-id': `d${minute}`,
			'webhook-signature': `t=${Date.parse(at(minute)) / 1000},v1=00`,
		}),
	},
	cvent: {
		registered: 'InviteeOrGuestAccepted',
		changed: (holder, minute) => {
			const report = body('cvent/InviteeSubstitutedInAnEvent');
			const [substitute] = report.message as Json[];
			const change = {
				first_name: holder.firstName,
				last_name: 'X',
				email: emailOf(holder),
				phone_work: holder.phone,
			};
			return { ...report, messageTime: at(minute), message: [{ ...substitute, ...change }] };
		},
	},
};

describe.each(Object.entries(cases))('at %s a ticket', (id, given) => {
	const platform = platformById(id)!;

	const table = () => {
		const seen = new SeenTable();
		const keys: string[] = [];
		const tell = (report: unknown, minute: number, when = at(minute), happened = 'changed') => {
			const { notices } = platform.read({
				body: report,
				headers: given.headers?.(happened, minute),
				query: given.query?.(happened as 'changed'),
				receivedAt: when,
			});
			const { notices: final, leftOut } = seen.tell(notices);
			const plan = planMessages(final, { now: Date.parse(when) });
			// Each key once, as the sender does.
			const news = plan.messages.filter(({ deliveryKey, to }) => {
				const key = `${deliveryKey} ${to}`;
				return !keys.includes(key) && keys.push(key);
			});
			return { news, leftOut: [...leftOut, ...plan.leftOut] };
		};
		tell(body(`${id}/${given.registered}`), 0, receivedAt, 'registered');
		return tell;
	};

	const changes = [ken, aiko, ken].map(
		(holder, index) => [given.changed(holder, index + 61), index + 61] as const,
	);

	it('that goes A → B → A → B gives three messages, each to the new holder', () => {
		const tell = table();
		const news = changes.flatMap(([report, minute]) => tell(report, minute).news);
		expect(news.map(({ automation }) => automation)).toEqual(
			Array(3).fill('attendee.ticket_reassigned'),
		);
		expect(news.map(({ to }) => to)).toEqual([ken, aiko, ken].map(({ phone }) => phone));
		expect(new Set(news.map(({ deliveryKey }) => deliveryKey)).size).toBe(3);
	});

	it('whose first change is delivered again two days late gives none, and is counted', () => {
		const tell = table();
		for (const [report, minute] of changes) tell(report, minute);
		const late = new Date(now + 2 * 24 * 3_600_000).toISOString();
		const [report, minute] = changes[0]!;
		const { news, leftOut } = tell(report, minute, late);
		expect(news).toEqual([]);
		expect(leftOut).toHaveLength(1);
		expect(['already_known', 'out_of_date', 'too_old']).toContain(leftOut[0]?.reason);
	});

	it('that is reported three times over, and unchanged, gives one message', () => {
		const tell = table();
		const [report, minute] = changes[0]!;
		const told = [1, 2, 3].flatMap(() => tell(report, minute).news);
		expect(told).toHaveLength(1);
		// Another report with the same holder: a platform that calls it a reassignment is believed.
		const isSaid = ['tito', 'zoho-backstage', 'cvent'].includes(id);
		expect(tell(given.changed(ken, 70), 70).news).toHaveLength(isSaid ? 1 : 0);
	});
});
