import type { Clock } from '../../ports';
import type { TemplateDefinition } from '../definition';
import { titleOf } from './describe-template';
import type { TemplateReason } from './outcome';
import type { Step } from './plan-template';
import type { QuotaMarks } from './quota-marks';
import type { AccountTemplates } from './read-account';
import { runAgainFrom, type Told } from './told';

/** Creations an account may make in an hour. Source: Meta, "Create templates". */
const CREATIONS_PER_HOUR = 100;

const HOUR_MS = 3_600_000;

/** How many templates a run may still create. */
export class CreationLimits {
	private room: number;

	private creations = 0;

	constructor(
		private readonly account: Pick<AccountTemplates, 'templates' | 'limit' | 'count'>,
		private readonly clock: Clock,
	) {
		const { limit = Infinity, count = account.templates.length } = account;
		this.room = limit - count;
	}

	/** One was created, or would be. */
	created(): void {
		this.creations++;
		this.room--;
	}

	/** Why another cannot be created now; undefined where it can. */
	refusal(): Told | undefined {
		if (this.room <= 0) {
			return {
				outcome: 'waiting',
				reason: 'template_limit',
				message: `The account has ${this.account.limit} templates, as many as it may`,
				whatToDo: 'Delete some that are not used, or have the business verified for 6,000.',
			};
		}
		if (this.creations < CREATIONS_PER_HOUR) return undefined;
		return {
			outcome: 'waiting',
			reason: 'creation_rate',
			message: `${CREATIONS_PER_HOUR} templates can be created in an hour, and this run created as many`,
			whatToDo: 'Run this again in an hour; what is there is left alone.',
			possibleAt: new Date(this.clock.now() + HOUR_MS).toISOString(),
		};
	}
}

/** What is known to be too early, for a dry run: otherwise Meta is asked, who decides. */
export async function tooEarly(
	step: Exclude<Step, { do: 'nothing' }>,
	definition: TemplateDefinition,
	quota: QuotaMarks,
	now: number,
): Promise<Told | undefined> {
	const { name, language } = definition;
	if (step.do === 'create') {
		return waitFor(
			await quota.namePossibleAt(name, language, now),
			'name_blocked',
			`${titleOf(definition)} was deleted, and its name stays blocked for 30 days`,
		);
	}
	if (step.template.status !== 'APPROVED') return undefined;
	return waitFor(
		await quota.editPossibleAt(step.template.id, now),
		'edited_recently',
		`${titleOf(definition)} was edited already: once in 24 hours and ten times in 30 days is possible`,
	);
}

function waitFor(
	time: number | undefined,
	reason: TemplateReason,
	message: string,
): Told | undefined {
	if (time === undefined) return undefined;
	const possibleAt = new Date(time).toISOString();
	const whatToDo = runAgainFrom(possibleAt);
	return { outcome: 'waiting', reason, message, whatToDo, possibleAt };
}
