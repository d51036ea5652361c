import { api } from './api.ts';
import { el } from './dom.ts';
import { icon } from './icons.ts';
import type { IconName } from './icons.ts';
import { t } from './i18n.ts';
import { toast, toastFailure } from './toast.ts';
import type { Button } from './types.ts';

const icons: Record<string, IconName> = {
	URL: 'link',
	PHONE_NUMBER: 'phone',
	COPY_CODE: 'copy',
};

/** The buttons under a message; each tap goes to the simulator, as it would to WhatsApp. */
export function bubbleButtons(buttons: Button[], waId: string, messageId: string): HTMLElement {
	return el(
		'div',
		{ class: 'bubble-buttons' },
		...buttons.map((button) => {
			const element = el(
				'button',
				{
					attributes: {
						type: 'button',
						'data-testid': 'bubble-button',
						'data-type': button.type,
						'data-index': button.index,
					},
					on: {
						click: () => void tap(button, waId, messageId, element).catch(toastFailure(element)),
					},
				},
				icon(icons[button.type] ?? 'reply'),
				el('span', { attributes: { dir: 'auto' } }, button.text),
			);
			return element;
		}),
	);
}

async function tap(button: Button, waId: string, messageId: string, near: Element): Promise<void> {
	// Copying must begin within the click itself, or the browser refuses it.
	const copied = button.code === undefined ? undefined : copy(button.code);
	const { opened } = await api.tap(waId, messageId, button.index);
	if (button.type === 'URL') {
		const url = opened ?? button.url ?? '';
		toast(t('opens', { url }), { near, url });
	} else if (button.type === 'PHONE_NUMBER') {
		toast(t('calls', { number: button.phoneNumber ?? opened ?? '' }), { near });
	} else if (button.type === 'COPY_CODE') {
		const code = button.code ?? '';
		toast(t((await copied) === true ? 'copied' : 'copyFailed', { code }), { near });
	}
}

async function copy(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return false; // no clipboard outside a secure context
	}
}
