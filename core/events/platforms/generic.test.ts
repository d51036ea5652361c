import { exampleBody, receivedAt } from '../../../examples/read-example';
import { readNotice } from '../read-notice';
import { generic, genericPlatform } from './generic';
import type { GenericMapping } from './generic-mapping';

const readExample = (name: string) =>
	generic.read({ body: exampleBody(`generic/${name}`), receivedAt });

describe('the default mapping', () => {
	it('reads the captured body of a ticketing server', () => {
		expect(readExample('registration').notices).toMatchObject([
			{
				source: 'generic',
				type: 'registration.completed',
				occurredAt: '2026-11-22T10:27:39.480Z',
				event: { id: '86aad', name: 'Test Conf' },
				order: {
					id: 'E2D4D6D096',
					payment: 'paid',
					tickets: [{ name: 'Test Conf', quantity: 1 }],
				},
				ticket: { url: 'https://127.0.0.1/t/E2D4D6D096' },
				buyer: { name: 'Aiko Tanaka', phone: '+81 90-1234-5678' },
				attendee: { name: 'Aiko Tanaka', phone: '+81 90-1234-5678' },
				test: false,
			},
		]);
	});

	it('reads an amount owed as unpaid', () => {
		expect(readExample('registration-unpaid').notices).toMatchObject([
			{ order: { payment: 'unpaid' } },
		]);
	});

	it('reads the quantity', () => {
		expect(readExample('registration-four-tickets').notices).toMatchObject([
			{ order: { tickets: [{ quantity: 4 }] } },
		]);
	});
});

describe('a mapping of one’s own', () => {
	const mapping = exampleBody('generic/form-answers.mapping') as GenericMapping;

	it('reads several reports of one body, other names for types, and fixed values', () => {
		const platform = genericPlatform(mapping);
		const { notices } = platform.read({ body: exampleBody('generic/form-answers'), receivedAt });
		expect(notices).toMatchObject([
			{
				type: 'sponsor.proposal_received',
				occurredAt: receivedAt,
				event: { id: 'test-conf', name: 'Test Conf' },
				sponsor: { id: '17', name: 'Dana Fox', company: 'Acme', phone: '+44 7700 900123' },
				locale: 'en',
			},
			{ type: 'sponsor.proposal_denied', sponsor: { id: '18', company: 'Globex' } },
		]);
		expect(notices[1]?.sponsor).not.toHaveProperty('phone');
	});

	it('reads a session with its speakers, and the state of a proposal', () => {
		const platform = genericPlatform({
			types: { talk: 'session.updated', offer: 'sponsor.updated' },
			fields: {
				type: 'kind',
				'session.id': 'no',
				speakers: 'people',
				'speakers.id': 'code',
				'speakers.name': 'name',
				'speakers.company': 'from',
				sponsorState: 'state',
				'sponsor.company': 'who',
				'speaker.company': 'who',
			},
		});
		const body = [
			{ kind: 'talk', no: 4, people: [{ code: 'A', name: 'Ann', from: 'Acme' }, 'Bob', {}] },
			{ kind: 'offer', who: 'Acme', state: 'Confirmed' },
		];
		expect(platform.read({ body, receivedAt }).notices).toMatchObject([
			{ session: { id: '4' }, speakers: [{ id: 'A', name: 'Ann', company: 'Acme' }] },
			{ sponsor: { company: 'Acme' }, speaker: { company: 'Acme' }, sponsorState: 'confirmed' },
		]);
	});

	it('that finds no type says what to map', () => {
		const { ignored } = generic.read({ body: { name: 'Ann' }, receivedAt });
		expect(ignored).toMatchObject([
			{ reason: 'unknown_event', message: expect.stringContaining('Map "type"') },
		]);
	});

	it('cannot read what every object inherits', () => {
		const platform = genericPlatform({
			fields: {
				type: '=registration.completed',
				'buyer.name': '__proto__.name',
				'event.id': 'constructor.name',
			},
		});
		const [notice] = platform.read({ body: {}, receivedAt }).notices;
		expect(notice?.event).toEqual({});
		expect(notice).not.toHaveProperty('buyer');
	});
});

describe('a notice in our own shape', () => {
	it('is read as it is', () => {
		const body = exampleBody('generic/notice') as Record<string, unknown>;
		expect(readNotice(body, receivedAt)).toEqual({ ...body, raw: body });
	});

	it('needs no mapping where it arrives by a webhook', () => {
		const body = exampleBody('generic/notice');
		const { notices } = generic.read({ body, receivedAt });
		expect(notices).toMatchObject([
			{ type: 'session.speaker_added', speaker: { name: 'Mari Ito' } },
		]);
	});

	it('is read by the mapping where that says what happened', () => {
		const mapping = { fields: { type: 'type', 'buyer.name': 'customer' } } as const;
		const body = { type: 'registration.completed', customer: 'Ann', buyer: { name: 'Ben' } };
		const { notices } = genericPlatform(mapping).read({ body, receivedAt });
		expect(notices).toMatchObject([{ buyer: { name: 'Ann' } }]);
	});

	it('keeps its tickets and their holders', () => {
		const order = {
			id: '1',
			payment: 'free',
			tickets: [{ id: 't', name: 'VIP', quantity: 2, attendee: { name: 'Ann', phone: '+1' } }],
		};
		const body = { type: 'registration.completed', event: { id: 'e' }, order };
		expect(readNotice(body, receivedAt)?.order).toEqual(order);
	});

	it.each([
		[
			'everybody who speaks',
			{
				type: 'session.updated',
				session: { id: 's', title: 'Keynote' },
				speakers: [{ id: '1', name: 'Ann', phone: '+1', company: 'Acme' }, { id: '2' }],
			},
		],
		['that nobody speaks', { type: 'session.updated', session: { id: 's' }, speakers: [] }],
		[
			'where a proposal stands',
			{ type: 'sponsor.updated', sponsor: { company: 'Acme' }, sponsorState: 'denied' },
		],
		[
			'the order’s number and the name of its tickets',
			{
				type: 'registration.completed',
				order: { id: '1', number: 'A-1' },
				event: { ticketName: 'VIP' },
			},
		],
		['that it may be known', { type: 'registration.completed', onlyIfNew: true }],
	])('keeps %s', (_what, parts) => {
		const notice = {
			id: 'n',
			source: 'x',
			occurredAt: receivedAt,
			event: {},
			test: false,
			...parts,
		};
		expect(readNotice(notice, receivedAt)).toEqual({ ...notice, raw: notice });
	});

	it('is none where the type is not one of ours', () => {
		expect(readNotice({ type: 'party', event: {} }, receivedAt)).toBeUndefined();
		expect(readNotice(null, receivedAt)).toBeUndefined();
	});
});
