import { api } from './api.ts';
import { avatar } from './avatar.ts';
import { createChatLog } from './chatLog.ts';
import { createComposer } from './composer.ts';
import { el, setText } from './dom.ts';
import { icon } from './icons.ts';
import { t } from './i18n.ts';
import { createMarketingButton } from './marketingButton.ts';
import { businessOf, numberOf, titleOf } from './phoneDisplay.ts';
import { clockTime } from './time.ts';
import { toastFailure, toastRegion } from './toast.ts';
import type { Phone } from './types.ts';

export interface PhoneView {
	element: HTMLElement;
	update(phone: Phone): void;
	isBusy(): boolean;
	/** Brings the phone to the reader's eye. */
	highlight(): void;
	toBottom(): void;
}

/** One person's phone: whose it is above, the chat with the business inside. */
export function createPhoneView(first: Phone, onBack: () => void): PhoneView {
	const { waId } = first;
	const chat = createChatLog(first);
	const composer = createComposer(waId);
	const name = el('h2', { class: 'phone-owner', attributes: { dir: 'auto' } });
	const number = el('span', { class: 'phone-number' });
	const ownerPicture = el('span', { class: 'slot' });
	const business = el('span', { class: 'chat-business', attributes: { dir: 'auto' } });
	const businessNumber = el('span', { class: 'chat-number' });
	const businessPicture = el('span', { class: 'slot' });
	const readButton = el(
		'button',
		{
			class: 'icon-button',
			attributes: { type: 'button', title: t('markRead'), 'aria-label': t('markRead') },
			on: { click: () => void api.read(waId).catch(toastFailure(chat.element)) },
		},
		icon('eye'),
	);

	const owner = el(
		'header',
		{ class: 'phone-caption' },
		el(
			'button',
			{
				class: 'icon-button phone-back',
				attributes: { type: 'button', 'aria-label': t('back') },
				on: { click: onBack },
			},
			icon('back'),
		),
		ownerPicture,
		el('div', { class: 'phone-who' }, name, number),
		createMarketingButton(first, toastFailure(chat.element)),
		readButton,
	);
	const statusBar = el(
		'div',
		{ class: 'phone-status', attributes: { 'aria-hidden': 'true' } },
		el('span', {}, clockTime(new Date().toISOString())),
		el('span', { class: 'phone-camera' }),
		el('span', { class: 'phone-battery' }),
	);
	const chatHeader = el(
		'div',
		{ class: 'chat-header' },
		businessPicture,
		el('div', { class: 'chat-title' }, business, businessNumber),
	);
	const element = el(
		'section',
		{
			class: 'phone',
			attributes: {
				tabindex: '-1',
				'data-testid': 'phone',
				'data-wa-id': waId,
				'aria-label': t('phoneOf', { name: titleOf(first) }),
			},
		},
		owner,
		el(
			'div',
			{ class: 'phone-frame' },
			el(
				'div',
				{ class: 'phone-screen' },
				statusBar,
				chatHeader,
				el('div', { class: 'chat-area' }, chat.element, chat.toLatest),
				toastRegion(),
				composer.element,
			),
		),
	);

	function update(phone: Phone): void {
		if (name.textContent !== titleOf(phone)) {
			setText(name, titleOf(phone));
			ownerPicture.replaceChildren(avatar(titleOf(phone), waId));
			composer.setName(phone.name.trim(), titleOf(phone));
			setText(number, titleOf(phone) === numberOf(phone) ? '' : numberOf(phone));
		}
		const from = businessOf(phone);
		const shownName = from?.name ?? t('noBusiness');
		if (business.textContent !== shownName) {
			setText(business, shownName);
			businessPicture.replaceChildren(avatar(shownName, from?.phoneNumberId ?? '', 'is-business'));
		}
		setText(businessNumber, from?.display ?? '');
		readButton.disabled = !phone.messages.some(({ status }) => status === 'delivered');
		chat.update(phone);
	}

	return {
		element,
		update,
		isBusy: composer.isBusy,
		toBottom: chat.toBottom,
		highlight() {
			element.classList.remove('is-chosen');
			void element.offsetWidth; // restarts the animation
			element.classList.add('is-chosen');
			element.focus({ preventScroll: true });
		},
	};
}
