import { el } from './dom.ts';
import { t } from './i18n.ts';
import { previewOf, titleOf } from './phoneDisplay.ts';
import type { Change } from './store.ts';

const gatherMs = 700;

/** Reads new messages out to a screen reader; a burst becomes one sentence with the number. */
export function createAnnouncer(): { region: HTMLElement; announce(change: Change): void } {
	const region = el('div', {
		class: 'visually-hidden',
		attributes: { 'aria-live': 'polite', 'data-testid': 'announcer' },
	});
	let gathered: Change[] = [];

	function speak(): void {
		const last = gathered.at(-1);
		if (last === undefined) return;
		region.textContent =
			gathered.length > 2
				? t('newMessages', { count: gathered.length })
				: t('newMessage', { name: titleOf(last.phone), text: previewOf(last.message) });
		gathered = [];
	}

	return {
		region,
		announce(change) {
			if (gathered.push(change) === 1) setTimeout(speak, gatherMs);
		},
	};
}
