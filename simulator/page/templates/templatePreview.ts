import { avatar } from '../avatar.ts';
import { createBubble } from '../bubble.ts';
import { el, setText } from '../dom.ts';
import { t } from '../i18n.ts';
import { toast, toastRegion } from '../toast.ts';
import { previewMessage } from './previewMessage.ts';
import type { Button, Message } from '../types.ts';
import type { Template } from './types.ts';

export interface TemplatePreview {
	element: HTMLElement;
	/** @param business the name at the top of the chat */
	update(template: Template, business: string): void;
}

/** The message on a phone, with samples in place; its buttons say what they would do. */
export function createTemplatePreview(): TemplatePreview {
	let message: Message | undefined;
	let drawn = '';
	const picture = el('span', { class: 'slot' });
	const name = el('span', { class: 'chat-business', attributes: { dir: 'auto' } });
	const list = el('ol', { class: 'chat-list' });
	const element = el(
		'section',
		{
			class: 'template-phone phone-frame',
			attributes: { 'data-testid': 'template-preview', 'aria-label': t('preview') },
		},
		el(
			'div',
			{ class: 'phone-screen' },
			el('div', { class: 'chat-header' }, picture, el('div', { class: 'chat-title' }, name)),
			el('div', { class: 'chat', attributes: { tabindex: '0', role: 'group' } }, list),
			toastRegion(),
		),
	);

	// Nothing was sent, so a tap must not reach the simulator.
	element.addEventListener(
		'click',
		(event) => {
			const button = event.target instanceof Element ? event.target.closest('button') : null;
			if (button?.dataset['testid'] !== 'bubble-button') return;
			event.stopPropagation();
			const card = button.closest<HTMLElement>('[data-testid="card"]')?.dataset['index'];
			const buttons =
				card === undefined ? message?.buttons : message?.cards?.[Number(card)]?.buttons;
			sayWhatItDoes(button, buttons?.[Number(button.dataset['index'])]);
		},
		{ capture: true },
	);

	return {
		element,
		update(template, business) {
			if (name.textContent !== business) {
				setText(name, business);
				picture.replaceChildren(avatar(business, '', 'is-business'));
			}
			// What it says changes with an edit only: a film goes on playing while a status changes.
			const now = JSON.stringify([template.id, template.components]);
			if (now === drawn) return;
			drawn = now;
			message = previewMessage(template, new Date().toISOString());
			const phone = { waId: 'preview', display: '', name: '', messages: [] };
			const bubble = createBubble(message, phone);
			bubble.element.lang = template.language.replaceAll('_', '-');
			list.replaceChildren(bubble.element);
		},
	};
}

function sayWhatItDoes(near: Element, button: Button | undefined): void {
	const text = near.textContent;
	if (button?.url !== undefined) {
		toast(t('opens', { url: button.url }), { near, url: button.url });
	} else if (button?.phoneNumber !== undefined) {
		toast(t('calls', { number: button.phoneNumber }), { near });
	} else if (button?.code !== undefined) {
		toast(t('copyFailed', { code: button.code }), { near });
	} else if (button?.type === 'QUICK_REPLY') {
		toast(t('previewReplies', { text }), { near });
	} else {
		toast(t('previewButton', { text }), { near });
	}
}
