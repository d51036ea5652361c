import { describeGraphError } from '../../graph/error';
import { accountKey, type Account } from '../../account/account';
import type { TemplateSource } from '../read-templates';
import type { AccountTemplate } from './account-template';
import { deleteTemplate, type ChangeAnswer } from './change-template';
import { aboutStatus, aboutTemplate, titleOf } from './describe-template';
import { QuotaMarks } from './quota-marks';
import { readTranslationsOf } from './read-account';
import type { ManagePorts, TemplateRun } from './run';
import { statusOf } from './status';
import type { Told } from './told';

/**
 * Deletes one language of a template, or all of them where the settings say so. What is not there is
 * nothing to delete: running it twice does no harm.
 *
 * @throws {GraphCallError} {TransportError} when the account's templates cannot be read
 */
export async function deleteTemplates(
	{ name, language }: { name: string; language?: string },
	run: Pick<TemplateRun, 'settings'> & { account: Account },
	source: TemplateSource,
	ports: ManagePorts,
	tell: (told: Told) => void,
): Promise<void> {
	const { settings, account } = run;
	const all = await readTranslationsOf(source, name);
	const found = language ? all.filter((one) => one.language === language) : all;
	if (found.length === 0) {
		return tell({
			outcome: 'unchanged',
			name,
			...(language ? { language } : {}),
			message: `There is no template “${name}”${language ? ` in ${language}` : ''}: nothing to delete`,
		});
	}
	if (found.length > 1 && !settings.allLanguages) {
		return tell({
			outcome: 'refused',
			reason: 'language_missing',
			name,
			message: `“${name}” exists in ${found.length} languages: ${found.map((one) => one.language).join(', ')}`,
			whatToDo: 'Say which language, or switch on All Languages.',
		});
	}
	const quota = new QuotaMarks(ports.marks, accountKey(account), ports.logger);
	let left = all.length;
	for (const template of found) {
		const told = await one(template, settings.dryRun, source);
		if (told.outcome === 'deleted') left--;
		if (told.outcome === 'deleted' && template.status === 'APPROVED') {
			const now = ports.clock.now();
			await quota.deleted(name, template.language, now);
			if (left === 0) await quota.deleted(name, '*', now);
		}
		tell(told);
	}
}

async function one(
	template: AccountTemplate,
	dryRun: boolean,
	source: TemplateSource,
): Promise<Told> {
	const about = { ...aboutTemplate(template), action: 'delete' as const };
	if (statusOf(template.status) === 'deletionInProgress') {
		return {
			...about,
			outcome: 'unchanged',
			message: `${titleOf(template)} is being deleted already`,
		};
	}
	if (dryRun) {
		return {
			...about,
			outcome: 'planned',
			dryRun: true,
			message: `${titleOf(template)} would be deleted. This cannot be undone${blocked(template)}`,
		};
	}
	const { name, language } = template;
	const answer = await deleteTemplate(source, template, { name, language, isMade: isGone });
	if (answer.kind !== 'done') return { ...about, ...notDeleted(template, answer) };
	const left = answer.template ?? (await lookAt(source, template));
	const status = left ? 'deletionInProgress' : 'deleted';
	return {
		...about,
		...aboutStatus(status),
		outcome: 'deleted',
		message: left
			? `${titleOf(template)} is being deleted: messages with it are still on their way`
			: `${titleOf(template)} was deleted${blocked(template)}`,
	};
}

/** Source: Meta, "Delete templates". */
const blocked = ({ status }: AccountTemplate) =>
	status === 'APPROVED' ? '; its name stays blocked for 30 days' : '';

const isGone = (template: AccountTemplate | undefined) =>
	template === undefined || ['deletionInProgress', 'deleted'].includes(statusOf(template.status));

/** After the deletion, for its status; what cannot be read is taken for gone, as Meta said. */
async function lookAt(
	source: TemplateSource,
	{ name, language }: AccountTemplate,
): Promise<AccountTemplate | undefined> {
	const all = await readTranslationsOf(source, name).catch(() => []);
	return all.find((one) => one.language === language && statusOf(one.status) !== 'deleted');
}

function notDeleted(
	template: AccountTemplate,
	answer: Exclude<ChangeAnswer, { kind: 'done' }>,
): Told {
	const title = titleOf(template);
	if (answer.kind === 'refused') {
		return {
			outcome: 'refused',
			reason: 'refused',
			message: `${title} was not deleted: ${describeGraphError(answer.error)}`,
			whatToDo: answer.error.whatToDo,
			error: answer.error,
		};
	}
	return {
		outcome: 'failed',
		reason: answer.kind === 'notReached' ? 'not_reached' : 'unclear',
		...aboutStatus('deletionFailed'),
		message:
			answer.kind === 'notReached'
				? `${title} was not deleted: WhatsApp could not be reached (${answer.message})`
				: `Whether ${title} was deleted is not known: ${answer.message}`,
		whatToDo: 'Run it again: what is gone already is left alone.',
	};
}
