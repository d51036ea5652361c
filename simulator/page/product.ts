import { el } from './dom.ts';
import { icon } from './icons.ts';
import { t } from './i18n.ts';
import type { Product } from './types.ts';

/** A product on top of a message or a card. The demo catalog has no pictures: a drawing stands in. */
export function productCard(product: Product): HTMLElement {
	return el(
		'div',
		{ class: 'product', attributes: { 'data-testid': 'product' } },
		el('div', { class: 'product-picture' }, icon('bag')),
		productText(product),
	);
}

/** A product in a list. */
export function productRow(product: Product): HTMLLIElement {
	return el(
		'li',
		{ class: 'product-row' },
		el('span', { class: 'product-thumb' }, icon('bag')),
		productText(product),
	);
}

function productText({ name, price, retailerId }: Product): HTMLElement {
	return el(
		'div',
		{ class: 'product-text' },
		el('strong', { attributes: { dir: 'auto' } }, name ?? retailerId),
		el('span', {}, price ?? t('productId', { id: retailerId })),
	);
}
