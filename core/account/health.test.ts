import fc from 'fast-check';
import { TransportError, type GraphResponse, type Transport } from '../ports';
import { FakeClock } from '../testing/fake-clock';
import { fixture } from '../testing/fixture';
import { refusal } from '../testing/scripted-transport';
import type { WebhookNotification } from '../webhooks/notification';
import { readNotifications } from '../webhooks/read-notifications';
import { readHealth } from './health';

const account = {
	apiVersion: 'v26.0',
	businessAccountId: '102290129340398',
	phoneNumberId: '106540352242922',
};
const clock = new FakeClock({ start: Date.parse('2026-11-26T06:00:00Z') });

interface Answers {
	number?: unknown;
	business?: unknown;
	paused?: unknown;
	disabled?: unknown;
}

/** Each part by its fixture, or what a test wants of it. */
function answering(answers: Answers): Transport {
	const all = {
		number: fixture(__dirname, 'health-number'),
		business: fixture(__dirname, 'health-account'),
		paused: { data: [] },
		disabled: { data: [] },
		...answers,
	};
	return async ({ path, query }) => {
		const part = path.endsWith(account.phoneNumberId)
			? all.number
			: path.endsWith('/message_templates')
				? all[query?.status === 'PAUSED' ? 'paused' : 'disabled']
				: all.business;
		if (part instanceof Error) throw part;
		const isResponse =
			typeof part === 'object' && part !== null && 'status' in part && 'headers' in part;
		return isResponse ? (part as GraphResponse) : { status: 200, headers: {}, body: part };
	};
}

const healthOf = async (answers: Answers = {}, more: object = {}) =>
	await readHealth(answering(answers), account, { clock, ...more });

const update = (name: string): WebhookNotification[] =>
	readNotifications(fixture(`${__dirname}/../webhooks`, name)).notifications;

