import { isEventOver } from './event-over';
import type { Notice } from './notice';
import type { LeftOutReason, PlanOptions } from './planned-message';

const HOUR = 3_600_000;

/** Why nobody at all is told about this notice, or undefined. */
export function reasonAgainst(notice: Notice, options: PlanOptions): LeftOutReason | undefined {
	const { now, maxAgeHours = 24, includeTest = false, whenPaymentUnknown = 'send' } = options;
	if (notice.test && !includeTest) return 'test_order';
	if (notice.type === 'registration.completed') {
		const payment = notice.order?.payment;
		if (payment === 'unpaid') return 'not_paid';
		if (payment === 'unknown' && whenPaymentUnknown === 'leave_out') return 'payment_unknown';
	}
	if (isEventOver(notice.event, now)) return 'event_over';
	const occurredAt = Date.parse(notice.occurredAt);
	if (now - occurredAt > maxAgeHours * HOUR) return 'too_old';
	return undefined;
}
