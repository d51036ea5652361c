import type { TicketingCall } from './types.ts';

export type Advice =
	| 'adviceAnswered'
	| 'adviceNoTarget'
	| 'adviceUnreachable'
	| 'adviceUnknownAddress'
	| 'adviceSecret'
	| 'adviceWorkflowFailed'
	| 'adviceRefused';

/** What an organiser should do about the answer a webhook call got. */
export function adviceFor(call: Pick<TicketingCall, 'status' | 'url'>): Advice {
	const { status = 0, url } = call;
	if (!url) return 'adviceNoTarget';
	if (status >= 200 && status < 300) return 'adviceAnswered';
	if (status === 404) return 'adviceUnknownAddress';
	if (status === 401 || status === 403) return 'adviceSecret';
	if (status >= 500) return 'adviceWorkflowFailed';
	return status < 100 ? 'adviceUnreachable' : 'adviceRefused';
}

/** The advice for the worst of several answers. */
export function adviceForAll(calls: readonly Pick<TicketingCall, 'status' | 'url'>[]): Advice {
	const advices = calls.map(adviceFor);
	return advices.find((advice) => advice !== 'adviceAnswered') ?? advices[0] ?? 'adviceNoTarget';
}