describe('the health of an account', () => {
	it('is one answer in plain words', async () => {
		expect(await healthOf({}, { usedToday: 1500 })).toEqual({
			canSend: 'yes',
			number: {
				id: '106540352242922',
				displayPhoneNumber: '+1 555-078-3881',
				displayName: 'Test Conf',
				status: 'CONNECTED',
				quality: 'GREEN',
				nameStatus: 'APPROVED',
				newNameStatus: 'NONE',
				verified: true,
				throughput: 'STANDARD',
			},
			account: {
				id: '102290129340398',
				name: 'Test WABA',
				review: 'APPROVED',
				verification: 'verified',
				currency: 'USD',
			},
			messagingLimit: { tier: 'TIER_2K', most: 2000, usedToday: 1500, leftToday: 500 },
			restrictions: [],
			templates: { paused: [], disabled: [] },
			problems: [],
			unread: [],
			sentences: [
				'Messages can be sent.',
				'The number +1 555-078-3881 is connected.',
				'Its quality is high.',
				'The display name “Test Conf” is approved.',
				'All numbers of the business together may begin conversations with 2,000 people in 24 hours; 1,500 are used as far as is known here, 500 are left.',
			],
			asOf: '2026-11-26T06:00:00.000Z',
		});
	});

	it('does not guess how much of the limit is used', async () => {
		const { messagingLimit, sentences } = await healthOf();
		expect(messagingLimit).toEqual({ tier: 'TIER_2K', most: 2000 });
		expect(sentences.at(-1)).toContain('how many of them are used today is not known');
	});

	it.each([
		['TIER_250', 250],
		['TIER_10K', 10_000],
		['TIER_100K', 100_000],
		['TIER_UNLIMITED', undefined],
		['TIER_SOON', undefined],
	])('reads the limit %s', async (tier, most) => {
		const number = {
			...fixture<object>(__dirname, 'health-number'),
			whatsapp_business_manager_messaging_limit: tier,
		};
		const { messagingLimit } = await healthOf({ number }, { usedToday: 300 });
		expect(messagingLimit.most).toBe(most);
		expect(messagingLimit.leftToday).toBe(most === undefined ? undefined : Math.max(0, most - 300));
	});

	it('is limited, with what Meta names as reason and solution', async () => {
		const health = await healthOf({ number: fixture(__dirname, 'health-number-limited') });
		expect(health).toMatchObject({
			canSend: 'limited',
			number: { quality: 'RED', verified: false, nameStatus: 'PENDING_REVIEW' },
			problems: [
				{ what: expect.stringContaining('display name has not been approved') as string },
				{
					code: 141010,
					what: 'The Business has not passed business verification.',
					whatToDo: expect.stringContaining('start or resolve') as string,
				},
			],
		});
		expect(health.sentences[0]).toBe(
			'Messages can be sent, but not all of them, or not to everybody.',
		);
	});

	it('is a no where the account is blocked, though the number is well', async () => {
		const health = await healthOf({ business: fixture(__dirname, 'health-account-blocked') });
		expect(health.canSend).toBe('no');
		expect(health.sentences.slice(0, 2)).toEqual([
			'Nothing can be sent at the moment.',
			expect.stringContaining('error with the payment method') as string,
		]);
	});

	it.each([
		['BANNED', 'no'],
		['PENDING', 'no'],
		['RESTRICTED', 'limited'],
		['CONNECTED', 'yes'],
		['SOMETHING_NEW', 'yes'],
	])('hears of the number’s status %s', async (status, canSend) => {
		const number = { ...fixture<object>(__dirname, 'health-number'), status };
		expect((await healthOf({ number })).canSend).toBe(canSend);
	});

	it('names the templates that are paused and disabled', async () => {
		const health = await healthOf({ paused: fixture(__dirname, 'templates-paused') });
		expect(health.templates).toEqual({
			paused: [{ name: 'ticket_update', language: 'en_US' }],
			disabled: [],
		});
		expect(health.sentences.at(-1)).toContain('ticket_update (en_US)');
	});

	it('knows of bans and restrictions from the last notifications', async () => {
		const seen = [...update('account-disabled'), ...update('account-restriction')];
		const now = new FakeClock({ start: Date.parse('2025-07-01T00:00:00Z') });
		const health = await readHealth(answering({}), account, { clock: now, seen });
		expect(health).toMatchObject({
			canSend: 'limited',
			ban: { state: 'DISABLE', date: 'April 17, 2025' },
			restrictions: [
				{ type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', until: '2025-07-07T01:39:08.000Z' },
			],
		});
		const later = await readHealth(answering({}), account, { clock, seen });
		expect(later.restrictions).toEqual([]);
	});

	it('asks for the sure fields where a version refuses the others', async () => {
		const asked: string[] = [];
		const transport: Transport = async (request) => {
			if (request.path.endsWith(account.phoneNumberId)) {
				asked.push(request.query?.fields ?? '');
				if (asked.length === 1) return refusal(100);
			}
			return await answering({ number: { id: '1', verified_name: 'Test Conf' } })(request);
		};
		const health = await readHealth(transport, account, { clock });
		expect(asked[1]).toBe('id,display_phone_number,verified_name,quality_rating');
		expect(health).toMatchObject({
			canSend: 'yes',
			number: { displayName: 'Test Conf' },
			unread: [],
		});
	});
});

describe('a part that could not be read', () => {
	it('says so, and the rest is read all the same', async () => {
		const health = await healthOf({ number: refusal(190), paused: refusal(200) });
		expect(health).toMatchObject({
			canSend: 'yes',
			account: { name: 'Test WABA' },
			unread: [
				{ part: 'number', why: expect.stringContaining('code 190') as string },
				{ part: 'templates', why: expect.stringContaining('code 200') as string },
			],
		});
		expect(health.sentences.join(' ')).toContain('The number could not be read: ');
	});

	it('leaves unknown whether anything can be sent, and never says no', async () => {
		const down = new TransportError('no answer came in time (ETIMEDOUT)', {
			left: true,
			code: 'ETIMEDOUT',
		});
		const health = await healthOf({ number: down, business: down, paused: down, disabled: down });
		expect(health.canSend).toBe('unknown');
		expect(health.unread.map(({ part }) => part)).toEqual(['number', 'account', 'templates']);
		expect(health.sentences[0]).toBe('Whether messages can be sent is not known.');
	});

	it.each([
		[null],
		['<html>'],
		[[]],
		[7],
		[{ health_status: 'fine', status: {} }],
		[{ health_status: { entities: [null, 3, { errors: 'x' }, { errors: [null, {}] }] } }],
	])('does not break the answer where it is %j', async (body) => {
		const strange = { status: 200, headers: {}, body };
		const health = await healthOf({ number: strange, business: strange, paused: strange });
		expect(health.sentences.length).toBeGreaterThan(0);
		expect(health.canSend).toBe('unknown');
	});

	it('never throws, whatever Meta answers', async () => {
		await fc.assert(
			fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), async (one, two, three) => {
				const answer = (body: unknown) => ({ status: 200, headers: {}, body });
				const health = await healthOf({
					number: answer(one),
					business: answer({
						id: '1',
						status: two,
						health_status: { can_send_message: one, entities: [two] },
					}),
					paused: answer({ data: three }),
				});
				expect(health.sentences[0]).toMatch(/sent/);
			}),
			{ numRuns: 60 },
		);
	});
});

test('after a refusal for money WhatsApp’s yes is no plain one, and the refusal is said last', async () => {
	const { canSend, problems, sentences } = await healthOf({}, { refusedForMoney: clock.now() });
	expect(canSend).toBe('yes');
	expect(problems.map(({ code }) => code)).toEqual([131042]);
	expect(sentences[0]).toBe('WhatsApp takes messages, but those that cost money may not be sent.');
	expect(sentences[1]).toMatch(/refused a message for money on 2026-11-26T06:00.*code 131042/);
});
