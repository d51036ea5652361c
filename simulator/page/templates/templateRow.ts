import { templateAddress } from '../address.ts';
import { el, setAttribute, setText } from '../dom.ts';
import { categoryName } from '../i18n.ts';
import { languageName } from '../languageNames.ts';
import { qualityName } from './status.ts';
import { createStatusBadge } from './statusBadge.ts';
import type { Template } from './types.ts';

export interface TemplateRow {
	element: HTMLLIElement;
	update(template: Template, isShown: boolean): void;
}

/** One template in the list: its name, language and category, and where it stands. */
export function createTemplateRow({ name, language }: Template): TemplateRow {
	const badge = createStatusBadge();
	const facts = el('span', { class: 'template-row-facts' });
	const quality = el('span', { class: 'quality-dot', attributes: { 'aria-hidden': 'true' } });
	const link = el(
		'a',
		{
			class: 'template-row',
			attributes: {
				href: templateAddress({ name, language }),
				title: name,
				'data-testid': 'template-row',
				'data-name': name,
				'data-language': language,
			},
		},
		el('span', { class: 'template-row-name', attributes: { dir: 'ltr' } }, name),
		badge.element,
		el('span', { class: 'template-row-line' }, quality, facts),
	);
	return {
		element: el('li', {}, link),
		update(template, isShown) {
			badge.show(template.status);
			const score = template.quality_score?.score ?? 'UNKNOWN';
			quality.hidden = score === 'UNKNOWN';
			quality.className = `quality-dot is-${score.toLowerCase()}`;
			const said = [languageName(language), categoryName(template.category)];
			if (score !== 'UNKNOWN' && score !== 'GREEN') said.push(qualityName(score));
			setText(facts, said.join(' · '));
			setAttribute(link, 'data-status', template.status);
			setAttribute(link, 'aria-current', isShown ? 'true' : undefined);
		},
	};
}
