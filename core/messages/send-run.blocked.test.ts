import { HealthCache } from '../account/health-cache';
import { sendingPlace } from '../account/sending-gate';
import { LOOK_AGAIN_FOR_MONEY_MS, LOOK_AGAIN_MS, SendingStates } from '../account/sending-states';
import { FakeClock } from '../testing/fake-clock';
import { refusal } from '../testing/scripted-transport';
import { templateRun, testAccount } from '../testing/template-run';
import type { PlannedMessage } from './send-guard';

const place = sendingPlace(testAccount);

const haltedStates = (clock: FakeClock, cause: 'ban' | 'money' = 'ban') => {
	const states = new SendingStates();
	const halt = {
		cause,
		message: 'WhatsApp has disabled the account',
		whatToDo: 'Ask for a review.',
	};
	states.halt({ account: place.account }, { ...halt, since: clock.now() }, clock.now());
	return states;
};

const reasons = (run: { outcomes: Array<{ outcome: string; reason?: string }> }) => [
	...new Set(run.outcomes.map(({ outcome, reason }) => `${outcome} ${reason ?? ''}`.trim())),
];

describe('a run of an account that is halted', () => {
	it('asks nobody, claims nothing, and says why', async () => {
		const clock = new FakeClock();
		const run = await templateRun({ count: 3, clock, states: haltedStates(clock) });
		expect(run.requests).toEqual([]);
		expect(run.ledger.calls).toEqual([]);
		expect(run.outcomes).toHaveLength(3);
		expect(run.outcomes[0]).toEqual({
			outcome: 'unsent',
			reason: 'account_blocked',
			message: 'Nothing leaves from this account at the moment: WhatsApp has disabled the account',
			whatToDo: 'Ask for a review.',
			recipient: '…0000',
			template: 'ticket_update',
			deliveryKey: expect.stringMatching(/^order-0:[0-9a-f]{20}$/),
		});
	});

	it('sends again once it is lifted', async () => {
		const clock = new FakeClock();
		const states = haltedStates(clock);
		states.lift({ account: place.account }, clock.now() + 1);
		expect(reasons(await templateRun({ count: 3, clock, states }))).toEqual(['accepted']);
	});

	it('looks for itself when the halt is old, and sends where WhatsApp says it can', async () => {
		const clock = new FakeClock();
		const states = haltedStates(clock);
		await clock.advance(LOOK_AGAIN_MS);
		const run = await templateRun({ count: 3, clock, states });
		expect(run.requests[0]).toMatchObject({
			method: 'GET',
			query: { fields: 'id,status,health_status' },
		});
		expect(reasons(run)).toEqual(['accepted']);
	});

	it('that begins while another one looks waits for that look, and sends as well', async () => {
		const clock = new FakeClock();
		const states = haltedStates(clock);
		await clock.advance(LOOK_AGAIN_MS);
		const runs = await Promise.all([
			templateRun({ count: 3, clock, states }),
			templateRun({ count: 3, clock, states }),
		]);
		expect(runs.flatMap(reasons)).toEqual(['accepted', 'accepted']);
		const looks = runs.flatMap(({ requests }) =>
			requests.filter(
				({ method, query }) => method === 'GET' && String(query?.fields).includes('health_status'),
			),
		);
		expect(looks).toHaveLength(1);
	});

	it('stays halted where WhatsApp says it cannot, and does not ask again at once', async () => {
		const clock = new FakeClock();
		const states = haltedStates(clock);
		await clock.advance(LOOK_AGAIN_MS);
		const first = await templateRun({ count: 3, clock, states, canSend: 'BLOCKED' });
		const second = await templateRun({ count: 3, clock, states, canSend: 'BLOCKED' });
		expect(reasons(first)).toEqual(['unsent account_blocked']);
		expect([first.requests.length, second.requests.length]).toEqual([1, 0]);
	});

	it.each([
		['LIMITED', 'unsent account_blocked'],
		['AVAILABLE', 'accepted'],
	])('is restricted until its end, or until WhatsApp says otherwise: %s', async (canSend, then) => {
		const clock = new FakeClock();
		const states = new SendingStates();
		const halt = { cause: 'restriction' as const, message: 'Restricted', whatToDo: 'Wait.' };
		const [since, until] = [clock.now(), clock.now() + 2 * LOOK_AGAIN_MS];
		states.halt({ account: place.account }, { ...halt, since, until }, since);
		await clock.advance(LOOK_AGAIN_MS);
		expect(reasons(await templateRun({ count: 1, clock, states, canSend }))).toEqual([then]);
	});

	it('only checks what a dry run checks', async () => {
		const clock = new FakeClock();
		const options = { dryRun: true };
		const run = await templateRun({ count: 1, clock, options, states: haltedStates(clock) });
		expect(reasons(run)).toEqual(['would_send']);
	});
});

