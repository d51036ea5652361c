import { el, setText } from '../dom.ts';
import { t } from '../i18n.ts';
import type { Word } from '../i18n.ts';
import { dateTime } from '../time.ts';
import { spanText } from './span.ts';

const hourMs = 3_600_000;
const steps: readonly { word: Word; ms: number; testId: string }[] = [
	{ word: 'clockHour', ms: hourMs, testId: 'clock-hour' },
	{ word: 'clockDay', ms: 24 * hourMs, testId: 'clock-day' },
	{ word: 'clockMonth', ms: 30 * 24 * hourMs, testId: 'clock-month' },
];

export interface ClockCard {
	element: HTMLElement;
	update(now: number, offsetMs: number): void;
}

/** What time it is for the simulator, and buttons to let it pass. */
export function createClockCard(move: (offsetMs: number) => void): ClockCard {
	let offset = 0;
	const time = el('p', { class: 'clock-time', attributes: { 'data-testid': 'clock-time' } });
	const ahead = el('p', { class: 'hint' });
	const back = el(
		'button',
		{ class: 'text-button', attributes: { type: 'button' }, on: { click: () => move(0) } },
		t('clockBack'),
	);
	const element = el(
		'section',
		{ class: 'desk-card' },
		el('h3', {}, t('clock')),
		time,
		ahead,
		el(
			'div',
			{ class: 'actions' },
			...steps.map(({ word, ms, testId }) =>
				el(
					'button',
					{
						class: 'action',
						attributes: { type: 'button', 'data-testid': testId },
						// Two clicks are two steps, also before the first has come about.
						on: { click: () => move((offset += ms)) },
					},
					t(word),
				),
			),
			back,
		),
		el('p', { class: 'hint' }, t('clockHint')),
	);
	return {
		element,
		update(now, offsetMs) {
			offset = offsetMs;
			setText(time, dateTime(now));
			setText(
				ahead,
				offsetMs === 0 ? t('clockReal') : t('clockAhead', { span: spanText(offsetMs) }),
			);
			back.hidden = offsetMs === 0;
		},
	};
}
