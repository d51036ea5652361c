import titoReassigned from '../../examples/tito/ticket.reassigned.json';
import zohoOrder from '../../examples/zoho-backstage/order-four-tickets.json';
import type { Notice } from './notice';
import { platformById, type Platform } from './platforms';
import { readNotice } from './read-notice';

const RECEIVED = '2026-11-20T10:00:00.000Z';

/** As an engine hands a notice on from one step to the next. */
const handedOn = (notice: Notice) => readNotice(JSON.parse(JSON.stringify(notice)), RECEIVED);

test.each([
	['tito', titoReassigned],
	['zoho-backstage', zohoOrder],
])('a notice of %s that is handed on to the next step loses nothing', (id, body) => {
	const headers = { 'x-webhook-name': 'ticket.reassigned' };
	const platform = platformById(id) as Platform;
	const { notices } = platform.read({ body, headers, receivedAt: RECEIVED });

	expect(notices.length).toBeGreaterThan(0);
	for (const notice of notices) expect(handedOn(notice)).toEqual(notice);
});

test('who speaks in a session now, and where a proposal stands, are handed on', () => {
	const common = {
		source: 'pretalx',
		occurredAt: RECEIVED,
		event: { id: 'e' },
		test: false,
		raw: {},
	};
	const states: Notice[] = [
		{
			...common,
			...{ id: '1', type: 'session.updated', session: { id: 's', title: 'Opening' } },
			speakers: [{ id: 'ada', name: 'Ada', firstName: 'Ada', email: 'ada@example.com' }],
		},
		{ ...common, id: '2', type: 'session.updated', session: { id: 's' }, speakers: [] },
		{
			...common,
			...{ id: '3', type: 'sponsor.updated', sponsorState: 'confirmed' },
			sponsor: { id: 'acme', company: 'Acme', phone: '+81 90 1234 5678' },
		},
	];

	for (const state of states) expect(handedOn(state)).toEqual(state);
});
