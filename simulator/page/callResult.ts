import { adviceFor, adviceForAll } from './advice.ts';
import { el } from './dom.ts';
import { icon } from './icons.ts';
import { t } from './i18n.ts';
import { clockTime } from './time.ts';
import type { TicketingCall } from './types.ts';

/** One webhook call in a line: where it went, what came back, how long it took. */
export function callLine(call: TicketingCall, name = call.platform, withTime = false): HTMLElement {
	const good = adviceFor(call) === 'adviceAnswered';
	const answer = call.status
		? t('callAnswered', { status: call.status, ms: Math.round(call.ms ?? 0) })
		: t('callFailed', { error: call.error ?? '—' });
	return el(
		'li',
		{ class: good ? 'call is-good' : 'call is-bad' },
		icon(good ? 'single' : 'failed'),
		el(
			'span',
			{},
			el('strong', {}, name),
			` ${answer}`,
			el('small', { attributes: { dir: 'ltr' } }, call.url),
		),
		withTime && el('time', {}, clockTime(call.at)),
	);
}

/** The outcome of a registration: each call, and what to do about the worst of them. */
export function registrationResult(
	order: string,
	calls: TicketingCall[],
	name?: string,
): HTMLElement {
	const advice = adviceForAll(calls);
	return callsResult(
		{ title: t('order', { order }), advice: t(advice), good: advice === 'adviceAnswered' },
		calls,
		name,
	);
}

/** What was done, what to make of the answers, and each call. */
export function callsResult(
	said: { title: string; advice: string; good: boolean },
	calls: TicketingCall[],
	name?: string,
): HTMLElement {
	return el(
		'div',
		{ class: said.good ? 'result is-good' : 'result is-bad' },
		el('strong', { attributes: { dir: 'auto' } }, said.title),
		el('p', {}, said.advice),
		calls.length > 0 && el('ul', {}, ...calls.map((call) => callLine(call, name ?? call.webhook))),
	);
}

export function registrationFailure(reason: string, advice?: string): HTMLElement {
	return el(
		'div',
		{ class: 'result is-bad' },
		el('strong', {}, t('notRegistered')),
		el('p', {}, reason),
		advice !== undefined && el('p', {}, advice),
	);
}
