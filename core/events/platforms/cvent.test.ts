import { exampleBody, receivedAt } from '../../../examples/read-example';
import { plan } from '../fixtures/registration';
import { cvent } from './cvent';

const read = (body: unknown, phoneQuestion?: string) =>
	cvent.read({ body, receivedAt, options: { phoneQuestion } });

const readExample = (name: string, phoneQuestion?: string) =>
	read(exampleBody(`cvent/${name}`), phoneQuestion);

describe('a call of Cvent', () => {
	const rawBody = Buffer.from('{}');
	const verify = (Authorization: string, secret: string) =>
		cvent.verify({ rawBody, headers: { Authorization }, secret, now: 0 });

	it.each([
		['token', 'token'],
		['Bearer token', 'token'],
		['token', 'Bearer token'],
		['bearer  token', 'Bearer token'],
	])('with "%s" is believed where the credential says "%s"', (given, secret) => {
		expect(verify(given, secret)).toEqual({ ok: true });
	});

	it.each([
		['tokens', 'token', 'signature_mismatch'],
		['Basic token', 'token', 'signature_mismatch'],
		['', 'token', 'signature_missing'],
		['Bearer ', 'token', 'signature_missing'],
		['', 'Bearer ', 'secret_missing'],
	])('with "%s" is not believed where it says "%s": %s', (given, secret, reason) => {
		expect(verify(given, secret)).toMatchObject({ ok: false, reason });
	});

	it('comes to an address behind the given one, after a GET', () => {
		expect(cvent).toMatchObject({ answersGet: true, appendsPath: true });
	});
});

describe('a registration at Cvent', () => {
	it('names the invitee, the confirmation number and the event in its own time', () => {
		expect(readExample('InviteeOrGuestAccepted').notices).toMatchObject([
			{
				source: 'cvent',
				type: 'registration.completed',
				occurredAt: '2026-11-22T10:27:39.480Z',
				event: {
					id: '8A2B61E2-5A8E-41F9-B702-5BBED600F48A',
					name: 'Test Conf',
					startsAt: '2026-12-01T10:00:00',
					venue: 'Tokyo Forum',
				},
				order: { id: 'K2NGH9GY393', number: 'VQNB3XNFS5X', payment: 'paid' },
				ticket: { id: '3F768180-8195-4F3A-9648-1B2C3D4E5F60', name: 'Early Bird' },
				attendee: { name: 'Aiko Tanaka', phone: '+81 90-1234-5678' },
			},
		]);
		const [message] = plan(readExample('InviteeOrGuestAccepted').notices).messages;
		expect(message?.variables).toMatchObject({
			event_date: 'Tuesday, December 1, 2026 at 10:00 AM',
			order_id: 'VQNB3XNFS5X',
		});
	});

	it('of an invitee with a guest is two reports in one call', () => {
		const { notices } = readExample('InviteeOrGuestAccepted-with-guest');
		expect(new Set(notices.map(({ id }) => id)).size).toBe(2);
		expect(plan(notices).messages.map(({ toName }) => toName)).toEqual(['Aiko Tanaka', 'Ken Sato']);
	});

	it('not paid for yet says nothing about payment: no report follows', () => {
		const { notices } = readExample('InviteeOrGuestAccepted-to-be-paid');
		expect(notices).toMatchObject([{ order: { payment: 'unknown' } }]);
	});

	it('takes the phone from the named custom field, and never the one on the desk', () => {
		const name = 'InviteeOrGuestAccepted-to-be-paid';
		expect(readExample(name).notices[0]?.attendee).not.toHaveProperty('phone');
		expect(readExample(name, 'whatsapp').notices[0]?.attendee?.phone).toBe('+81 90-1234-5678');
	});

	it('is no registration of nobody', () => {
		const none = '00000000-0000-0000-0000-000000000000';
		const message = [{ inviteeStub: none, contactStub: none, eventStub: 'E' }];
		const [notice] = read({ eventType: 'InviteeOrGuestAccepted', message }).notices;
		expect(notice).toMatchObject({ order: {}, ticket: {} });
		expect(notice).not.toHaveProperty('attendee');
	});
});

describe('a change at Cvent', () => {
	it('of the person is a reassignment, to the phone Cvent has', () => {
		expect(readExample('InviteeSubstitutedInAnEvent').notices).toMatchObject([
			{
				type: 'ticket.reassigned',
				version: '2026-11-22T11:02:10.413Z',
				ticket: { id: '3F768180-8195-4F3A-9648-1B2C3D4E5F60' },
				attendee: { name: 'Ryo Abe', phone: '+81 70-5555-6666' },
				previous: { attendee: { id: 'C8841527-B089-40D2-B580-E5C604E2E347' } },
			},
		]);
	});

	it('to "cancelled" is one ticket, of one person', () => {
		const { notices } = readExample('InviteeOrGuestCancelled');
		expect(notices).toMatchObject([{ type: 'ticket.cancelled' }]);
		expect(plan(notices).messages).toMatchObject([{ toName: 'Ken Sato' }]);
	});

	it.each(['SpeakerUpdated', 'SessionUpdated'])('%s says why nobody can be told', (name) => {
		expect(readExample(name)).toMatchObject({
			notices: [],
			ignored: [{ reason: 'not_needed', message: expect.stringContaining('no phone number') }],
		});
	});
});

it.each([
	['InviteeOrGuestEmailSent', [{}], 'not_needed'],
	['EventCancelled', [{}], 'not_needed'],
	['InviteeOrGuestAccepted', [], 'not_needed'],
	['InviteeOrGuestAccepted', undefined, 'not_needed'],
	['InviteeOrGuestAccepted', [null], 'not_an_object'],
	['Invented', [{}], 'unknown_event'],
	['valueOf', [{}], 'unknown_event'],
	[undefined, [{}], 'unknown_event'],
])('%s with %j is ignored, with the reason', (eventType, message, reason) => {
	expect(read({ eventType, message })).toMatchObject({ notices: [], ignored: [{ reason }] });
});
