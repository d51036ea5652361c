import { bubbleButtons, type Place } from './bubbleButtons.ts';
import { bubbleHeader } from './bubbleHeader.ts';
import { el } from './dom.ts';
import { t } from './i18n.ts';
import { richText } from './richText.ts';
import type { Card } from './types.ts';

/** The cards of a carousel, side by side under the message; one scrolls through them. */
export function bubbleCards(cards: Card[], place: Place): HTMLElement {
	return el(
		'ul',
		{
			class: 'cards',
			attributes: { tabindex: '0', 'aria-label': t('cards'), 'data-testid': 'cards' },
		},
		...cards.map((card, position) => {
			const { header, body, buttons } = card;
			return el(
				'li',
				{
					class: 'card',
					attributes: {
						'aria-label': t('cardOf', { number: position + 1, count: cards.length }),
						'data-testid': 'card',
						'data-index': card.index,
					},
					// A mouse without a wheel for it gets on by clicking what is half in view.
					on: { click: showWhole },
				},
				header && bubbleHeader(header),
				body !== undefined &&
					el('div', { class: 'bubble-body', attributes: { dir: 'auto' } }, ...richText(body)),
				buttons && bubbleButtons(buttons, { ...place, cardIndex: card.index }),
			);
		}),
	);
}

function showWhole({ currentTarget }: Event): void {
	if (!(currentTarget instanceof Element)) return;
	currentTarget.scrollIntoView({ inline: 'nearest', block: 'nearest', behavior: 'smooth' });
}
