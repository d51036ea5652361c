import {
	aiko,
	ken,
	mari,
	SECRET,
	startTicketing,
	type TicketingSide,
} from '../../testing/ticketing.ts';

let side: TicketingSide;
beforeEach(async () => void (side = await startTicketing('cvent')));
afterEach(() => side.close());

const STUB = /^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/;

describe('Cvent', () => {
	it('reports an order as one batch, at an address of its own, with the token', async () => {
		await side.act('register', { buyer: aiko, tickets: [aiko, ken] });
		const [one] = await side.webhooks(1);
		expect(one?.path).toBe(`/hook/InviteeOrGuestAccepted/${String(one?.json['messageStub'])}`);
		expect(one?.headers['authorization']).toBe(SECRET);
		expect(one?.headers['user-agent']).toBe('Cvent-Webhooks');
		expect(one?.json).toMatchObject({
			eventType: 'InviteeOrGuestAccepted',
			messageTime: expect.stringMatching(/Z$/),
			messageStub: expect.stringMatching(/^[0-9a-f-]{36}$/),
			message: [
				{
					contactStub: expect.stringMatching(STUB),
					inviteeStub: expect.stringMatching(STUB),
					firstName: 'Aiko',
					lastName: 'Tanaka',
					email: 'aiko@example.com',
					mobilePhone: '+81 90-1234-5678',
					confirmationNumber: expect.stringMatching(/^\w{11}$/),
					isGuest: false,
					eventForInvitee: {
						eventTitle: 'Test Conf',
						eventStartDate: expect.stringMatching(/^\d{4}-\d\d-\d\d 10:00:00\.0$/),
					},
				},
				{ firstName: 'Ken', isGuest: true },
			],
		});
	});

	it('asks an address with GET before it sends anything there, and again until that is 200', async () => {
		side.receiver.challenge = () => ({
			status: side.receiver.handshakes.length < 3 ? 404 : 200,
			body: '',
		});
		const { calls } = await side.act('register', { buyer: aiko });
		expect(calls).toMatchObject([{ status: 0, error: expect.stringMatching(/GET.*404/) }]);
		await side.webhooks(1);
		expect(side.receiver.handshakes).toHaveLength(3);
		expect(side.receiver.handshakes[0]).toMatchObject({
			path: '/hook',
			headers: { authorization: SECRET },
		});
		await side.act('register', { buyer: ken });
		await side.webhooks(2);
		expect(side.receiver.handshakes).toHaveLength(3);
	});

	it('says who takes the place of whom, in another form and without a mobile phone', async () => {
		const { tickets } = await side.act('register', { buyer: aiko });
		const [ticket] = tickets as string[];
		const [before] = await side.webhooks(1);
		const [{ contactStub, inviteeStub }] = before?.json['message'] as [Record<string, string>];
		side.forget();
		await side.act('reassign', { ticket, to: mari });
		const [one] = await side.webhooks(1);
		expect(one?.json).toMatchObject({
			eventType: 'InviteeSubstitutedInAnEvent',
			message: [
				{
					oldContactStub: contactStub,
					newContactStub: expect.stringMatching(STUB),
					inviteeStub,
					first_name: 'Mari',
					last_name: 'Abe',
					email: 'mari@example.com',
				},
			],
		});
		expect(one?.raw).not.toContain('mobilePhone');
	});

	it('cancels people, one by one or a whole order in one batch', async () => {
		const { order, tickets } = await side.act('register', { buyer: aiko, tickets: [aiko, ken] });
		await side.webhooks(1);
		side.forget();
		await side.act('cancel-ticket', { ticket: (tickets as string[])[1] });
		await side.act('cancel-order', { order });
		const batches = (await side.webhooks(2)).map(({ json }) => json);
		expect(batches[0]).toMatchObject({
			eventType: 'InviteeOrGuestCancelled',
			message: [{ firstName: 'Ken' }],
		});
		expect(batches[1]).toMatchObject({ message: [{ firstName: 'Aiko' }] });
		expect(batches[1]?.['message']).toHaveLength(1);
	});

	it('reports a speaker, and the session with the stubs of all who speak in it', async () => {
		await side.act('add-speaker', { session: '1001', speaker: mari });
		const added = await side.webhooks(2);
		const speaker = added.find(({ json }) => json['eventType'] === 'SpeakerCreated');
		expect(speaker?.json).toMatchObject({
			message: [{ speakerEmail: 'mari@example.com', speakerDisplayName: 'Mari Abe' }],
		});
		const [{ speakerStub }] = speaker?.json['message'] as [{ speakerStub: string }];
		const session = added.find(({ json }) => json['eventType'] === 'SessionUpdated');
		expect(session?.json).toMatchObject({
			message: [
				{
					sessionName: 'Opening keynote',
					sessionStartDateTime: expect.stringMatching(/T10:30:00\.000$/),
					speakers: [speakerStub],
				},
			],
		});
	});

	it('does not report the website, nor a payment', async () => {
		expect(await side.refusal('go-live')).toMatch(/no webhook for the website/);
		expect(await side.refusal('pay', { order: '1' })).toMatch(/paid/);
	});
});
