import { createHash } from 'node:crypto';
import { startSimulator, type Simulator } from '../index.ts';
import type { JsonObject } from '../json.ts';
import { call, namedBody, refusalOf, sendTemplate } from '../testing/caller.ts';

let now = Date.UTC(2026, 10, 22);
let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator({ clock: { now: () => now } });
});
afterEach(() => simulator.close());

const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x00, 0xff]);

async function upload(type: string, more: Record<string, string> = {}) {
	const form = new FormData();
	const fields = { messaging_product: 'whatsapp', ...more };
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	form.set('file', new Blob([bytes], { type }), 'poster.png');
	const { accessToken, phoneNumberId } = simulator.credentials;
	const response = await fetch(`${simulator.url}/v26.0/${phoneNumberId}/media`, {
		method: 'POST',
		headers: { Authorization: `Bearer ${accessToken}` },
		body: form,
	});
	return { status: response.status, json: (await response.json()) as JsonObject };
}

describe('uploaded media', () => {
	it('is described and can be downloaded with the token for five minutes', async () => {
		const { id } = (await upload('image/png')).json;
		const { json } = await call(simulator, 'GET', `/v26.0/${String(id)}`);
		expect(json).toEqual({
			messaging_product: 'whatsapp',
			url: expect.stringContaining('/whatsapp_business/attachments/?mid='),
			mime_type: 'image/png',
			sha256: createHash('sha256').update(bytes).digest('hex'),
			file_size: bytes.length,
			id,
		});
		const headers = { Authorization: `Bearer ${simulator.credentials.accessToken}` };
		const file = await fetch(String(json['url']), { headers });
		expect(Buffer.from(await file.arrayBuffer())).toEqual(bytes);
		expect((await fetch(String(json['url']))).status).toBe(401);
		now += 5 * 60 * 1000 + 1000;
		expect((await fetch(String(json['url']), { headers })).status).toBe(404);
	});

	it('is shown on the phone that it was sent to', async () => {
		const { id } = (await upload('image/png')).json;
		const header = { type: 'header', parameters: [{ type: 'image', image: { id } }] };
		await sendTemplate(simulator, 'poster_image', [header, namedBody({ first_name: 'A' })]);
		const shown = simulator.control.phones()[0]?.messages[0]?.header;
		expect(shown).toMatchObject({ type: 'image', mimeType: 'image/png' });
		const file = await fetch(shown?.url ?? '');
		expect(Buffer.from(await file.arrayBuffer())).toEqual(bytes);
	});

	it('is gone when it was deleted, or after thirty days', async () => {
		const { id } = (await upload('image/png')).json;
		const path = `/v26.0/${String(id)}`;
		expect((await call(simulator, 'DELETE', path)).json).toEqual({ success: true });
		expect(refusalOf(await call(simulator, 'GET', path)).error_subcode).toBe(33);
		const other = `/v26.0/${String((await upload('image/png')).json['id'])}`;
		now += 31 * 24 * 3600 * 1000;
		expect(refusalOf(await call(simulator, 'GET', other)).error_subcode).toBe(33);
	});

	it('is refused when WhatsApp does not take its type', async () => {
		const refusal = refusalOf(await upload('image/gif'));
		expect(refusal.message).toMatch(
			/^\(#100\) Param file must be a file with one of the following types: audio\/aac/,
		);
	});

	it('is refused without messaging_product', async () => {
		const refusal = refusalOf(await upload('image/png', { messaging_product: '' }));
		expect(refusal.message).toBe('(#100) The parameter messaging_product is required.');
	});
});
