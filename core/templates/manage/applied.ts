import { codesOf, describeGraphError, type GraphError } from '../../graph/error';
import type { Clock } from '../../ports';
import type { TemplateDefinition } from '../definition';
import type { ChangeAnswer } from './change-template';
import { aboutStatus, aboutTemplate, titleOf } from './describe-template';
import { after, type Step } from './plan-template';
import type { QuotaMarks } from './quota-marks';
import { readChangeRefusal } from './refusal-of-change';
import type { TemplateReason } from './outcome';
import { statusOf } from './status';
import { runAgainFrom, type Told } from './told';

type ChangingStep = Exclude<Step, { do: 'nothing' }>;

export interface ToldPorts {
	quota: QuotaMarks;
	clock: Clock;
	priceCountry?: string;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Meta took a creation or an edit. */
export async function applied(
	definition: TemplateDefinition,
	step: ChangingStep,
	answer: Extract<ChangeAnswer, { kind: 'done' }>,
	{ quota, clock, priceCountry }: ToldPorts,
): Promise<Told> {
	if (step.do === 'edit' && step.template.status === 'APPROVED') {
		await quota.edited(step.template.id, clock.now());
	}
	const before = step.do === 'edit' ? step.template : undefined;
	const keepsCategory = step.do === 'edit' && !step.changes.includes('category');
	const { template } = answer;
	const status = answer.status ?? template?.status ?? 'PENDING';
	const about = aboutTemplate(
		{
			name: definition.name,
			language: definition.language,
			id: answer.id ?? template?.id ?? before?.id ?? '',
			status,
			category:
				answer.category ??
				template?.category ??
				(keepsCategory ? step.template.category : definition.category),
		},
		{ asked: definition.category, priceCountry },
	);
	const now = statusOf(status) === 'approved' ? 'and is approved' : 'and waits for approval';
	return {
		outcome: step.do === 'create' ? 'created' : 'edited',
		message: `${titleOf(definition)} ${madeWords(step)}, ${now}`,
		...about,
		action: step.do,
		...(step.do === 'edit' && step.changes.length > 0 ? { changes: step.changes } : {}),
	};
}

function madeWords(step: ChangingStep): string {
	if (step.do === 'create') return 'was created';
	return step.changes.length > 0 ? `was edited (${step.changes.join(', ')})` : 'was sent in again';
}

/** Meta refused it: for good, for now, or whatever this account would ask. */
export async function refused(
	definition: TemplateDefinition,
	step: ChangingStep,
	error: GraphError,
	ports: ToldPorts,
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
	const { outcome, reason, why, whatToDo } = readChangeRefusal(error);
	const possibleAt = await possibleFrom(reason, definition, step, error, ports);
	const { priceCountry } = ports;
	const because = why ? `${why} (${codesOf(error)})` : describeGraphError(error);
	const yet = outcome === 'waiting' ? ' yet' : '';
	return {
		...(step.do === 'edit'
			? {
					...aboutTemplate(step.template, { asked: definition.category, priceCountry }),
					changes: step.changes,
				}
			: {}),
		outcome,
		reason,
		message: `${titleOf(definition)} could not be ${step.do === 'create' ? 'created' : 'edited'}${yet}: ${because}`,
		whatToDo: runAgainFrom(possibleAt) ?? whatToDo,
		...(possibleAt ? { possibleAt } : {}),
		error,
	};
}

/** When what Meta refused for now will be possible, as far as that is known. */
async function possibleFrom(
	reason: TemplateReason,
	{ name, language }: TemplateDefinition,
	step: ChangingStep,
	{ waitMs }: GraphError,
	{ quota, clock }: ToldPorts,
): Promise<string | undefined> {
	const now = clock.now();
	const at = async () => {
		if (reason === 'creation_rate') return now + HOUR_MS;
		if (reason === 'name_blocked') return await quota.namePossibleAt(name, language, now);
		if (reason === 'edited_recently' && step.do === 'edit') {
			const { id, lastUpdated } = step.template;
			const atTheLatest = after(lastUpdated, DAY_MS);
			// Nothing may be known of the edit, but it was not later than the last change.
			return (await quota.editPossibleAt(id, now)) ?? (atTheLatest && Date.parse(atTheLatest));
		}
		return waitMs === undefined ? undefined : now + waitMs;
	};
	const time = await at();
	return time && time > now ? new Date(time).toISOString() : undefined;
}

/** The connection failed; Meta refuses a second one of the same name, so running again is safe. */
export function notDone(
	definition: TemplateDefinition,
	answer: Extract<ChangeAnswer, { kind: 'notReached' | 'unclear' }>,
): Told {
	const title = titleOf(definition);
	const known = answer.kind === 'notReached';
	return {
		outcome: 'failed',
		reason: known ? 'not_reached' : 'unclear',
		...aboutStatus('failed'),
		message: known
			? `${title} was not sent: WhatsApp could not be reached (${answer.message})`
			: `Whether ${title} arrived is not known: ${answer.message}`,
		whatToDo: 'Run it again: it looks what is there first, and nothing is made twice.',
	};
}
