import { startSimulator, type Simulator } from '../index.ts';
import { call, refusalOf, subscribe } from '../testing/caller.ts';
import { putPlainTemplates, sendPlain, settled, sim } from '../testing/money.ts';
import { startReceiver, type Receiver } from '../testing/receiver.ts';

let simulator: Simulator;
let receiver: Receiver;
let now: number;
const FIELDS = [
	'account_update',
	'account_alerts',
	'account_review_update',
	'business_capability_update',
	'phone_number_quality_update',
	'phone_number_name_update',
];
beforeEach(async () => {
	now = Date.UTC(2026, 10, 26, 12);
	receiver = await startReceiver();
	simulator = await startSimulator({
		clock: { now: () => now },
		settings: { statuses: { sentMs: 1, deliveredMs: 2, autoRead: false } },
	});
	putPlainTemplates(simulator);
	await subscribe(simulator, receiver.url, FIELDS);
});
afterEach(async () => {
	await simulator.close();
	await receiver.close();
});

const act = (action: string, given: object = {}) =>
	sim(simulator, 'POST', `/account/${action}`, given);

/** The changes that the receiver got, in order. */
const told = () =>
	receiver.calls.map(({ raw }) => {
		const body = JSON.parse(raw) as { entry: [{ changes: [{ field: string; value: object }] }] };
		return body.entry[0].changes[0];
	});

async function numberNode() {
	const { phoneNumberId } = simulator.credentials;
	const fields =
		'status,quality_rating,name_status,verified_name,health_status,whatsapp_business_manager_messaging_limit';
	return (await call(simulator, 'GET', `/v26.0/${phoneNumberId}?fields=${fields}`)).json;
}

describe('a ban', () => {
	it('refuses every send, shows in the health, is told, and is taken back', async () => {
		const banned = await act('ban');
		expect(banned).toMatchObject({
			account: { ban: { state: 'DISABLE', date: 'November 26, 2026' }, canSend: 'BLOCKED' },
			told: [{ field: 'account_update', event: 'DISABLED_UPDATE', status: 200 }],
		});
		expect(refusalOf(await sendPlain(simulator, '+819012345678'))).toMatchObject({
			status: 403,
			code: 131031,
		});
		expect(await numberNode()).toMatchObject({
			status: 'BANNED',
			health_status: { can_send_message: 'BLOCKED' },
		});
		await act('reinstate');
		expect((await sendPlain(simulator, '+819012345678')).status).toBe(200);
		expect(told().map(({ value }) => value)).toEqual([
			{
				event: 'DISABLED_UPDATE',
				ban_info: { waba_ban_state: 'DISABLE', waba_ban_date: 'November 26, 2026' },
			},
			{
				event: 'DISABLED_UPDATE',
				ban_info: { waba_ban_state: 'REINSTATE', waba_ban_date: 'November 26, 2026' },
			},
		]);
	});

	it('that is only scheduled stops nothing yet', async () => {
		await act('ban', { state: 'SCHEDULE_FOR_DISABLE' });
		expect((await sendPlain(simulator, '+819012345678')).status).toBe(200);
	});
});

describe('a restriction', () => {
	it('keeps templates back until it ends by itself', async () => {
		await act('restrict', { days: 3 });
		expect(told()[0]).toEqual({
			field: 'account_update',
			value: {
				event: 'ACCOUNT_RESTRICTION',
				restriction_info: [
					{
						restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING',
						expiration: Date.UTC(2026, 10, 29, 12) / 1000,
					},
				],
			},
		});
		expect(refusalOf(await sendPlain(simulator, '+819012345678'))).toMatchObject({
			status: 403,
			code: 368,
		});
		expect(await numberNode()).toMatchObject({
			status: 'RESTRICTED',
			health_status: { can_send_message: 'LIMITED' },
		});
		now += 3 * 86_400_000 - 1;
		expect((await sendPlain(simulator, '+819012345678')).status).toBe(403);
		now += 1;
		expect((await sendPlain(simulator, '+819012345678')).status).toBe(200);
		expect(await numberNode()).toMatchObject({ status: 'CONNECTED' });
		expect(await sim(simulator, 'GET', '/account')).toMatchObject({ restrictions: [] });
		expect(receiver.calls).toHaveLength(1);
	});

	it('of answers leaves templates alone, and can be lifted', async () => {
		const type = 'RESTRICTED_CUSTOMER_INITIATED_MESSAGING';
		await act('restrict', { type });
		await sim(simulator, 'POST', '/phones/819012345678/text', { text: 'Hello' });
		const answer = () =>
			call(simulator, 'POST', `/v26.0/${simulator.credentials.phoneNumberId}/messages`, {
				messaging_product: 'whatsapp',
				to: '+819012345678',
				text: { body: 'Hello' },
			});
		expect(refusalOf(await answer()).code).toBe(368);
		expect((await sendPlain(simulator, '+819012345678')).status).toBe(200);
		expect(await act('lift', { type })).toMatchObject({ account: { restrictions: [] }, told: [] });
		expect((await answer()).status).toBe(200);
	});
});

