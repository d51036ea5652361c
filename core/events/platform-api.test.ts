import { platformGet, PlatformApiError } from './platform-api';

const api = {
	address: 'https://api.example.com/v3',
	authorization: (token: string) => `Bearer ${token}`,
	fetch: async () => undefined,
};
const asked: Array<{ url: string; headers: Record<string, string> }> = [];
let answer: { status: number; body: unknown };
beforeEach(() => {
	asked.length = 0;
	answer = { status: 200, body: { id: '1' } };
});
const transport = async (request: { url: string; headers: Record<string, string> }) => {
	asked.push(request);
	return answer;
};
const get = (address?: string) =>
	platformGet({ name: 'Tickets', api }, { address, token: 'secret', transport });

describe('asking a platform', () => {
	it.each([
		'orders/1/?expand=attendees',
		'/orders/1/?expand=attendees',
		'https://api.example.com/v3/orders/1/?expand=attendees',
	])('takes %s', async (address) => {
		expect(await get()(address)).toEqual({ id: '1' });
		expect(asked).toMatchObject([
			{
				url: 'https://api.example.com/v3/orders/1/?expand=attendees',
				headers: { Authorization: 'Bearer secret' },
			},
		]);
	});

	it.each([
		'https://evil.example/v3/orders/1',
		'https://api.example.com.evil.example/v3/orders/1',
		'https://api.example.com@evil.example/v3/orders/1',
		'http://api.example.com/v3/orders/1',
		'https://api.example.com:8443/v3/orders/1',
		'https://user:pass@api.example.com/v3/orders/1',
		'https://api.example.com/v3/../admin',
		'https://api.example.com/v30/orders',
		'//evil.example/v3/orders',
		'../admin',
		'file:///etc/passwd',
		'https://',
	])('does not ask %s', async (address) => {
		await expect(get()(address)).rejects.toMatchObject({ kind: 'foreign_host' });
		expect(asked).toEqual([]);
	});

	it('asks where the organiser hosts it', async () => {
		await get('http://127.0.0.1:4000/pretix/api/v1/')('orders/1/');
		expect(asked[0]?.url).toBe('http://127.0.0.1:4000/pretix/api/v1/orders/1/');
	});

	it.each([
		['https://tickets.example', 'https://tickets.example/api/v1/orders/1/'],
		['https://tickets.example/api/v1/', 'https://tickets.example/api/v1/orders/1/'],
		['https://example.com/shop', 'https://example.com/shop/api/v1/orders/1/'],
	])('finds the API below %s', async (address, url) => {
		const hosted = { ...api, path: '/api/v1' };
		const access = { address, token: 'secret', transport };
		await platformGet({ name: 'Tickets', api: hosted }, access)('orders/1/');
		expect(asked[0]?.url).toBe(url);
	});

	it.each([
		[{ status: 401, body: {} }, 'refused'],
		[{ status: 403, body: {} }, 'refused'],
		[{ status: 404, body: {} }, 'not_found'],
		[{ status: 302, body: '' }, 'no_answer'],
		[{ status: 500, body: {} }, 'no_answer'],
		[{ status: 200, body: '<html>' }, 'no_answer'],
	])('%j is %s', async (given, kind) => {
		answer = given;
		await expect(get()('orders/1')).rejects.toMatchObject({ kind });
	});

	it('says what is missing when nothing is set up', async () => {
		const without = platformGet({ name: 'Tickets', api }, undefined);
		await expect(without('orders/1')).rejects.toBeInstanceOf(PlatformApiError);
		const hosted = platformGet(
			{ name: 'Tickets', api: { ...api, address: undefined } },
			{ token: 'secret', transport },
		);
		await expect(hosted('orders/1')).rejects.toMatchObject({ kind: 'not_set_up' });
	});
});
