import { describeGraphError } from '../../graph/error';
import type { Clock } from '../../ports';
import type { TemplateDefinition } from '../definition';
import type { JsonObject } from '../json';
import type { TemplateSource } from '../read-templates';
import { toCreation } from '../to-meta-template';
import { createTemplate, editTemplate, type ChangeAnswer } from './change-template';
import { aboutStatus, aboutTemplate, titleOf } from './describe-template';
import { differences } from './differences';
import { after, type Step } from './plan-template';
import type { QuotaMarks } from './quota-marks';
import { readChangeRefusal } from './refusal-of-change';
import type { Samples } from './samples';
import { statusOf } from './status';
import type { Told } from './told';

/** What applying needs, besides the plan. */
export interface ApplyPorts {
	source: TemplateSource;
	samples: Samples;
	quota: QuotaMarks;
	clock: Clock;
	priceCountry?: string;
}

const DAY_MS = 24 * 3_600_000;

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
			? await createTemplate(ports.source, uploaded.meta, madeAs(definition))
			: await editTemplate(
					ports.source,
					step.template.id,
					editOf(uploaded.meta, step.changes),
					madeAs(definition),
				);
	if (answer.kind === 'done') return await done(definition, step, answer, ports);
	if (answer.kind === 'refused') {
		return { ...(await refused(definition, step, answer, ports)), ...about };
	}
	return { ...notDone(definition, answer), ...about };
}

const madeAs = (definition: TemplateDefinition) => ({
	name: definition.name,
	language: definition.language,
	isMade: (template: Parameters<typeof differences>[1] | undefined) =>
		template !== undefined && differences(definition, template).length === 0,
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

async function done(
	definition: TemplateDefinition,
	step: Exclude<Step, { do: 'nothing' }>,
	answer: Extract<ChangeAnswer, { kind: 'done' }>,
	{ quota, clock, priceCountry }: ApplyPorts,
): Promise<Told> {
	const options = { asked: definition.category, priceCountry };
	const status = answer.status ?? answer.template?.status ?? 'PENDING';
	const category =
		answer.category ??
		answer.template?.category ??
		(step.do === 'edit' && !step.changes.includes('category')
			? step.template.category
			: definition.category);
	const base = answer.template ?? (step.do === 'edit' ? step.template : undefined);
	const id = answer.id ?? base?.id ?? '';
	if (step.do === 'edit' && step.template.status === 'APPROVED') {
		await quota.edited(step.template.id, clock.now());
	}
	const about = aboutTemplate(
		{
			name: definition.name,
			language: definition.language,
			parameterFormat: 'NAMED',
			components: [],
			raw: {},
			id,
			status,
			category,
		},
		options,
	);
	const made = step.do === 'create' ? 'was created' : `was edited (${step.changes.join(', ')})`;
	const approved = statusOf(status) === 'approved';
	return {
		outcome: step.do === 'create' ? 'created' : 'edited',
		message: approved
			? `${titleOf(definition)} ${made}, and is approved`
			: `${titleOf(definition)} ${made}, and waits for approval`,
		...about,
		action: step.do,
		...(step.do === 'edit' && step.changes.length > 0 ? { changes: step.changes } : {}),
	};
}

async function refused(
	definition: TemplateDefinition,
	step: Exclude<Step, { do: 'nothing' }>,
	{ error }: Extract<ChangeAnswer, { kind: 'refused' }>,
	{ quota, clock, priceCountry }: ApplyPorts,
): Promise<Told> {
	if (error.class === 'auth' || error.class === 'permission' || error.class === 'setup') {
		return {
			outcome: 'failed',
			reason: 'halted',
			message: `WhatsApp does not let this account change templates: ${describeGraphError(error)}`,
			whatToDo: error.whatToDo,
			error,
		};
	}
	const { outcome, reason, whatToDo } = readChangeRefusal(error);
	const now = clock.now();
	const possible =
		reason === 'edited_recently' && step.do === 'edit'
			? ((await quota.editPossibleAt(step.template.id, now)) ??
				// Nothing is known of the edit, but it is not later than the last change.
				timeOf(after(step.template.lastUpdated, DAY_MS)))
			: reason === 'name_blocked'
				? await quota.namePossibleAt(definition.name, definition.language, now)
				: reason === 'creation_rate'
					? now + DAY_MS / 24
					: error.waitMs === undefined
						? undefined
						: now + error.waitMs;
	const about =
		step.do === 'edit'
			? aboutTemplate(step.template, { asked: definition.category, priceCountry })
			: {};
	const what = step.do === 'create' ? 'be created' : 'be edited';
	const time =
		possible === undefined || possible <= now ? undefined : new Date(possible).toISOString();
	return {
		...about,
		outcome,
		reason,
		message: `${titleOf(definition)} could not ${what}${outcome === 'waiting' ? ' yet' : ''}: ${describeGraphError(error)}`,
		whatToDo,
		...(time ? { possibleAt: time } : {}),
		...(step.do === 'edit' ? { changes: step.changes } : {}),
		error,
	};
}

const timeOf = (iso: string | undefined) => (iso === undefined ? undefined : Date.parse(iso));

/** The connection failed; Meta refuses a second one of the same name, so running again is safe. */
function notDone(
	definition: TemplateDefinition,
	answer: Extract<ChangeAnswer, { kind: 'notReached' | 'unclear' }>,
): Told {
	const known = answer.kind === 'notReached';
	return {
		outcome: 'failed',
		reason: known ? 'not_reached' : 'unclear',
		...aboutStatus('failed'),
		message: known
			? `${titleOf(definition)} was not sent: WhatsApp could not be reached (${answer.message})`
			: `Whether ${titleOf(definition)} arrived is not known: ${answer.message}`,
		whatToDo: 'Run it again: it looks what is there first, and nothing is made twice.',
	};
}
