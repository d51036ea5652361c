import type { MessageTemplate } from '../../core/templates/template';
import { el } from './dom';
import { humanised, tOr } from './words';

export const isApproved = ({ status }: Pick<MessageTemplate, 'status'>): boolean =>
	status === 'APPROVED';

export const statusName = (status: string): string =>
	tOr(`status.${status.toLowerCase()}`, humanised(status.toLowerCase()));

export const categoryName = (category: string): string =>
	tOr(`category.${category.toLowerCase()}`, humanised(category.toLowerCase()));

/** How a template stands, in words and a colour. */
export function badgeOf(template: Pick<MessageTemplate, 'status'>): HTMLElement {
	const waits = /PENDING|IN_REVIEW|IN_APPEAL|PAUSED/.test(template.status);
	const tone = isApproved(template) ? 'ok' : waits ? 'waits' : 'stopped';
	return el('span', { class: `wae-badge wae-badge-${tone}` }, statusName(template.status));
}

/** Nothing for an approved template: that is what a list of templates to send is for. */
export const statusBadge = (template: MessageTemplate): HTMLElement | undefined =>
	isApproved(template) ? undefined : badgeOf(template);
