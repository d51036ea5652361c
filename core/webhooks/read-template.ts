import { contentKey, isoTime, numberOf, type Change } from './change';
import { compact, objectAt, textAt } from './json';
import type { TemplateNotification } from './notification';
import { templateMessage } from './template-message';

/**
 * A template update: status, quality, category or components. Follows Meta,
 * "message_template_status_update" and its sister fields, which share the template's id, name and
 * language. Meta writes the language `en-US` here and `en_US` everywhere else.
 */
export function readTemplate(change: Change): TemplateNotification {
	const { value } = change;
	const rejection = objectAt(value, 'rejection_info');
	const other = objectAt(value, 'other_info');
	const reason = textAt(value, 'reason');
	const correct = textAt(value, 'correct_category');
	const facts = {
		event: textAt(value, 'event'),
		name: textAt(value, 'message_template_name'),
		language: textAt(value, 'message_template_language')?.replace(/-/g, '_'),
		category:
			correct ?? textAt(value, 'new_category') ?? textAt(value, 'message_template_category'),
		previousCategory:
			textAt(value, 'previous_category') ??
			// An announced change names today's category `new_category`.
			(correct && textAt(value, 'new_category')),
		reason: reason === 'NONE' ? undefined : reason,
		recommendation: textAt(rejection, 'recommendation'),
		detail:
			textAt(rejection, 'reason') ??
			textAt(other, 'description') ??
			textAt(other, 'title') ??
			textAt(objectAt(value, 'disable_info'), 'disable_date'),
		previousQuality: textAt(value, 'previous_quality_score'),
		quality: textAt(value, 'new_quality_score'),
	};
	return compact({
		kind: 'template' as const,
		output: 'templates' as const,
		field: change.field,
		key: contentKey('template', change, value),
		businessAccountId: change.businessAccountId,
		...numberOf(change),
		occurredAt: isoTime(change.entryTime),
		id: textAt(value, 'message_template_id'),
		...facts,
		...templateMessage({ ...facts, announced: correct !== undefined }),
		raw: value,
	});
}
