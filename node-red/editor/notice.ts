import { button, el, icon } from './dom';
import { t } from './words';

export type Tone = 'ok' | 'failed' | 'skipped' | 'info' | 'busy';

const ICONS: Record<Tone, string> = {
	ok: 'check-circle',
	failed: 'times-circle',
	skipped: 'minus-circle',
	info: 'info-circle',
	busy: 'circle-o-notch fa-spin',
};

/** A line with an icon that says how it stands. */
export function notice(tone: Tone, message: string, ...more: HTMLElement[]): HTMLElement {
	return el(
		'div',
		{ class: `wae-notice wae-${tone}`, role: tone === 'failed' ? 'alert' : 'status' },
		icon(ICONS[tone]),
		el('div', {}, message, ...more),
	);
}

export function failure(message: string, retry: () => void): HTMLElement {
	const again = button(t('retry'), 'refresh', retry, 'red-ui-button-small wae-retry');
	return notice('failed', message, again);
}
