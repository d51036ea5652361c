import { el, setAttribute } from './dom.ts';
import { icon } from './icons.ts';
import { t } from './i18n.ts';
import { ticksOf } from './ticks.ts';
import { clockTime, exactTime } from './time.ts';
import type { Message } from './types.ts';

export interface BubbleTicks {
	/** Time and ticks; a button that unfolds the details. */
	button: HTMLButtonElement;
	/** Every step with its time, the sender, the ids. */
	details: HTMLDListElement;
	update(message: Message): void;
}

export function createTicks(): BubbleTicks {
	const time = el('span', { class: 'ticks-time' });
	const mark = el('span', { class: 'ticks-mark' });
	const details = el('dl', { class: 'details', attributes: { hidden: true } });
	const button = el(
		'button',
		{
			class: 'ticks',
			attributes: { type: 'button', 'aria-expanded': 'false', 'data-testid': 'ticks' },
			on: {
				click: () => {
					details.hidden = !details.hidden;
					button.setAttribute('aria-expanded', String(!details.hidden));
					details.scrollIntoView({ block: 'nearest' });
				},
			},
		},
		time,
		mark,
	);

	function update(message: Message): void {
		const ticks = ticksOf(message);
		time.textContent = clockTime(message.at);
		mark.className = `ticks-mark is-${ticks.status}`;
		mark.replaceChildren(icon(ticks.icon));
		const steps = ticks.steps.map(({ status, at }): [string, string] => [
			t(status),
			at === undefined ? '' : exactTime(at),
		]);
		const spoken = steps.map(([step, at]) => `${step} ${at}`.trim()).join(' · ');
		setAttribute(button, 'title', spoken);
		setAttribute(
			button,
			'aria-label',
			`${clockTime(message.at)}. ${t('details', { status: t(ticks.status) })}`,
		);
		const more: [string, string | undefined][] = [
			[t('sender'), message.from?.display],
			[t('deliveryKey'), message.callbackData],
			[t('messageId'), message.id],
		];
		details.replaceChildren(
			...[...steps, ...more].flatMap(([term, value]) =>
				value === undefined ? [] : [el('dt', {}, term), el('dd', {}, value)],
			),
		);
	}

	return { button, details, update };
}
