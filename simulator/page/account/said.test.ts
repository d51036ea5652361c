import { saidOfAction, saidOfEvent } from './said.ts';

const told = { field: 'account_update', event: 'DISABLED_UPDATE', url: 'http://127.0.0.1/x' };
const sent = { at: '2026-11-26T12:00:00.000Z', url: 'http://127.0.0.1/x', attempt: 1, ms: 3 };

describe('what came of an action on the account', () => {
	it('says that the workflow took it, with each webhook', () => {
		const said = saidOfAction('Banned', [{ ...told, status: 200, ms: 3 }]);
		expect(said).toMatchObject({
			title: 'Banned',
			said: { advice: 'The workflow took it.', good: true },
			calls: [{ webhook: 'account_update · DISABLED_UPDATE', status: 200 }],
		});
	});

	it('says who has not subscribed, and that Meta tells nothing of some', () => {
		expect(saidOfAction('Banned', [{ ...told, url: null }]).said).toEqual({
			advice: 'No webhook: nobody has subscribed account_update.',
			good: false,
		});
		expect(saidOfAction('Lifted', []).said).toMatchObject({ good: true });
	});

	it('advises on what the workflow answered', () => {
		const nobody = saidOfAction('Banned', [{ ...told, status: 0, error: 'ECONNREFUSED' }]);
		expect(nobody.said).toMatchObject({ good: false });
		expect(nobody.said.advice).toContain('Nobody answers');
	});
});

describe('what came of an event of Stripe', () => {
	it('is good when a forgery is refused, and bad when it is taken', () => {
		const answered = (status: number) =>
			saidOfEvent('Forged', 'x', [{ ...sent, status }], true).said.good;
		expect([answered(400), answered(401), answered(200), answered(500)]).toEqual([
			true,
			true,
			false,
			false,
		]);
	});

	it('says that there is no address yet', () => {
		expect(saidOfEvent('Paid', 'x', []).said).toEqual({
			advice: 'It was not sent: set the address of the workflow first.',
			good: false,
		});
	});
});
