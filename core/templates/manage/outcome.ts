/** What became of one template in Manage Template; the table in docs/outcomes.md says what each means. */
export const templateOutcomes = [
	'ok',
	'problems',
	'planned',
	'unchanged',
	'created',
	'edited',
	'deleted',
	'waiting',
	'refused',
	'failed',
] as const;

export type TemplateOutcome = (typeof templateOutcomes)[number];

/** Stable codes a flow can branch on: docs/outcomes.md. */
export const templateReasons = [
	'definition_invalid',
	'check_failed',
	'same_batch',
	'template_missing',
	'template_unknown',
	'language_missing',
	'in_review',
	'edited_recently',
	'name_blocked',
	'being_deleted',
	'creation_rate',
	'template_limit',
	'status_fixed',
	'format_fixed',
	'sample_unreadable',
	'sample_refused',
	'app_missing',
	'refused',
	'rate_limited',
	'not_reached',
	'unclear',
	'stopped',
	'halted',
] as const;

export type TemplateReason = (typeof templateReasons)[number];
