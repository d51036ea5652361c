import { adviceForAll } from '../advice.ts';
import { t } from '../i18n.ts';
import type { Told } from '../ticketing/outcome.ts';
import type { TicketingCall } from '../types.ts';
import type { StripeCall, ToldWebhook } from './types.ts';

/** What became of an action: which webhooks went out, and how they were answered. */
export function saidOfAction(title: string, told: readonly ToldWebhook[]): Told {
	const unheard = told.filter(({ url }) => url === null);
	const calls = told.flatMap(({ url, field, event, ...answer }) =>
		url === null ? [] : [callOf(`${field} · ${event}`, { url, ...answer })],
	);
	if (told.length === 0) return { title, said: { advice: t('toldNothing'), good: true } };
	if (calls.length === 0) {
		const field = unheard[0]?.field ?? '';
		return { title, said: { advice: t('toldNobody', { field }), good: false } };
	}
	return { title, said: saidOf(calls), calls };
}

/** What became of an event of Stripe. */
export function saidOfEvent(
	title: string,
	name: string,
	sent: readonly StripeCall[],
	forged = false,
): Told {
	if (sent.length === 0) return { title, said: { advice: t('stripeUnsent'), good: false } };
	const calls = sent.map((call) => callOf(name, call));
	if (!forged) return { title, said: saidOf(calls), calls };
	const refused = sent.every(({ status }) => status >= 400 && status < 500);
	return {
		title,
		said: { advice: t(refused ? 'forgeryRefused' : 'forgeryTaken'), good: refused },
		calls,
	};
}

function saidOf(calls: TicketingCall[]): Told['said'] {
	const advice = adviceForAll(calls);
	const good = advice === 'adviceAnswered';
	return { advice: t(good ? 'workflowTookIt' : advice), good };
}

function callOf(
	webhook: string,
	call: { url: string; status?: number; ms?: number; error?: string; at?: string },
): TicketingCall {
	return {
		id: '',
		at: call.at ?? '',
		platform: '',
		action: 'register',
		webhook,
		attempt: 1,
		url: call.url,
		status: call.status ?? 0,
		ms: call.ms ?? 0,
		...(call.error === undefined ? {} : { error: call.error }),
	};
}
