import { accountKey, type Account } from '../../account/account';
import { checkTemplate, type Finding } from '../check';
import type { TemplateDefinition } from '../definition';
import type { TemplateSource } from '../read-templates';
import { templateKey } from '../template';
import type { AccountTemplate } from './account-template';
import { applyStep, type ApplyPorts } from './apply-one';
import { CreationLimits, tooEarly } from './creation-limits';
import { aboutTemplate, titleOf } from './describe-template';
import { futureAccount } from './future-account';
import { planTemplate, type Step } from './plan-template';
import { QuotaMarks } from './quota-marks';
import { readAccountTemplates, type AccountTemplates } from './read-account';
import type { ReadDefinition } from './read-input';
import { concernsWholeRun } from './result';
import type { ManagePorts, TemplateRun } from './run';
import { Samples } from './samples';
import { checkFailed, haltedBy, STOPPED, twice, unreadable, type Told } from './told';

/** One definition of the run, with the input it came with. */
export interface Wanted {
	index: number;
	read: ReadDefinition;
}

type ApplyRun = Pick<TemplateRun, 'operation' | 'settings' | 'readSample'> & { account: Account };

/**
 * Brings the account in line with the definitions: nothing where it is, otherwise a template is created or
 * edited, or it is said when that will be possible. Running it twice changes nothing the second time.
 *
 * @throws {GraphCallError} {TransportError} when the account's templates cannot be read
 */
export async function applyTemplates(
	wanted: readonly Wanted[],
	run: ApplyRun,
	source: TemplateSource,
	ports: ManagePorts,
	tell: (index: number, told: Told) => void,
): Promise<void> {
	const account = await readAccountTemplates(source);
	const work = new Application(run, source, ports, account, wanted);
	let halt: Told | undefined;
	for (const { index, read } of wanted) {
		if ('problem' in read) {
			tell(index, unreadable(read));
			continue;
		}
		const told = halt ?? (ports.isStopped?.() === true ? STOPPED : await work.one(read, index));
		const { name, language } = read.definition;
		tell(index, { ...told, name, language });
		if (!halt && concernsWholeRun({ operation: run.operation, ...told })) halt = haltedBy(told);
	}
}

/** What all definitions of one run share. */
class Application {
	private readonly seen = new Set<string>();

	private readonly present: Map<string, AccountTemplate>;

	/** The account as it will be: what checks for doubles look at. */
	private readonly future: TemplateDefinition[];

	private readonly limits: CreationLimits;

	private readonly apply: ApplyPorts;

	constructor(
		private readonly run: ApplyRun,
		source: TemplateSource,
		ports: ManagePorts,
		account: AccountTemplates,
		wanted: readonly Wanted[],
	) {
		this.present = new Map(account.templates.map((template) => [templateKey(template), template]));
		const batch = wanted.flatMap(({ read }) => ('definition' in read ? [read.definition] : []));
		this.future = futureAccount(account.templates, batch);
		this.limits = new CreationLimits(account, ports.clock);
		const { readSample } = run;
		this.apply = {
			source,
			samples: new Samples({
				target: { ...source, account: run.account },
				...(readSample ? { read: readSample } : {}),
			}),
			quota: new QuotaMarks(ports.marks, accountKey(run.account), ports.logger),
			clock: ports.clock,
			priceCountry: run.settings.priceCountry,
		};
	}

	/** Plans one definition, and does what was planned unless it is a dry run. */
	async one(
		{ definition, findings: read }: Extract<ReadDefinition, { definition: unknown }>,
		index: number,
	): Promise<Told> {
		const key = templateKey(definition);
		if (this.seen.has(key)) return twice(definition);
		this.seen.add(key);
		const others = this.future.filter((other) => templateKey(other) !== key);
		const findings = [...read, ...checkTemplate(definition, { others })];
		const { settings, operation } = this.run;
		const step = planTemplate(definition, {
			present: this.present.get(key),
			resubmit: operation === 'submit',
			priceCountry: settings.priceCountry,
		});
		const told = await this.does(step, definition, findings, index);
		return findings.length > 0 ? { ...told, findings } : told;
	}

	private async does(
		step: Step,
		definition: TemplateDefinition,
		findings: Finding[],
		index: number,
	): Promise<Told> {
		const { settings } = this.run;
		if (step.do === 'nothing') return step.result;
		const about = {
			action: step.do,
			...(step.do === 'edit' ? { ...this.about(step, definition), changes: step.changes } : {}),
			...(settings.dryRun ? { dryRun: true as const } : {}),
		};
		const error = findings.find(({ severity }) => severity === 'error');
		if (error && !settings.ignoreCheck) return { ...checkFailed(definition, error), ...about };
		const refusal = step.do === 'create' ? this.limits.refusal() : undefined;
		if (refusal) return { ...refusal, ...about };
		if (settings.dryRun) return { ...(await this.plan(step, definition)), ...about };
		const result = await applyStep(definition, step, index, this.apply);
		if (result.outcome === 'created') this.limits.created();
		return result;
	}

	private about({ template }: Extract<Step, { do: 'edit' }>, { category }: TemplateDefinition) {
		return aboutTemplate(template, {
			asked: category,
			priceCountry: this.run.settings.priceCountry,
		});
	}

	private async plan(
		step: Exclude<Step, { do: 'nothing' }>,
		definition: TemplateDefinition,
	): Promise<Told> {
		const { quota, clock } = this.apply;
		const early = await tooEarly(step, definition, quota, clock.now());
		if (early) return early;
		if (step.do === 'create') this.limits.created();
		const what =
			step.do === 'create'
				? 'would be created and sent for approval'
				: `would be edited: ${step.changes.join(', ') || 'sent in again'}`;
		return { outcome: 'planned', message: `${titleOf(definition)} ${what}` };
	}
}
