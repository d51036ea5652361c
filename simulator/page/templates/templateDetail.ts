import { templateAddress } from '../address.ts';
import { el, setAttribute, setText } from '../dom.ts';
import { icon } from '../icons.ts';
import { categoryName, t } from '../i18n.ts';
import { createActionsCard } from './actionsCard.ts';
import { createDeliveriesCard } from './deliveriesCard.ts';
import { dueFacts, factsOf, sampleFacts } from './facts.ts';
import type { Fact } from './facts.ts';
import { createFactsCard } from './factsCard.ts';
import type { Action } from './fits.ts';
import { languageName } from '../languageNames.ts';
import { reasonName } from './status.ts';
import { createStatusBadge } from './statusBadge.ts';
import { createTemplatePreview } from './templatePreview.ts';
import type { Delivery, Template, TemplateAccount } from './types.ts';

export interface DetailContext {
	business: string;
	now: number;
	deliveries: readonly Delivery[];
	blocked: TemplateAccount['blocked'];
	/** The other templates that wait for a decision. */
	waiting: readonly Template[];
}

export interface TemplateDetail {
	element: HTMLElement;
	update(template: Template, context: DetailContext): void;
}

/** One template: as the phone shows it, what is known of it, and Meta's buttons. */
export function createTemplateDetail(
	first: Template,
	act: (action: Action, given: Record<string, unknown>) => Promise<boolean>,
): TemplateDetail {
	const badge = createStatusBadge('template-status');
	const origin = el('p', { class: 'template-origin' });
	const next = el('a', { class: 'secondary next-waiting' });
	const preview = createTemplatePreview();
	const actions = createActionsCard(first, act);
	const rejection = createFactsCard(t('rejectedTitle'), 'is-bad');
	const due = createFactsCard(t('due'));
	const facts = createFactsCard(t('facts'));
	const samples = createFactsCard(t('samples'));
	const deliveries = createDeliveriesCard();
	const element = el(
		'article',
		{
			class: 'template',
			attributes: { 'data-testid': 'template', 'data-name': first.name, tabindex: '-1' },
		},
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
			el('div', { class: 'template-title' }, el('h2', {}, first.name), origin),
			badge.element,
			next,
		),
		el(
			'div',
			{ class: 'template-columns' },
			preview.element,
			el(
				'div',
				{ class: 'desk-cards' },
				actions.element,
				rejection.element,
				due.element,
				facts.element,
				samples.element,
				deliveries.element,
			),
		),
	);

	return {
		element,
		update(template, context) {
			badge.show(template.status);
			setText(
				origin,
				`${languageName(template.language)} (${template.language}) · ${categoryName(template.category)}`,
			);
			const [nextWaiting] = context.waiting;
			next.hidden = nextWaiting === undefined;
			if (nextWaiting !== undefined) {
				setText(next, t('nextWaiting', { count: context.waiting.length }));
				setAttribute(next, 'href', templateAddress(nextWaiting));
			}
			preview.update(template, context.business);
			actions.update(template);
			rejection.update(rejectionFacts(template));
			due.update(dueFacts(template, context.now, context.blocked));
			facts.update(factsOf(template, context.now));
			samples.update(sampleFacts(template));
			deliveries.update(context.deliveries, template.id);
		},
	};
}

function rejectionFacts({ status, rejected_reason = 'NONE', rejection_info }: Template): Fact[] {
	if (rejected_reason === 'NONE' || !['REJECTED', 'IN_APPEAL'].includes(status)) return [];
	const facts: Fact[] = [[t('reason'), `${reasonName(rejected_reason)} (${rejected_reason})`]];
	if (rejection_info !== undefined) {
		facts.push([t('explanation'), rejection_info.reason]);
		facts.push([t('recommendation'), rejection_info.recommendation]);
	}
	return facts;
}
