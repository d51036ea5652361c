import { bubbleButtons } from './bubbleButtons.ts';
import { bubbleCards } from './bubbleCards.ts';
import { bubbleHeader } from './bubbleHeader.ts';
import { bubbleOffer } from './bubbleOffer.ts';
import { createTicks } from './bubbleTicks.ts';
import { el, setAttribute } from './dom.ts';
import { icon } from './icons.ts';
import { categoryName, t } from './i18n.ts';
import { previewOf, titleOf } from './phoneDisplay.ts';
import { richText } from './richText.ts';
import { ticksOf } from './ticks.ts';
import { clockTime } from './time.ts';
import type { Message, Phone } from './types.ts';

export interface Bubble {
	element: HTMLLIElement;
	message: Message;
	/** Only the status of a message changes; what it says stays. */
	update(message: Message): void;
}

export function createBubble(message: Message, phone: Phone, answered?: Message): Bubble {
	return message.direction === 'business'
		? businessBubble(message, phone)
		: ownBubble(message, phone, answered);
}

function shell(message: Message, label: string, ...content: (Node | undefined)[]): HTMLElement {
	return el(
		'article',
		{
			class: 'bubble',
			attributes: {
				'aria-label': label,
				'data-testid': 'bubble',
				'data-message-id': message.id,
				'data-direction': message.direction,
				'data-status': message.status,
			},
		},
		...content,
	);
}

function body(message: Message): HTMLElement | undefined {
	if (!message.body) return undefined;
	return el(
		'div',
		{ class: 'bubble-body', attributes: { dir: 'auto', 'data-testid': 'bubble-body' } },
		...richText(message.body),
	);
}

function businessBubble(first: Message, phone: Phone): Bubble {
	const ticks = createTicks();
	const reason = el('div', { class: 'bubble-reason', attributes: { 'data-testid': 'reason' } });
	const { header, offer, footer, buttons, cards, template } = first;
	const place = { waId: phone.waId, messageId: first.id };
	const choices = buttons && buttons.length > 0 ? bubbleButtons(buttons, place) : undefined;
	const article = shell(
		first,
		t('businessMessage', { name: first.from?.name ?? '' }),
		header && bubbleHeader(header),
		offer && bubbleOffer(offer),
		body(first),
		footer ? el('div', { class: 'bubble-footer', attributes: { dir: 'auto' } }, footer) : undefined,
		el('div', { class: 'bubble-meta' }, ticks.button),
		reason,
		choices,
	);
	const origin =
		template &&
		el(
			'p',
			{ class: 'bubble-template', attributes: { 'data-testid': 'template-line' } },
			originOf(first, template),
		);
	const row = cards && cards.length > 0 ? bubbleCards(cards, place) : undefined;
	const element = el('li', { class: 'message is-business' }, article, row, origin, ticks.details);

	const bubble: Bubble = { element, message: first, update };
	function update(message: Message): void {
		bubble.message = message;
		const { status, arrived } = ticksOf(message);
		setAttribute(article, 'data-status', status);
		element.classList.toggle('is-pending', !arrived);
		ticks.update(message);
		reason.hidden = status !== 'failed';
		if (status === 'failed') {
			// What never arrived cannot be tapped.
			for (const list of [choices, row]) {
				for (const button of list?.querySelectorAll('button') ?? []) button.disabled = true;
			}
			const why = [message.error?.code, message.error?.title].filter(Boolean).join(' · ');
			reason.replaceChildren(
				icon('failed'),
				el('span', {}, el('strong', {}, t('notDelivered')), ' ', why),
			);
		}
	}
	update(first);
	return bubble;
}

function ownBubble(message: Message, phone: Phone, answered?: Message): Bubble {
	const quote =
		answered &&
		el(
			'button',
			{
				class: 'quote',
				attributes: {
					type: 'button',
					'aria-label': t('repliedTo', { text: previewOf(answered) }),
				},
				on: { click: (event) => showMessage(event.currentTarget, answered.id) },
			},
			el('strong', {}, answered.from?.name ?? titleOf(phone)),
			el('span', { attributes: { dir: 'auto' } }, previewOf(answered)),
		);
	const article = shell(
		message,
		t('ownMessage', { name: titleOf(phone) }),
		quote,
		message.header && bubbleHeader(message.header),
		body(message),
		el(
			'div',
			{ class: 'bubble-meta' },
			el('time', { attributes: { datetime: message.at } }, clockTime(message.at)),
		),
	);
	const element = el('li', { class: 'message is-user' }, article);
	const bubble: Bubble = {
		element,
		message,
		update(next) {
			bubble.message = next;
		},
	};
	return bubble;
}

/** Scrolls the answered message of the same phone into view and lights it up for a moment. */
function showMessage(from: EventTarget | null, id: string): void {
	if (!(from instanceof Element)) return;
	const found = [...(from.closest('ol')?.querySelectorAll('[data-message-id]') ?? [])].find(
		(bubble) => bubble.getAttribute('data-message-id') === id,
	);
	found?.scrollIntoView({ block: 'center', behavior: 'smooth' });
	found?.classList.add('is-lit');
	setTimeout(() => found?.classList.remove('is-lit'), 1500);
}

/** What the message was made from, and the way it took. */
function originOf(message: Message, template: NonNullable<Message['template']>): string {
	const way = message.marketingMessages === true ? [t('marketingMessages')] : [];
	return [template.name, template.language, categoryName(template.category), ...way].join(' · ');
}
