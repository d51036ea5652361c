import type { IDataObject, INodeListSearchResult, INodeParameters } from 'n8n-workflow';
import { exampleBody } from '../../../examples/read-example';
import { InProcessEngine } from '../../engine/n8n-in-process';

const run = async (parameters: INodeParameters, items: IDataObject[]) => {
	const { outputs } = await new InProcessEngine({}).run('whatsAppEventMessages', parameters, items);
	return outputs.map((output) => output.map(({ json }) => json));
};

/** As Manage Template gives them. */
const approved = { name: 'attendee_registration_confirmation', language: 'en', status: 'approved' };
const pending = { name: 'attendee_ticket_reassigned', language: 'ja', status: 'pending' };

const show = async (switches: IDataObject[] = [], forEvent = '') =>
	(
		await run({ operation: 'switchboard', switches: JSON.stringify(switches), forEvent }, [
			approved,
			pending,
		])
	)[0] as IDataObject[];

test('shows all ten, with what WhatsApp says of their templates and when they sent last', async () => {
	const automation = 'attendee.registration_confirmed';
	const lines = await show([
		{ automation, event: '', on: true, lastSent: '2026-11-20T10:00:00.000Z' },
		{ automation: 'attendee.ticket_reassigned', event: '', on: false },
	]);

	expect(lines).toHaveLength(10);
	expect(lines.find((line) => line.automation === automation)).toMatchObject({
		...{ on: true, canBeSwitchedOn: true, languages: ['en'] },
		...{ templateStatus: 'APPROVED', lastSent: '2026-11-20T10:00:00.000Z' },
	});
	expect(lines[1]).toMatchObject({
		...{ on: false, offForAll: true, canBeSwitchedOn: false },
		why: expect.stringMatching(/not approved \(pending\)/),
	});
});

test('what is chosen is written, and what cannot be switched on is told with the reason', async () => {
	const lines = await show([{ automation: 'attendee.ticket_reassigned', event: '', on: false }]);
	const wanted = ['Registration confirmation (attendee)', 'Ticket reassigned (new holder)'];
	const [rows, [answer]] = (await run(
		{ operation: 'switch', lines: JSON.stringify(lines), wanted: JSON.stringify(wanted) },
		[{}],
	)) as [IDataObject[], IDataObject[]];

	expect(rows.filter(({ on }) => on).map(({ automation }) => automation)).toEqual([
		'attendee.registration_confirmed',
	]);
	expect(rows).toHaveLength(10);
	expect(answer).toMatchObject({
		title: 'Not everything could be switched on',
		message: expect.stringMatching(/^Switched off: Order cancelled[^]*not approved/),
		refused: [{ automation: 'attendee.ticket_reassigned' }],
	});
});

describe('the mapping’s list of places', () => {
	const search = async (sample: string, filter?: string) =>
		(
			await new InProcessEngine({}).loadOptions<INodeListSearchResult>(
				...(['whatsAppEventMessages', 'listSearch', 'searchSample'] as const),
				{ source: 'generic', sample },
				filter,
			)
		).results;

	test('shows what stands in the sample, beside where', async () => {
		const sample = JSON.stringify(exampleBody('generic/registration'));

		expect(await search(sample, 'aiko tanaka')).toEqual([
			{ name: 'name — Aiko Tanaka', value: 'name' },
		]);
		expect(await search(sample, 'each of tickets: listing_name')).toEqual([
			{ name: 'each of tickets: listing_name — Test Conf', value: 'listing_name' },
		]);
	});

	test.each([
		['', /Paste a sample/],
		['{ name', /not JSON/],
	])('says what to do where the sample is %p', async (sample, message) => {
		await expect(search(sample)).rejects.toThrow(message);
	});

	test('what was chosen is read as a typed path is', async () => {
		const chosen = { __rl: true, mode: 'list', value: 'who.name' };
		const rows = [
			{ field: 'type', path: '', text: 'registration.completed' },
			{ field: 'buyer.name', path: chosen, text: '' },
			{ field: 'buyer.phone', path: 'who.phone', text: '' },
			{ field: 'order.id', path: '', text: '1' },
			{ field: 'event.id', path: '', text: 'e' },
		];
		const [messages] = await run(
			{
				...{ source: 'generic', mapping: { fields: rows } },
				automations: ['buyer.registration_confirmed', 'attendee.registration_confirmed'],
			},
			[{ who: { name: 'Ann Lee', phone: '+81 90 1234 5678' } }],
		);

		expect(messages).toMatchObject([{ toName: 'Ann Lee', to: '+81 90 1234 5678' }]);
	});
});
