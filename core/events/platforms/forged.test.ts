import { createHmac } from 'node:crypto';
import { receivedAt } from '../../../examples/read-example';
import { receiveEvent, type EventCall } from '../receive-event';
import { platforms } from './index';
import type { Platform } from './platform';

const SECRET = 'whsec_correct-horse-battery';
const NOW = Date.parse(receivedAt);
const BODY = Buffer.from('{"name":"Ann\\/Zoë","list":[1,2]}');

const hmac = (encoding: 'hex' | 'base64', secret: string, ...parts: Array<string | Buffer>) => {
	const sum = createHmac('sha256', secret);
	for (const part of parts) sum.update(part);
	return sum.digest(encoding);
};

interface Signed {
	rawBody?: Buffer;
	secret?: string;
	/** Seconds ago. */
	age?: number;
}

type Sign = (how: Required<Signed>) => Pick<EventCall, 'headers' | 'query'>;

const stampOf = ({ age }: Required<Signed>) => String(Math.floor(NOW / 1000) - age);

/** How each platform signs. One that only knows a secret puts it where its description says. */
const signers: Readonly<Record<string, Sign>> = {
	tito: ({ rawBody, secret }) => ({
		headers: { 'Tito-Signature': hmac('base64', secret, rawBody) },
		query: {},
	}),
	'hi-events': ({ rawBody, secret }) => ({
		headers: { Signature: hmac('hex', secret, rawBody) },
		query: {},
	}),
	'ticket-tailor': (how) => ({
		headers: {
			'Tickettailor-Webhook-Signature': `t=${stampOf(how)},v1=${hmac('hex', how.secret, stampOf(how), how.rawBody)}`,
		},
		query: {},
	}),
	luma: (how) => ({
		headers: {
			'webhook-signature': `t=${stampOf(how)},v1=${'0'.repeat(64)},v1=${hmac('hex', how.secret, `${stampOf(how)}.`, how.rawBody)}`,
		},
		query: {},
	}),
};

const withSecret =
	({ signature }: Platform): Sign =>
	({ secret }) =>
		signature.query === undefined
			? { headers: { [signature.header]: secret }, query: {} }
			: { headers: {}, query: { [signature.query]: secret } };

const isSigned = ({ signature }: Platform) => signature.type.startsWith('hmac');

const callers = platforms.filter(({ arrival }) => arrival === 'webhook');
const table = callers.map((platform) => [platform.id, platform] as const);

describe.each(table)('a webhook of %s', (id, platform) => {
	const sign = signers[id] ?? withSecret(platform);
	const refused = async (
		call: Partial<EventCall>,
		{ secret = SECRET }: { secret?: string | null } = {},
	) => {
		const answer = await receiveEvent(
			{ platform, secret: secret ?? undefined },
			{ rawBody: BODY, headers: {}, query: {}, receivedAt, ...call },
		);
		return answer.ok ? undefined : answer.status;
	};
	const signed = (how: Signed = {}) => sign({ rawBody: BODY, secret: SECRET, age: 0, ...how });
	const verify = (call: Pick<EventCall, 'headers' | 'query'>, rawBody = BODY) =>
		platform.verify({ rawBody, ...call, secret: SECRET, now: NOW });

	it('is signed in a way the test knows', () => {
		expect(id in signers).toBe(isSigned(platform));
	});

	it('is believed as the platform sends it, whatever the case of its headers', () => {
		const { headers, query } = signed();
		const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
		expect(verify({ headers, query })).toEqual({ ok: true });
		expect(verify({ headers: Object.fromEntries(lower), query })).toEqual({ ok: true });
	});

	it('is refused when it carries no proof', async () => {
		expect(await refused({})).toBe(401);
		expect(verify({ headers: {}, query: {} })).toMatchObject({ reason: 'signature_missing' });
	});

	it('is refused when it is signed with another secret', async () => {
		expect(await refused(signed({ secret: 'whsec_another-secret' }))).toBe(401);
	});

	it.each([undefined, '', '   '])('is refused while the secret is %j', async (secret) => {
		expect(await refused(signed(), { secret: secret ?? null })).toBe(401);
		expect(
			await refused(signed({ secret: secret || 'undefined' }), { secret: secret ?? null }),
		).toBe(401);
	});

	it('is refused when its end is missing', async () => {
		const rawBody = BODY.subarray(0, -5);
		expect(await refused({ ...signed(), rawBody })).toBe(isSigned(platform) ? 401 : 400);
	});

	it.each([
		['is not there', ''],
		['is cut off', 'half'],
		['has something behind it', 'more'],
		['is of another kind', 't=1,v1=zz'],
		['is the secret itself', SECRET],
	])('is refused when the proof %s', async (_case, change) => {
		const { headers, query } = signed();
		const spoil = (value: unknown) => {
			const text = String(value);
			if (change === 'half') return text.slice(0, -7);
			return change === 'more' ? `${text}ff` : change;
		};
		const spoiled = (fields: object) =>
			Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, spoil(value)]));
		const call = { headers: spoiled(headers), query: spoiled(query) };
		// Where the secret is the proof, the secret is believed.
		const expected = change === SECRET && !isSigned(platform) ? 'ok' : false;
		expect(verify(call).ok || 'ok').toBe(expected === 'ok' ? true : 'ok');
		if (expected !== 'ok') expect(await refused(call)).toBe(401);
	});

	if (!isSigned(platform)) return;

	it.each([
		['one byte is another', Buffer.from(BODY.toString().replace('Ann', 'Anm'))],
		['it was parsed and written again', Buffer.from(JSON.stringify(JSON.parse(BODY.toString())))],
		['something was appended', Buffer.concat([BODY, Buffer.from(' ')])],
	])('is refused when %s', async (_case, rawBody) => {
		expect(await refused({ ...signed(), rawBody })).toBe(401);
		expect(verify(signed(), rawBody)).toMatchObject({ reason: 'signature_mismatch' });
	});
});

const stamped = table.filter(([id]) => ['ticket-tailor', 'luma'].includes(id));

describe.each(stamped)('a webhook of %s with a time stamp', (id, platform) => {
	const verify = (age: number, change: (header: string) => string = (header) => header) => {
		const { headers } = signers[id]!({ rawBody: BODY, secret: SECRET, age });
		const changed = Object.fromEntries(
			Object.entries(headers).map(([name, value]) => [name, change(String(value))]),
		);
		return platform.verify({ rawBody: BODY, headers: changed, secret: SECRET, now: NOW });
	};

	it.each([0, 240, -240])('is believed %d seconds later', (age) => {
		expect(verify(age)).toEqual({ ok: true });
	});

	it.each([301, 3600, 172_800, -301])('is refused %d seconds later, as a replay', (age) => {
		expect(verify(age)).toMatchObject({ ok: false, reason: 'signature_expired' });
	});

	it('is refused when a fresh stamp is put before an old signature', () => {
		const fresh = (header: string) => header.replace(/t=\d+/, `t=${Math.floor(NOW / 1000)}`);
		expect(verify(3600, fresh)).toMatchObject({ reason: 'signature_mismatch' });
	});

	it.each(['t=,v1=', 't=now,v1=00', 'v1=00', 't=1e9,v1=00'])('is refused with %s', (header) => {
		expect(verify(0, () => header)).toMatchObject({ reason: 'signature_malformed' });
	});
});
