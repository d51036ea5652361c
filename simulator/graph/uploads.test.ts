import { startSimulator, type Simulator } from '../index.ts';
import type { JsonObject } from '../json.ts';
import { call, refusalOf } from '../testing/caller.ts';
import { aBody, aTemplate, createTemplate, shownRefusal } from '../testing/templates.ts';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNg', 'base64');

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(() => simulator.close());

const announce = (change: JsonObject = {}) => {
	const asked = { file_name: 'poster.png', file_length: PNG.length, file_type: 'image/png' };
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries({ ...asked, ...change }))
		query.set(name, String(value));
	return call(
		simulator,
		'POST',
		`/v26.0/${simulator.credentials.appId}/uploads?${query.toString()}`,
	);
};
const session = async (change: JsonObject = {}) => String((await announce(change)).json['id']);

async function upload(id: string, bytes: Buffer, offset = '0', scheme = 'OAuth') {
	const response = await fetch(`${simulator.url}/v26.0/${id}`, {
		method: 'POST',
		headers: {
			Authorization: `${scheme} ${simulator.credentials.accessToken}`,
			file_offset: offset,
		},
		body: new Uint8Array(bytes),
	});
	return { status: response.status, json: (await response.json()) as JsonObject };
}

const handleOf = async (change: JsonObject = {}) =>
	String((await upload(await session(change), PNG)).json['h']);
const withHeader = (format: string, handle: string) =>
	createTemplate(
		simulator,
		aTemplate({
			components: [
				{ type: 'HEADER', format, example: { header_handle: [handle] } },
				aBody('The doors of the venue open at nine.'),
			],
		}),
	);

describe('a resumable upload', () => {
	it('gets a session and then a handle', async () => {
		const id = await session();
		expect(id).toMatch(/^upload:[\w-]+\?sig=ARZ/);
		expect(await upload(id, PNG)).toEqual({
			status: 200,
			json: { h: expect.stringMatching(/^4::aW1hZ2UvcG5n:AR/) },
		});
	});

	it('goes on where it stopped', async () => {
		const id = await session();
		expect((await upload(id, PNG.subarray(0, 10))).json).toEqual({ id, file_offset: 10 });
		expect((await call(simulator, 'GET', `/v26.0/${id}`)).json).toEqual({ id, file_offset: 10 });
		expect(refusalOf(await upload(id, PNG.subarray(10), '5')).code).toBe(100);
		expect((await upload(id, PNG.subarray(10), '10')).json).toHaveProperty('h');
	});

	it('that is cut off leaves what arrived', async () => {
		const id = await session();
		simulator.control.change({
			faults: [{ path: '/upload:', method: 'POST', times: 1, kind: 'reset', bytes: 12 }],
		});
		await expect(upload(id, PNG)).rejects.toThrow('fetch failed');
		expect((await call(simulator, 'GET', `/v26.0/${id}`)).json['file_offset']).toBe(12);
		expect((await upload(id, PNG.subarray(12), '12')).json).toHaveProperty('h');
	});

	it('whose answer was lost tells its handle again', async () => {
		const id = await session();
		const first = await upload(id, PNG);
		const again = await upload(id, Buffer.alloc(0), String(PNG.length));
		expect(again).toEqual(first);
	});

	it('is refused with Bearer in place of OAuth, and without an offset', async () => {
		const id = await session();
		expect(refusalOf(await upload(id, PNG, '0', 'Bearer'))).toMatchObject({
			code: 190,
			status: 401,
		});
		expect(refusalOf(await call(simulator, 'GET', '/v26.0/upload:bm9uZQ?sig=ARZ')).code).toBe(100);
	});

	it('is refused for other types and for another app', async () => {
		expect(refusalOf(await announce({ file_type: 'image/webp' })).message).toContain('file_type');
		expect(refusalOf(await announce({ file_length: 0 })).message).toContain('file_length');
		const other = await call(
			simulator,
			'POST',
			'/v26.0/999/uploads?file_length=1&file_type=image/png',
		);
		expect(refusalOf(other)).toMatchObject({ code: 100, error_subcode: 33 });
	});

	it('takes no more than was announced', async () => {
		expect(refusalOf(await upload(await session({ file_length: 10 }), PNG)).message).toContain(
			'longer',
		);
	});
});

describe('the handle', () => {
	it('is the sample of a header, and comes back as an address', async () => {
		const created = await withHeader('IMAGE', await handleOf());
		expect(created.status).toBe(200);
		const path = `/v26.0/${String(created.json['id'])}?fields=components`;
		const { json } = await call(simulator, 'GET', path);
		const [header] = json['components'] as { example: { header_handle: string[] } }[];
		const [address = ''] = header?.example.header_handle ?? [];
		expect(address.startsWith(`${simulator.url}/sim/samples/`)).toBe(true);
		const file = await fetch(address);
		expect(file.headers.get('content-type')).toBe('image/png');
		expect(Buffer.from(await file.arrayBuffer()).equals(PNG)).toBe(true);
	});

	it('is refused for a header of another kind', async () => {
		expect(shownRefusal(await withHeader('DOCUMENT', await handleOf()))).toMatchObject({
			code: 131009,
			error_subcode: 2494102,
		});
	});

	it('is refused when its upload never ended', async () => {
		const id = await session();
		await upload(id, PNG.subarray(0, 10));
		expect(shownRefusal(await withHeader('IMAGE', '4::aW1hZ2UvcG5n:none')).code).toBe(131009);
	});
});
