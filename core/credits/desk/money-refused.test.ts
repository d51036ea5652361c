import { accountKey, type Account } from '../../account/account';
import { noteUpdates } from '../../account/note-updates';
import { haltOfRun, sendingPlace } from '../../account/sending-gate';
import { sendingStates } from '../../account/sending-states';
import { FakeClock } from '../../testing/fake-clock';
import { fixture } from '../../testing/fixture';
import { scriptedTransport } from '../../testing/scripted-transport';
import type { WebhookNotification } from '../../webhooks/notification';
import { readNotifications } from '../../webhooks/read-notifications';
import { creditsPage } from '../page';
import type { Purchase } from '../purchases/purchase';
import { CreditDesk } from './credit-desk';
import { guardAnswer } from './guard-answer';

const WABA = '102290129340398';
const account = {
	...{ apiUrl: 'https://graph.facebook.com', apiVersion: 'v26.0' },
	...{ businessAccountId: WABA, phoneNumberId: '106540352242922' },
} as Account;
const THEN = Date.parse('2026-11-26T06:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const { transport } = scriptedTransport(({ path, query }) => {
	const fields = query?.fields ?? '';
	if (path.endsWith('message_templates') || path.endsWith('extendedcredits'))
		return { body: { data: [] } };
	if (path.endsWith(account.phoneNumberId))
		return { body: fixture(`${__dirname}/../../account`, 'health-number') };
	if (fields.includes('pricing_analytics')) return { body: { id: WABA } };
	if (fields === 'health_status')
		return { body: fixture(`${__dirname}/../balance`, 'health-available') };
	if (fields.startsWith('id,name'))
		return { body: fixture(`${__dirname}/../../account`, 'health-account') };
	return { body: { id: WABA, currency: 'USD', timezone_id: '0', primary_funding_id: '6041' } };
});

const deskAt = (now: number, purchases?: Purchase[]) =>
	new CreditDesk({ clock: new FakeClock({ start: now }), account, transport, purchases });

/** A status of one message, as the trigger hears it. */
function status(name: 'failed' | 'delivered', at: number): void {
	const notifications = readNotifications(
		fixture(`${__dirname}/../../webhooks`, 'status-failed'),
	).notifications.map((one) => ({
		...one,
		...{ status: name, occurredAt: new Date(at).toISOString() },
		...(name === 'failed'
			? { errors: [{ code: 131042, title: 'Business eligibility payment issue' }] }
			: { errors: [], pricing: { billable: true } }),
	})) as WebhookNotification[];
	noteUpdates(sendingStates, account, notifications, at);
}

/** What everybody who asks is told at a time. */
async function toldAt(now: number, purchases?: Purchase[]) {
	const desk = deskAt(now, purchases);
	const [balance, health, guard] = [
		await desk.balance(),
		await desk.health(),
		await guardAnswer(desk, { days: 7 }),
	];
	const asOf = new Date(now).toISOString();
	const html = creditsPage({ title: 'Credits', asOf, balance, health, guard });
	return {
		balance: balance.lastMoneyError !== undefined,
		guard: !guard.enough && guard.message.includes('131042'),
		health: health.problems.some(({ code }) => code === 131042),
		page: /<p class="wan-warn"[^>]*>WhatsApp refused a message for money/.test(html),
	};
}

/** A run begins, and WhatsApp calls the account healthy. */
const tryAt = async (now: number) =>
	await haltOfRun(sendingStates, account, sendingPlace(account), {
		transport,
		clock: new FakeClock({ start: now }),
	});

const everybody = { balance: true, guard: true, health: true, page: true };
const nobody = { balance: false, guard: false, health: false, page: false };
const bought = (paidAt: number): Purchase => ({
	...{ paymentId: 'pi_1', credits: 40, amount: 80, currency: 'USD', by: 'stripe' },
	paidAt: new Date(paidAt).toISOString(),
});

afterEach(() => sendingStates.clear());

describe('a refusal for money, whoever is asked', () => {
	it('counts the same for balance, guard, health and page, also after sending was tried again', async () => {
		status('failed', THEN);
		expect(await toldAt(THEN + 1000)).toEqual(everybody);
		expect(await tryAt(THEN + MINUTE)).toBeUndefined();
		expect(await toldAt(THEN + 2 * MINUTE)).toEqual(everybody);
	});

	it('is over with a paid message that was delivered afterwards', async () => {
		status('failed', THEN);
		status('delivered', THEN - 1000);
		expect(await toldAt(THEN + MINUTE)).toEqual(everybody);
		status('delivered', THEN + 2 * MINUTE);
		expect(await toldAt(THEN + 3 * MINUTE)).toEqual(nobody);
	});

	it('is old news where it is heard after that message', async () => {
		status('delivered', THEN + MINUTE);
		status('failed', THEN);
		expect(await toldAt(THEN + 2 * MINUTE)).toEqual(nobody);
	});

	it('goes on after own credits were bought: they are no money at Meta', async () => {
		status('failed', THEN);
		expect(await toldAt(THEN + HOUR, [bought(THEN - HOUR), bought(THEN + MINUTE)])).toEqual(
			everybody,
		);
		expect(await toldAt(THEN + 2 * HOUR)).toEqual(everybody);
	});

	it('is over after a day', async () => {
		status('failed', THEN);
		expect(await toldAt(THEN + 24 * HOUR - 1)).toEqual(everybody);
		expect(await toldAt(THEN + 24 * HOUR)).toEqual(nobody);
	});

	it('is over for other accounts that it never was about', async () => {
		status('failed', THEN);
		const other = accountKey({ ...account, businessAccountId: '1' });
		expect(sendingStates.refusedForMoney(other, THEN)).toBeUndefined();
	});
});

describe('a run that is let go after a refusal for money', () => {
	const answerOf = async (now: number) => await guardAnswer(deskAt(now), { trying: true });

	it('is not held back by the guard: only sending shows whether there is money again', async () => {
		status('failed', THEN);
		expect(await tryAt(THEN + 1000)).toMatchObject({ cause: 'money' });
		expect(await tryAt(THEN + MINUTE)).toBeUndefined();
		const answer = await answerOf(THEN + MINUTE);
		expect(answer).toMatchObject({ enough: true, certain: false });
		expect(answer.message).toContain('131042');
		expect(answer.message).not.toContain('Nothing was refused');
	});

	it('is held back again by the next refusal', async () => {
		status('failed', THEN);
		await tryAt(THEN + MINUTE);
		status('failed', THEN + 2 * MINUTE);
		expect(await tryAt(THEN + 2 * MINUTE + 1000)).toMatchObject({ cause: 'money' });
	});
});
