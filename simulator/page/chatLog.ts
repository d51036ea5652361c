import { createBubble } from './bubble.ts';
import type { Bubble } from './bubble.ts';
import { arrange, el } from './dom.ts';
import { icon } from './icons.ts';
import { t } from './i18n.ts';
import { dayLabel, dayOf } from './time.ts';
import { titleOf } from './phoneDisplay.ts';
import type { Message, Phone } from './types.ts';

const pageSize = 50;
const nearBottom = 90;

export interface ChatLog {
	element: HTMLElement;
	/** Leads back to the newest message, once one has scrolled away from it. */
	toLatest: HTMLButtonElement;
	update(phone: Phone): void;
	toBottom(): void;
}

/** The messages of one phone: day by day, the newest at the bottom and in view. */
export function createChatLog(first: Phone): ChatLog {
	let phone = first;
	let shown = pageSize;
	let newest: Message | undefined;
	/** Nobody has scrolled away from the newest message. */
	let follows = true;
	let bubbles = new Map<string, Bubble>();
	const days = new Map<string, HTMLLIElement>();
	const list = el('ol', {
		class: 'chat-list',
		attributes: { 'aria-label': t('chatOf', { name: titleOf(first) }) },
	});
	const earlier = el('button', {
		class: 'chat-earlier',
		attributes: { type: 'button' },
		on: {
			click: () => {
				const fromBottom = element.scrollHeight - element.scrollTop;
				follows = false;
				shown += pageSize;
				draw();
				element.scrollTop = element.scrollHeight - fromBottom;
			},
		},
	});
	const nothing = el('p', { class: 'chat-nothing' }, t('noMessages'));
	const element = el(
		'div',
		{ class: 'chat', attributes: { tabindex: '0', role: 'group' } },
		earlier,
		list,
		nothing,
	);
	element.setAttribute('aria-label', t('chatOf', { name: titleOf(first) }));

	function dayChip(at: string): HTMLLIElement {
		const day = dayOf(at);
		let chip = days.get(day);
		if (chip === undefined) {
			chip = el('li', { class: 'chat-day' }, el('span', {}, dayLabel(at)));
			days.set(day, chip);
		}
		return chip;
	}

	function draw(): void {
		const messages = phone.messages.slice(-shown);
		const next = new Map<string, Bubble>();
		const rows: Element[] = [];
		let day = '';
		for (const message of messages) {
			if (dayOf(message.at) !== day) {
				day = dayOf(message.at);
				const chip = dayChip(message.at);
				if (!rows.includes(chip)) rows.push(chip);
			}
			let bubble = bubbles.get(message.id);
			if (bubble === undefined) {
				const answered = phone.messages.find(({ id }) => id === message.context);
				bubble = createBubble(message, phone, answered);
			} else if (bubble.message !== message) bubble.update(message);
			next.set(message.id, bubble);
			rows.push(bubble.element);
		}
		bubbles = next;
		arrange(list, rows);
		const hiddenCount = phone.messages.length - messages.length;
		earlier.hidden = hiddenCount === 0;
		earlier.textContent = t('earlier', { count: Math.min(hiddenCount, pageSize) });
		nothing.hidden = phone.messages.length > 0;
	}

	function toBottom(): void {
		follows = true;
		element.scrollTop = element.scrollHeight;
		toLatest.hidden = true;
	}

	function isAtBottom(): boolean {
		return element.scrollHeight - element.scrollTop - element.clientHeight < nearBottom;
	}

	const toLatest = el(
		'button',
		{
			class: 'chat-latest',
			attributes: {
				type: 'button',
				hidden: true,
				title: t('toLatest'),
				'aria-label': t('toLatest'),
			},
			on: { click: toBottom },
		},
		icon('down'),
	);
	element.addEventListener('scroll', () => (toLatest.hidden = follows = isAtBottom()), {
		passive: true,
	});
	// A picture loads, the window shrinks and grows: no scrolling, but another bottom.
	const resized = new ResizeObserver(() => {
		if (follows) toBottom();
		else toLatest.hidden = isAtBottom();
	});
	resized.observe(element);
	resized.observe(list);

	return {
		element,
		toLatest,
		toBottom,
		update(next) {
			const before = newest;
			phone = next;
			newest = phone.messages.at(-1);
			draw();
			const wrote = newest?.direction === 'user' && newest.id !== before?.id;
			if (follows || wrote) toBottom();
			else toLatest.hidden = isAtBottom();
		},
	};
}
