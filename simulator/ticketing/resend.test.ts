import { createHmac } from 'node:crypto';
import { startSimulator, type Simulator } from '../index.ts';
import { call } from '../testing/caller.ts';
import { startReceiver, type Receiver } from '../testing/receiver.ts';

let simulator: Simulator;
let receiver: Receiver;
beforeEach(async () => {
	[simulator, receiver] = await Promise.all([startSimulator(), startReceiver()]);
});
afterEach(async () => {
	await simulator.close();
	await receiver.close();
});

const buyer = { firstName: 'Aiko', lastName: 'Tanaka', email: 'a@x.example', phone: '+81901' };

/** Registers somebody at Tito; the id of what was sent. */
async function delivered(): Promise<string> {
	const { json } = await call(simulator, 'POST', '/sim/ticketing/tito/register', {
		buyer,
		target: receiver.url,
		secret: 's3cret',
	});
	return (json['calls'] as [{ id: string }])[0].id;
}

const resend = (id: string, body: object) =>
	call(simulator, 'POST', `/sim/ticketing/deliveries/${id}/resend`, body);

const signatureOf = (raw: string, secret = 's3cret') =>
	createHmac('sha256', secret).update(raw).digest('base64');

describe('a webhook that is sent again', () => {
	it('has the same bytes and the same signature, as often as asked', async () => {
		const answer = await resend(await delivered(), { repeat: 5 });
		expect(answer.json['calls']).toHaveLength(5);
		const calls = await receiver.received(6);
		expect(new Set(calls.map(({ raw }) => raw)).size).toBe(1);
		for (const { headers, raw } of calls) {
			expect(headers['tito-signature']).toBe(signatureOf(raw));
		}
	});

	it('can be forged: the same body, signed by somebody who does not know the secret', async () => {
		const { json } = await resend(await delivered(), { forge: 'signature' });
		expect(json['calls']).toEqual([expect.objectContaining({ forge: 'signature' })]);
		const [genuine, forged] = await receiver.received(2);
		expect(forged?.raw).toBe(genuine?.raw);
		expect(forged?.headers['tito-signature']).not.toBe(genuine?.headers['tito-signature']);
	});

	it('can be cut off, with the signature of the whole', async () => {
		await resend(await delivered(), { forge: 'truncated' });
		const [genuine, cut] = await receiver.received(2);
		expect(genuine?.raw.startsWith(cut?.raw ?? 'missing')).toBe(true);
		expect(cut?.raw.length).toBeLessThan(genuine?.raw.length ?? 0);
		expect(cut?.headers['tito-signature']).toBe(genuine?.headers['tito-signature']);
	});

	it('is refused where it means nothing, or is not there any more', async () => {
		const id = await delivered();
		expect((await resend(id, { forge: 'timestamp' })).json['error']).toMatch(/signs no time/);
		expect((await resend('other', {})).json['error']).toMatch(/no delivery other/);
		expect(receiver.calls).toHaveLength(1);
	});

	it('says which forgeries mean something on a platform', async () => {
		const { json } = await call(simulator, 'GET', '/sim/ticketing');
		const forges = new Map(
			(json['platforms'] as { id: string; forges: string[] }[]).map(({ id, forges }) => [
				id,
				forges,
			]),
		);
		expect(forges.get('tito')).toEqual(['signature', 'truncated']);
		expect(forges.get('luma')).toContain('timestamp');
		expect(forges.get('eventbrite')).toContain('foreign-host');
		expect(forges.get('sessionize')).toEqual([]);
	});
});
