import { templateAddress } from '../address.ts';
import { el } from '../dom.ts';
import { t } from '../i18n.ts';
import { dateTime } from '../time.ts';
import { languageName } from '../languageNames.ts';
import { fromNow } from './span.ts';
import type { Template, TemplateAccount } from './types.ts';

/** How much of Meta's limits is used up, and when there is room again. */
export function limitsCard({ templates, creations, now }: TemplateAccount): HTMLElement {
	const again = creations.nextAt;
	return el(
		'section',
		{ class: 'desk-card', attributes: { 'data-testid': 'template-limits' } },
		el('h3', {}, t('limits')),
		meter(t('limitTemplates'), templates.count, templates.limit),
		meter(t('limitCreations'), creations.used, creations.perHour),
		again !== null &&
			el('p', { class: 'hint is-warning' }, t('creationsAgain', { when: fromNow(again - now) })),
	);
}

function meter(label: string, count: number, limit: number): HTMLElement {
	const said = t('limitTemplatesValue', { count, limit });
	return el(
		'div',
		{ class: 'meter' },
		el('span', {}, label),
		el('span', { class: 'meter-value' }, said),
		el('progress', {
			class: count >= limit ? 'is-full' : '',
			attributes: { value: Math.min(count, limit), max: Math.max(limit, 1), 'aria-label': label },
		}),
	);
}

/** The names that cannot be used yet. */
export function blockedCard({ blocked, now }: TemplateAccount): HTMLElement {
	const lines = blocked.map(({ name, language, until }) =>
		el(
			'li',
			{ attributes: { 'data-testid': 'blocked-name', 'data-name': name } },
			el('strong', { attributes: { dir: 'ltr' } }, name),
			` · ${language === null ? t('anyLanguage') : languageName(language)}`,
			el('small', {}, t('blockedUntil', { time: dateTime(until), when: fromNow(until - now) })),
		),
	);
	return el(
		'section',
		{ class: 'desk-card' },
		el('h3', {}, t('blockedNames')),
		el('p', { class: 'hint' }, t('blockedHint')),
		lines.length === 0
			? el('p', {}, t('blockedNone'))
			: el('ul', { class: 'plain-list' }, ...lines),
	);
}

/** The templates on their way out. */
export function deletingCard(deleting: readonly Template[], now: number): HTMLElement | undefined {
	if (deleting.length === 0) return undefined;
	return el(
		'section',
		{ class: 'desk-card' },
		el('h3', {}, t('deleting')),
		el(
			'ul',
			{ class: 'plain-list' },
			...deleting.map((template) => {
				const at = template.due?.find(({ what }) => what === 'remove')?.at;
				return el(
					'li',
					{},
					el('a', { attributes: { href: templateAddress(template) } }, template.name),
					` · ${languageName(template.language)}`,
					at !== undefined &&
						el('small', {}, t('blockedUntil', { time: dateTime(at), when: fromNow(at - now) })),
				);
			}),
		),
	);
}

/** Where the webhooks about templates go. */
export function hooksCard({ webhooks }: TemplateAccount): HTMLElement {
	return el(
		'section',
		{ class: 'desk-card' },
		el('h3', {}, t('hooks')),
		el(
			'ul',
			{ class: 'plain-list' },
			...Object.entries(webhooks).map(([field, url]) =>
				el(
					'li',
					{ class: url === null ? 'is-nobody' : '' },
					el('code', {}, field),
					el('small', { attributes: { dir: 'auto' } }, url ?? t('hooksNobody')),
				),
			),
		),
	);
}
