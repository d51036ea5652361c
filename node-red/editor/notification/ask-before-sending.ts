import { button, el, icon } from '../dom';
import type { CheckedState } from './notification-state';
import { count, money, n } from './notification-words';

/** What the form says of the time, for the question. */
export interface SendingTime {
	sendAt: string;
	timeZone: string;
	quietFrom: string;
	quietUntil: string;
}

/** The question before anything leaves: how many, who is left out, what it costs, when. */
export function askBeforeSending(
	state: CheckedState,
	{ sendAt, timeZone, quietFrom, quietUntil }: SendingTime,
	{ onSend, onCancel }: { onSend: () => void; onCancel: () => void },
): HTMLElement {
	const { waiting, unsent, leftOut, costWaiting } = state;
	const people = count(waiting + unsent);
	const { total, currency, unknown } = costWaiting;
	const sentences = [
		sendAt === ''
			? n('ask.now', { people })
			: n('ask.at', { people, at: sendAt.replace('T', ' '), zone: timeZone }),
		leftOut > 0 ? n('ask.leftOut', { leftOut: count(leftOut) }) : '',
		unknown > 0
			? n('ask.costUnknown', { cost: money(total, currency), unknown: count(unknown) })
			: n('ask.cost', { cost: money(total, currency) }),
		quietFrom !== '' && quietUntil !== '' && quietFrom !== quietUntil
			? n('ask.quiet', { from: quietFrom, until: quietUntil })
			: '',
	].filter(Boolean);
	const send = button(n('button.sendTo', { people }), 'paper-plane', onSend, 'wae-primary');
	send.id = 'wae-send-really';
	const [first, ...more] = sentences;
	return el(
		'div',
		{ class: 'wae-ask', role: 'alertdialog', 'aria-label': n('button.send') },
		el('strong', {}, icon('question-circle'), ' ', first),
		el('p', {}, more.join(' ')),
		el(
			'div',
			{ class: 'wae-recipients-row' },
			send,
			button(n('button.cancel'), undefined, onCancel),
		),
	);
}
