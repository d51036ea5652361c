import { t } from '../i18n.ts';
import type { Platform, TicketingCall } from '../types.ts';
import { adviceOnAction, adviceOnResend } from './adviceOnCalls.ts';

const platform = {
	arrival: 'webhook',
	polled: ['add-speaker'],
	targets: [{ id: '1', target: 'http://x/', secretSet: true, actions: ['register', 'go-live'] }],
} as unknown as Platform;

const answered = (...statuses: number[]): TicketingCall[] =>
	statuses.map((status) => ({ status, url: 'http://x/' }) as TicketingCall);

describe('what to make of the answers', () => {
	it('follows the worst of them', () => {
		expect(adviceOnAction(platform, 'register', answered(200, 204))).toEqual({
			advice: t('adviceAnswered'),
			good: true,
		});
		expect(adviceOnAction(platform, 'register', answered(200, 401))).toEqual({
			advice: t('adviceSecret'),
			good: false,
		});
	});

	it('expects no message for a change that concerns nobody else', () => {
		const said = adviceOnAction(platform, 'update-ticket', answered(200));
		expect(said).toEqual({ advice: t('adviceNoMessage'), good: true });
		expect(adviceOnAction(platform, 'update-ticket', answered(401)).advice).toBe(t('adviceSecret'));
	});

	it('says why nothing was sent', () => {
		const advice = (of: Platform, action: 'register' | 'cancel-order' | 'add-speaker') =>
			adviceOnAction(of, action, []);
		expect(advice({ ...platform, arrival: 'poll' }, 'register').advice).toBe(t('advicePolled'));
		expect(advice(platform, 'add-speaker')).toEqual({ advice: t('adviceOnlyApi'), good: true });
		expect(advice({ ...platform, targets: [] }, 'register')).toEqual({
			advice: t('adviceNobodyListens'),
			good: false,
		});
		expect(advice(platform, 'cancel-order').advice).toBe(t('adviceNotSubscribed'));
		expect(advice(platform, 'register')).toEqual({ advice: t('adviceSaidNothing'), good: true });
	});
});

describe('what to make of a webhook that was sent again', () => {
	it('is content when a duplicate is taken', () => {
		expect(adviceOnResend(answered(200, 200))).toEqual({
			advice: t('adviceDuplicate'),
			good: true,
		});
		expect(adviceOnResend(answered(200, 500)).advice).toBe(t('adviceWorkflowFailed'));
	});

	it('is content when a forgery is refused, and only then', () => {
		const forged = (...statuses: number[]) => adviceOnResend(answered(...statuses), 'signature');
		expect(forged(401)).toEqual({ advice: t('adviceForgeryRefused'), good: true });
		expect(forged(200)).toEqual({ advice: t('adviceForgeryTaken'), good: false });
		expect(forged(401, 200).good).toBe(false);
		expect(adviceOnResend(answered(200), 'timestamp').advice).toBe(t('adviceSpoiltTaken'));
		expect(forged(500)).toEqual({ advice: t('adviceWorkflowFailed'), good: false });
		expect(forged(404)).toEqual({ advice: t('adviceUnknownAddress'), good: false });
		expect(forged(0).advice).toBe(t('adviceUnreachable'));
	});
});
