import { el } from '../dom.ts';
import { icon } from '../icons.ts';
import { t } from '../i18n.ts';
import { createClockCard } from './clockCard.ts';
import { blockedCard, deletingCard, hooksCard, limitsCard } from './limitsCard.ts';
import { createReviewCard } from './reviewCard.ts';
import type { Settings, Template, TemplateAccount, TemplateSettings } from './types.ts';

interface Actions {
	move(offsetMs: number): void;
	change(settings: Partial<TemplateSettings>): void;
}

export interface AccountView {
	element: HTMLElement;
	update(account: TemplateAccount, settings: Settings, templates: readonly Template[]): void;
	/** The clock runs on between what the simulator says. */
	tick(now: number): void;
}

/** How the account stands with Meta's limits, who reviews, and what time it is. */
export function createAccountView(actions: Actions): AccountView {
	let offsetMs = 0;
	let drawn = '';
	const clock = createClockCard(actions.move);
	const review = createReviewCard(actions.change);
	const standing = el('div', { class: 'desk-cards' });
	const element = el(
		'article',
		{ class: 'template', attributes: { 'data-testid': 'template-account', tabindex: '-1' } },
		el(
			'header',
			{ class: 'template-head' },
			el(
				'a',
				{
					class: 'icon-button template-back',
					attributes: { href: '#templates', 'aria-label': t('back') },
				},
				icon('back'),
			),
			el('div', { class: 'template-title' }, el('h2', {}, t('account'))),
		),
		el('p', { class: 'template-intro' }, t('templatesIntro')),
		el(
			'div',
			{ class: 'account-columns' },
			el('div', { class: 'desk-cards' }, clock.element, review.element),
			standing,
		),
	);

	return {
		element,
		tick: (now) => clock.update(now, offsetMs),
		update(account, settings, templates) {
			offsetMs = settings.clock.offsetMs;
			clock.update(account.now, offsetMs);
			review.update(settings.templates);
			const deleting = templates.filter(({ status }) => status === 'PENDING_DELETION');
			const now = JSON.stringify([account, deleting.map(({ id }) => id)]);
			if (now === drawn) return;
			drawn = now;
			standing.replaceChildren(
				...[
					limitsCard(account),
					deletingCard(deleting, account.now),
					blockedCard(account),
					hooksCard(account),
				].filter((card) => card !== undefined),
			);
		},
	};
}