describe('other decisions', () => {
	it('change what Graph answers, and are told', async () => {
		await act('violation', { type: 'ALCOHOL' });
		await act('quality', { quality: 'RED' });
		await act('tier', { tier: 'TIER_2K' });
		await act('name', { decision: 'REJECTED', name: 'Best Conf', reason: 'NAME_EMPLOYEE_ISSUE' });
		expect(await numberNode()).toMatchObject({
			status: 'FLAGGED',
			quality_rating: 'RED',
			name_status: 'DECLINED',
			verified_name: 'Test Conf',
			whatsapp_business_manager_messaging_limit: 'TIER_2K',
			health_status: { can_send_message: 'LIMITED' },
		});
		await act('name', { decision: 'APPROVED', name: 'Best Conf' });
		await act('quality', { quality: 'GREEN' });
		await act('review', { decision: 'PENDING' });
		await act('volume-tier', { month: '2026-12' });
		await act('alert', { entity: 'BUSINESS', alert: 'OBA_APPROVED', severity: 'INFORMATIONAL' });
		expect(await numberNode()).toMatchObject({ status: 'CONNECTED', verified_name: 'Best Conf' });
		expect(told()).toEqual(
			[
				[
					'account_update',
					{ event: 'ACCOUNT_VIOLATION', violation_info: { violation_type: 'ALCOHOL' } },
				],
				['phone_number_quality_update', { event: 'FLAGGED', display_phone_number: '15550783881' }],
				['business_capability_update', { max_daily_conversations_per_business: 2000 }],
				[
					'phone_number_quality_update',
					{ event: 'DOWNGRADE', max_daily_conversations_per_business: 'TIER_2K' },
				],
				[
					'phone_number_name_update',
					{
						decision: 'REJECTED',
						requested_verified_name: 'Best Conf',
						rejection_reason: 'NAME_EMPLOYEE_ISSUE',
					},
				],
				['phone_number_name_update', { decision: 'APPROVED', rejection_reason: null }],
				['phone_number_quality_update', { event: 'UNFLAGGED' }],
				['account_review_update', { decision: 'PENDING' }],
				[
					'account_update',
					{
						event: 'VOLUME_BASED_PRICING_TIER_UPDATE',
						volume_tier_info: {
							tier_update_time: now / 1000,
							pricing_category: 'UTILITY',
							tier: '250001:2000000',
							effective_month: '2026-12',
							region: 'Brazil',
						},
					},
				],
				[
					'account_alerts',
					{
						entity_type: 'BUSINESS',
						entity_id: simulator.credentials.businessId,
						alert_info: {
							alert_severity: 'INFORMATIONAL',
							alert_status: 'ACTIVE',
							alert_type: 'OBA_APPROVED',
							alert_description: 'Set in the simulator.',
						},
					},
				],
			].map(([field, value]) => ({
				field,
				value: expect.objectContaining(value as object) as unknown,
			})),
		);
	});

	it('count the people reached outside their window in a day', async () => {
		await sendPlain(simulator, '+819012345678');
		await sendPlain(simulator, '+819012345678');
		await sendPlain(simulator, '+819012345679');
		await sim(simulator, 'POST', '/phones/819012345670/text', { text: 'Hello' });
		await sendPlain(simulator, '+819012345670');
		await settled(simulator);
		expect(await sim(simulator, 'GET', '/account')).toMatchObject({ used: 2, limit: 10_000 });
		now += 24 * 3_600_000 + 1000;
		expect(await sim(simulator, 'GET', '/account')).toMatchObject({ used: 0 });
	});

	it('are told as often as wanted, and to nobody where nobody has subscribed', async () => {
		expect((await act('ban', { duplicates: 2 }))['told']).toHaveLength(3);
		expect(new Set(receiver.calls.map(({ raw }) => raw)).size).toBe(1);
		await call(
			simulator,
			'DELETE',
			`/v26.0/${simulator.credentials.businessAccountId}/subscribed_apps`,
		);
		expect(await act('reinstate')).toMatchObject({
			told: [{ field: 'account_update', event: 'DISABLED_UPDATE', url: null }],
		});
	});

	it('that do not fit are answered with a sentence', async () => {
		await expect(act('reinstate')).rejects.toThrow('The account is not disabled.');
		await expect(act('lift')).rejects.toThrow('There is no such restriction.');
		await expect(act('tier', { tier: 'TIER_10K' })).rejects.toThrow('this already');
		await expect(act('toString')).rejects.toThrow('The action is one of ban, reinstate');
	});
});
