import type { MessageTemplate } from '../../core/templates/template';
import { el } from './dom';
import { humanised, tOr } from './words';

export const isApproved = ({ status }: MessageTemplate): boolean => status === 'APPROVED';

export const statusName = (status: string): string =>
	tOr(`status.${status.toLowerCase()}`, humanised(status.toLowerCase()));

export const categoryName = (category: string): string =>
	tOr(`category.${category.toLowerCase()}`, humanised(category.toLowerCase()));

/** Nothing for an approved template: that is what a list of templates is for. */
export function statusBadge(template: MessageTemplate): HTMLElement | undefined {
	if (isApproved(template)) return undefined;
	const waits = /PENDING|IN_REVIEW|IN_APPEAL|PAUSED/.test(template.status);
	return el(
		'span',
		{ class: `wae-badge ${waits ? 'wae-badge-waits' : 'wae-badge-stopped'}` },
		statusName(template.status),
	);
}
