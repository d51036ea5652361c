import { transportErrorFrom } from '../graph/transport-failure';
import { fixture } from '../testing/fixture';
import { refusal, scriptedTransport, type ScriptedAnswer } from '../testing/scripted-transport';
import { readBilling, zoneOf } from './billing';
import timeZoneIds from './time-zone-ids.json';

const account = { businessAccountId: '102290129340398', apiVersion: 'v26.0' };
const facts = fixture<Record<string, unknown>>(__dirname, 'business-account');

const read = async (funding: ScriptedAnswer, more: Record<string, unknown> = {}) =>
	await readBilling(
		scriptedTransport(({ query }) =>
			query?.fields?.includes('primary_funding_id') ? funding : { body: { ...facts, ...more } },
		).transport,
		account,
	);

const withId = (more: object): ScriptedAnswer => ({ body: { id: '102290129340398', ...more } });

it('is the currency, time zone and payment method of the account', async () => {
	expect(await read(withId({ primary_funding_id: '8237454' }))).toEqual({
		currency: 'EUR',
		timeZone: 'Europe/Berlin',
		timeZoneKnown: true,
		primaryFunding: 'present',
		ownershipType: 'SELF',
		notes: [],
	});
});

it.each<[string, 'none' | 'unknown', ScriptedAnswer]>([
	['an answer without one', 'none', withId({})],
	['a refusal', 'unknown', refusal(10, { status: 403 })],
	['a time-out', 'unknown', transportErrorFrom(Object.assign(new Error(), { code: 'ETIMEDOUT' }))],
	['a page', 'unknown', { body: '<html>' }],
	['an answer about nothing', 'unknown', { body: {} }],
	['something else in its place', 'unknown', withId({ primary_funding_id: { a: 1 } })],
])('%s: the payment method is %s', async (_what, expected, funding) => {
	expect((await read(funding)).primaryFunding).toBe(expected);
});

it('counts in UTC where the time zone is not known, and says so', async () => {
	expect(await read(withId({}), { timezone_id: '4711' })).toMatchObject({
		timeZone: 'UTC',
		timeZoneKnown: false,
		notes: [
			expect.stringMatching(/^The time zone with Meta's number 4711 is not known here: .*UTC/),
		],
	});
	const { notes } = await read(withId({}), { timezone_id: null, currency: 'euros' });
	expect(notes[0]).toMatch(/^The account does not say its time zone: /);
	expect(await read(withId({}), { currency: 'euros' })).not.toHaveProperty('currency');
});

it('fails with Meta’s refusal where the account cannot be read at all', async () => {
	const { transport } = scriptedTransport(() => refusal(200, { status: 403 }));
	await expect(readBilling(transport, account)).rejects.toThrow(
		/^Reading currency and time zone: .*code 200/,
	);
});

it('knows the time zones of Meta’s list', () => {
	const unknown = timeZoneIds.zones
		.map((zone, id) => ({ zone, id }))
		.filter(({ zone, id }) => id > 0 && zoneOf(id) !== zone);
	expect(unknown).toEqual([]);
	expect(['1', 77, '145'].map(zoneOf)).toEqual([
		'America/Los_Angeles',
		'Asia/Tokyo',
		'Asia/Kathmandu',
	]);
	expect([0, '0', -1, 1.5, '', 'x', null, {}, 476].map(zoneOf)).toEqual(Array(9).fill(undefined));
});
