import { fromMetaTemplate } from '../from-meta-template';
import type { TemplateDefinition } from '../definition';
import { STATE_FIELDS } from '../to-meta-template';
import type { AccountTemplate } from './account-template';
import { categoryDrift } from './category-drift';
import { rejectionOf } from './rejection';
import type { TemplateResult } from './result';
import { isSettled, STATUS_WORDS, statusOf, type TemplateStatus } from './status';

/** What is known of a template: all of it, or what Meta answered to its creation. */
export type TemplateFacts = Pick<
	AccountTemplate,
	'name' | 'language' | 'id' | 'status' | 'category'
> &
	Partial<AccountTemplate>;

/** What a result says about a template of the account. */
export function aboutTemplate(
	template: TemplateFacts,
	options: { asked?: string; priceCountry?: string } = {},
): Partial<TemplateResult> {
	const { rejectedReason, quality, lastUpdated } = template;
	const status = statusOf(template.status);
	const rejection = status === 'rejected' ? rejectionOf(rejectedReason) : undefined;
	const drift = categoryDrift(template, options.asked, options.priceCountry);
	return {
		name: template.name,
		language: template.language,
		id: template.id,
		...aboutStatus(status),
		category: template.category,
		...(drift ? { drift } : {}),
		...(quality ? { quality } : {}),
		...(rejection ? { rejection } : {}),
		...(lastUpdated ? { lastUpdated } : {}),
	};
}

export const aboutStatus = (status: TemplateStatus): Partial<TemplateResult> => ({
	status,
	statusText: STATUS_WORDS[status].en,
	approved: status === 'approved',
	settled: isSettled(status),
});

/** `“attendee_registration_confirmation” (pt_BR)`: how a template is called in a sentence. */
export const titleOf = ({ name, language }: { name: string; language: string }): string =>
	`“${name}” (${language})`;

/** How a template stands, in a sentence or two. */
export function statusSentence(template: AccountTemplate): { message: string; whatToDo?: string } {
	const status = statusOf(template.status);
	const { en, meaning } = STATUS_WORDS[status];
	const rejection = status === 'rejected' ? rejectionOf(template.rejectedReason) : undefined;
	const message = `${titleOf(template)}: ${en.toLowerCase()}`;
	return rejection
		? { message: `${message}. ${rejection.explanation}`, whatToDo: rejection.recommendation }
		: { message: `${message}. ${meaning}` };
}

/** The definition of a template of the account, without what only tells how it fares there. */
export function definitionOf(template: AccountTemplate): TemplateDefinition | undefined {
	const wanted = Object.entries(template.raw).filter(([key]) => !STATE_FIELDS.includes(key));
	return fromMetaTemplate(Object.fromEntries(wanted));
}
