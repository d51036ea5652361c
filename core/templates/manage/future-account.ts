import type { TemplateDefinition } from '../definition';
import { templateKey } from '../template';
import type { AccountTemplate } from './account-template';
import { definitionOf } from './describe-template';

/**
 * The templates of an account as they will be once a run is through: what checks for doubles compare a
 * definition with.
 */
export function futureAccount(
	present: readonly AccountTemplate[],
	batch: readonly TemplateDefinition[],
): TemplateDefinition[] {
	const replaced = new Set(batch.map(templateKey));
	const kept = present.filter((template) => !replaced.has(templateKey(template)));
	return [...kept.map(definitionOf).filter((one) => one !== undefined), ...batch];
}
