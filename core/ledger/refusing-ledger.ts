import type { DeliveryLedger } from './ledger';

/** A ledger that cannot be asked: every message ends as `ledger_unavailable`, and none leaves. */
export function refusingLedger(reason: unknown): DeliveryLedger {
	const refuse = async (): Promise<never> => {
		throw reason;
	};
	return { claim: refuse, settle: refuse, release: refuse, leaveUnsettled: refuse };
}
