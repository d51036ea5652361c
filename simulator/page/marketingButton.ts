import { api } from './api.ts';
import { el } from './dom.ts';
import { icon } from './icons.ts';
import { t } from './i18n.ts';
import type { Phone } from './types.ts';

/** What WhatsApp itself offers in a chat with a business: to stop its marketing messages, and to resume them. */
export function createMarketingButton(
	{ waId, marketingStopped }: Phone,
	onFailure: (error: unknown) => void,
): HTMLButtonElement {
	let stopped = marketingStopped === true;
	const button = el(
		'button',
		{
			class: 'icon-button',
			attributes: { type: 'button', 'data-testid': 'phone-marketing' },
			on: { click: () => void toggle() },
		},
		icon('mute'),
	);

	async function toggle(): Promise<void> {
		try {
			await api.marketing(waId, stopped ? 'resume' : 'stop');
			stopped = !stopped;
			show();
		} catch (error) {
			onFailure(error);
		}
	}

	function show(): void {
		button.title = t(stopped ? 'resumeMarketing' : 'stopMarketing');
		button.setAttribute('aria-label', button.title);
		button.setAttribute('aria-pressed', String(stopped));
	}

	show();
	return button;
}
