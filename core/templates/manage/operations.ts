/** What Manage Template can do, in the order in which one does it. */
export const templateOperations = [
	'getReadyMade',
	'check',
	'preview',
	'apply',
	'submit',
	'getStatus',
	'get',
	'getMany',
	'delete',
] as const;

export type TemplateOperation = (typeof templateOperations)[number];

/** Operations whose input is a definition; the others name a template, or nothing. */
export const definitionOperations: readonly TemplateOperation[] = [
	'check',
	'preview',
	'apply',
	'submit',
];

/** Operations that change the account, and therefore have a dry run. */
export const changingOperations: readonly TemplateOperation[] = ['apply', 'submit', 'delete'];

/** Operations that can do without an account. */
export const accountlessOperations: readonly TemplateOperation[] = [
	'getReadyMade',
	'check',
	'preview',
];
