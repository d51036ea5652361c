import { el } from './dom.ts';
import { t } from './i18n.ts';
import { productRow } from './product.ts';
import type { Flow, Section } from './types.ts';

/** The products that a catalog, multi-product or product button shows. */
export function productList(sections: Section[]): HTMLElement[] {
	return sections.map(({ title, products }) =>
		el(
			'section',
			{ class: 'shop-section' },
			title === undefined ? undefined : el('h4', { attributes: { dir: 'auto' } }, title),
			el('ul', {}, ...products.map(productRow)),
		),
	);
}

/** What a flow button opens: the form's name and what it gets. */
export function flowFacts({ id, screen, token, data }: Flow): HTMLElement[] {
	const facts: [string, string | undefined][] = [
		[t('flowId'), id],
		[t('flowScreen'), screen],
		[t('flowToken'), token],
	];
	return [
		el('p', { class: 'flow-note' }, t('flowNote')),
		el(
			'dl',
			{ class: 'flow-facts' },
			...facts.flatMap(([term, value]) =>
				value === undefined ? [] : [el('dt', {}, term), el('dd', {}, value)],
			),
			...(data === undefined
				? []
				: [
						el('dt', {}, t('flowData')),
						el('dd', {}, el('pre', {}, JSON.stringify(data, null, 2))),
					]),
		),
	];
}
