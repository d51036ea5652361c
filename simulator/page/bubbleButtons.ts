import { api } from './api.ts';
import { flowFacts, productList } from './bubbleSheets.ts';
import { el } from './dom.ts';
import { icon } from './icons.ts';
import type { IconName } from './icons.ts';
import { t } from './i18n.ts';
import { openSheet } from './sheet.ts';
import { toast, toastFailure } from './toast.ts';
import type { Button } from './types.ts';

const icons: Record<string, IconName> = {
	URL: 'link',
	PHONE_NUMBER: 'phone',
	VOICE_CALL: 'phone',
	COPY_CODE: 'copy',
	OTP: 'copy',
	CATALOG: 'bag',
	MPM: 'list',
	SPM: 'bag',
	FLOW: 'form',
};

/** Where a button is: on which phone, under which message, on which card. */
export interface Place {
	waId: string;
	messageId: string;
	cardIndex?: number;
}

/** The buttons under a message; each tap goes to the simulator, as it would to WhatsApp. */
export function bubbleButtons(buttons: Button[], place: Place): HTMLElement {
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
						click: () => void tap(button, place, element).catch(toastFailure(element)),
					},
				},
				icon(handsOver(button) ? 'device' : (icons[button.type] ?? 'reply')),
				el('span', { attributes: { dir: 'auto' } }, button.text),
			);
			return element;
		}),
	);
}

async function tap(button: Button, place: Place, near: Element): Promise<void> {
	const { waId, ...message } = place;
	const { code = '', text, sections, flow } = button;
	// Copying must begin within the click itself, or the browser refuses it.
	const copied = code === '' || handsOver(button) ? undefined : copy(code);
	const { opened } = await api.tap(waId, { ...message, buttonIndex: button.index });
	if (sections !== undefined) openSheet(near, text || t('products'), ...productList(sections));
	else if (flow !== undefined) openSheet(near, text || t('flow'), ...flowFacts(flow));
	else if (button.type === 'URL') {
		const url = opened ?? button.url ?? '';
		toast(t('opens', { url }), { near, url });
	} else if (button.type === 'PHONE_NUMBER') {
		toast(t('calls', { number: button.phoneNumber ?? opened ?? '' }), { near });
	} else if (button.type === 'VOICE_CALL') toast(t('callsBusiness'), { near });
	else if (handsOver(button)) toast(t('handsOver', { code }), { near });
	else if (copied !== undefined) {
		toast(t((await copied) ? 'copied' : 'copyFailed', { code }), { near });
	}
}

/** One-tap and zero-tap buttons give the code to an app instead of the clipboard. */
function handsOver({ otpType }: Button): boolean {
	return otpType !== undefined && otpType !== 'COPY_CODE';
}

async function copy(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return false; // no clipboard outside a secure context
	}
}
