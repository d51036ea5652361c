import { startSimulator, type Simulator } from '../index.ts';
import { call, refusalOf } from '../testing/caller.ts';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(() => simulator.close());

const get = (path: string) => call(simulator, 'GET', `/v26.0/${path}`);

describe('a number', () => {
	it('answers with the asked fields', async () => {
		const { phoneNumberId } = simulator.credentials;
		const fields = 'verified_name,quality_rating,throughput,display_phone_number';
		expect((await get(`${phoneNumberId}?fields=${fields}`)).json).toEqual({
			id: phoneNumberId,
			verified_name: 'Test Conf',
			quality_rating: 'GREEN',
			throughput: { level: 'STANDARD' },
			display_phone_number: '+1 555-078-3881',
		});
	});

	it('has a high throughput when it is set so', async () => {
		const { phoneNumberId } = simulator.credentials;
		simulator.control.change({ throughput: { [phoneNumberId]: 1000 } });
		const { json } = await get(`${phoneNumberId}?fields=throughput`);
		expect(json['throughput']).toEqual({ level: 'HIGH' });
	});

	it('names account, business and app in its health', async () => {
		const { appId, businessAccountId, businessId, phoneNumberId } = simulator.credentials;
		const { json } = await get(`${phoneNumberId}?fields=health_status`);
		expect(json['health_status']).toEqual({
			can_send_message: 'AVAILABLE',
			entities: [
				{ entity_type: 'PHONE_NUMBER', id: phoneNumberId, can_send_message: 'AVAILABLE' },
				{ entity_type: 'WABA', id: businessAccountId, can_send_message: 'AVAILABLE' },
				{ entity_type: 'BUSINESS', id: businessId, can_send_message: 'AVAILABLE' },
				{ entity_type: 'APP', id: appId, can_send_message: 'AVAILABLE' },
			],
		});
	});

	it('takes on what is set for it', async () => {
		simulator.control.change({ account: { number: { quality_rating: 'RED' } } });
		const { json } = await get(`${simulator.credentials.phoneNumberId}?fields=quality_rating`);
		expect(json['quality_rating']).toBe('RED');
	});

	it('refuses a field that does not exist', async () => {
		const answer = await get(`${simulator.credentials.phoneNumberId}?fields=colour`);
		expect(refusalOf(answer).message).toContain('nonexisting field (colour)');
	});
});

describe('the account', () => {
	it('lists its numbers', async () => {
		const { businessAccountId, phoneNumberId } = simulator.credentials;
		const { json } = await get(`${businessAccountId}/phone_numbers?fields=id`);
		expect(json['data']).toEqual([{ id: phoneNumberId }, { id: expect.any(String) }]);
	});

	it('answers with the asked fields', async () => {
		const { businessAccountId } = simulator.credentials;
		expect((await get(`${businessAccountId}?fields=name,currency`)).json).toEqual({
			id: businessAccountId,
			name: 'Test Conf',
			currency: 'USD',
		});
	});

	it('does not answer for another id', async () => {
		expect(refusalOf(await get('404'))).toMatchObject({
			code: 100,
			error_subcode: 33,
			message: expect.stringContaining('Unsupported get request'),
		});
	});
});