describe('a batch in which the account comes to a halt', () => {
	it('leaves the rest unsent when a failed status says there is no money, and sends exactly that afterwards', async () => {
		const clock = new FakeClock();
		const states = new SendingStates();
		const unpaid = { cause: 'money' as const, message: 'It could not be paid', whatToDo: 'Buy.' };
		const answer = (n: number) => {
			if (n === 30) {
				states.halt({ account: place.account }, { ...unpaid, since: clock.now() }, clock.now());
			}
			return undefined;
		};
		const plan = { count: 100, clock, states, options: { concurrency: 5 } };
		const first = await templateRun({ ...plan, answer });
		expect(first.sentTo.length).toBeGreaterThanOrEqual(30);
		expect(first.sentTo.length).toBeLessThan(40);
		expect(reasons(first)).toEqual(['accepted', 'unsent batch_halted']);
		await clock.advance(LOOK_AGAIN_FOR_MONEY_MS);
		const second = await templateRun({ ...plan, ledger: first.ledger });
		expect(new Set([...first.sentTo, ...second.sentTo]).size).toBe(100);
		expect(first.sentTo.length + second.sentTo.length).toBe(100);
	});

	it.each([
		// Refused, not lost: a look at the account decides.
		[131042, 'accepted'],
		[131031, 'unsent account_blocked'],
		[131048, 'unsent account_blocked'],
		// A new token is in the credential at once: nothing is remembered of the old one.
		[190, 'accepted'],
	])('for %d tells the next run: %s', async (code, then) => {
		const clock = new FakeClock();
		const states = new SendingStates();
		const options = { concurrency: 1 };
		const first = await templateRun({
			count: 3,
			clock,
			states,
			options,
			answer: () => refusal(code),
		});
		expect(first.sentTo).toHaveLength(1);
		const next = await templateRun({ count: 1, clock, states, keyOf: () => 'other' });
		expect(reasons(next)).toEqual([then]);
	});
});

describe('before sending', () => {
	const guarded = (beforeSending: string) => ({ beforeSending });

	it('reads nothing unless it is asked to', async () => {
		const run = await templateRun({ count: 1, canSend: 'BLOCKED' });
		expect(reasons(run)).toEqual(['accepted']);
		expect(run.requests.filter(({ path }) => path.endsWith('106540352242922'))).toEqual([]);
	});

	it('skips every item where the account is blocked, and claims nothing', async () => {
		const options = guarded('account');
		const run = await templateRun({ count: 3, options, canSend: 'BLOCKED' });
		expect(reasons(run)).toEqual(['skipped account_blocked']);
		expect(run.outcomes[0]?.message).toContain('Nothing can be sent at the moment.');
		expect(run.ledger.calls).toEqual([]);
		expect(run.sentTo).toEqual([]);
	});

	it.each([['LIMITED'], ['AVAILABLE'], ['SOMETHING_ELSE'], [7]])(
		'sends where it is %j',
		async (canSend) => {
			const run = await templateRun({ count: 1, options: guarded('account'), canSend });
			expect(reasons(run)).toEqual(['accepted']);
		},
	);

	it('reads the health once a minute, however many runs there are', async () => {
		const clock = new FakeClock();
		const health = new HealthCache(clock);
		const plan = { count: 1, clock, health, options: guarded('account') };
		const reads = async (key: string) => {
			const { requests } = await templateRun({ ...plan, keyOf: () => key });
			return requests.filter(({ path }) => path.endsWith('106540352242922')).length;
		};
		expect(await reads('a')).toBe(1);
		expect(await reads('b')).toBe(0);
		await clock.advance(60_000);
		expect(await reads('c')).toBe(1);
	});

	it('asks the guard once, for what would be sent, each once', async () => {
		const asked: PlannedMessage[][] = [];
		const run = await templateRun({
			count: 4,
			options: guarded('credit'),
			keyOf: () => 'same',
			guard: async (planned) => {
				asked.push([...planned]);
				return { enough: true, message: 'Enough' };
			},
		});
		expect(asked).toEqual([Array(4).fill({ country: 'JP', category: 'UTILITY' })]);
		expect(reasons(run)).toEqual(['accepted']);
	});

	it('skips every item where there is not enough: nothing is claimed, and all is sent later', async () => {
		const message = '100 messages cost $3.20, and $0.96 are left';
		const plan = { count: 100, options: guarded('credit') };
		const first = await templateRun({
			...plan,
			guard: async () => ({ enough: false, message, whatToDo: 'Buy 2 credits.' }),
		});
		expect(first.outcomes[99]).toEqual({
			outcome: 'skipped',
			reason: 'no_credit',
			message,
			whatToDo: 'Buy 2 credits.',
			recipient: '…0099',
			template: 'ticket_update',
			deliveryKey: expect.stringMatching(/^order-99:/),
		});
		expect([first.sentTo, first.ledger.calls]).toEqual([[], []]);
		const { ledger } = first;
		const guard = async () => ({ enough: true, message: 'Enough' });
		expect(reasons(await templateRun({ ...plan, ledger, guard }))).toEqual(['accepted']);
	});

	it.each([
		['there is no guard', undefined],
		['the guard fails', () => Promise.reject(new Error('The provider did not answer'))],
	])('sends nothing where %s', async (_why, guard) => {
		const run = await templateRun({ count: 2, options: guarded('credit'), guard });
		expect(reasons(run)).toEqual(['skipped no_credit']);
		expect(run.sentTo).toEqual([]);
	});
});
