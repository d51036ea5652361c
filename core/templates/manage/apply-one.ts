import type { TemplateDefinition } from '../definition';
import type { JsonObject } from '../json';
import type { TemplateSource } from '../read-templates';
import { toCreation } from '../to-meta-template';
import type { AccountTemplate } from './account-template';
import { applied, notDone, refused, type ToldPorts } from './applied';
import { createTemplate, editTemplate, type Change } from './change-template';
import { differences } from './differences';
import type { Step } from './plan-template';
import type { Samples } from './samples';
import type { Told } from './told';

/** What applying needs, besides the plan. */
export interface ApplyPorts extends ToldPorts {
	source: TemplateSource;
	samples: Samples;
}

/** Does what was planned for one definition. Never throws. */
export async function applyStep(
	definition: TemplateDefinition,
	step: Exclude<Step, { do: 'nothing' }>,
	index: number,
	ports: ApplyPorts,
): Promise<Told> {
	const creation = toCreation(definition);
	const about = { name: definition.name, language: definition.language, action: step.do };
	const uploaded = await ports.samples.uploaded(creation, index);
	if ('problem' in uploaded) {
		const { error, ...problem } = uploaded.problem;
		return { ...problem, ...about, ...(error ? { error: error.error } : {}) };
	}
	const answer =
		step.do === 'create'
			? await createTemplate(ports.source, uploaded.meta, madeAs(definition, isEqual))
			: await editTemplate(
					ports.source,
					step.template.id,
					editOf(uploaded.meta, step.changes),
					// An edit sends it into review: while it reads rejected, the edit has not arrived.
					madeAs(
						definition,
						(wanted, there) => there.status !== 'REJECTED' && isEqual(wanted, there),
					),
				);
	if (answer.kind === 'done') return await applied(definition, step, answer, ports);
	if (answer.kind === 'refused') {
		return { ...(await refused(definition, step, answer.error, ports)), ...about };
	}
	return { ...notDone(definition, answer), ...about };
}

const isEqual = (wanted: TemplateDefinition, there: AccountTemplate): boolean =>
	differences(wanted, there).length === 0;

const madeAs = (
	definition: TemplateDefinition,
	isMade: (wanted: TemplateDefinition, there: AccountTemplate) => boolean,
): Change => ({
	name: definition.name,
	language: definition.language,
	isMade: (template) => template !== undefined && isMade(definition, template),
});

/** An edit names the components as a whole; the category only where it is to change. */
function editOf(creation: JsonObject, changes: readonly string[]): JsonObject {
	const content = changes.filter((part) => part !== 'timeToLive' && part !== 'category');
	const onlyTtl = changes.length > 0 && content.length === 0 && !changes.includes('category');
	return {
		...(onlyTtl ? {} : { components: creation.components }),
		...(changes.includes('category') ? { category: creation.category } : {}),
		...(changes.includes('timeToLive')
			? { message_send_ttl_seconds: creation.message_send_ttl_seconds }
			: {}),
	};
}
