import { el } from './dom.ts';
import { externalLink, webAddress } from './richText.ts';
import { SimulatorError } from './api.ts';
import { t } from './i18n.ts';

const shownMs = 5000;
const atOnce = 2;
const places = '.phone-screen, .panel, .templates-side, .templates-main, .ticketing-main';

interface ToastOptions {
	/** Where it happened: the note shows in that phone or panel, not across the whole page. */
	near: Element;
	url?: string;
	error?: boolean;
}

/** A place for notes; it must be in the page before a note comes, or nobody reads it out. */
export function toastRegion(): HTMLElement {
	return el('div', {
		class: 'toasts',
		attributes: { role: 'status', 'aria-live': 'polite', 'data-testid': 'toasts' },
	});
}

export function toast(text: string, { near, url, error }: ToastOptions): void {
	const region = near.closest(places)?.querySelector(':scope > .toasts');
	const link = webAddress(url);
	const note = el(
		'div',
		{ class: error ? 'toast is-error' : 'toast' },
		el('span', { attributes: { dir: 'auto' } }, text),
		link !== undefined && externalLink(link, t('openNow')),
	);
	region?.append(note);
	while (region && region.children.length > atOnce) region.firstElementChild?.remove();
	const leave = (): void => {
		if (note.matches(':hover, :focus-within')) setTimeout(leave, shownMs);
		else note.remove();
	};
	setTimeout(leave, shownMs);
}

/** What went wrong with a call to the simulator, in a sentence. */
export function reasonOf(error: unknown): string {
	if (error instanceof SimulatorError && error.status > 0) return error.message;
	return t('simulatorAway');
}

export function toastFailure(near: Element): (error: unknown) => void {
	return (error) => toast(t('failedAction', { error: reasonOf(error) }), { near, error: true });
}
