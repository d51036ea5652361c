import {
	checkTemplate,
	parseTemplateKey,
	readDefinitions,
	STATUS_WORDS,
	type Draft,
	type Drafts,
	type TemplateDefinition,
	type TemplateInput,
	type TemplateResult,
} from '../../engine';
import type { DraftOperation } from './config';

/** What came of a draft: a result as the others, with an operation of Node-RED's own. */
export interface DraftResult extends Omit<TemplateResult, 'operation'> {
	operation: DraftOperation;
	/** ISO time. */
	savedAt?: string;
}

const asDraft = { status: 'draft', statusText: STATUS_WORDS.draft.en } as const;

/** Keeps what an input brings, one definition or many. A draft may have errors: it is one. */
export async function saveDrafts(
	drafts: Drafts,
	account: string,
	{ definition: given }: TemplateInput,
): Promise<DraftResult[]> {
	const results: DraftResult[] = [];
	for (const read of readDefinitions(given)) {
		if ('problem' in read) {
			const { problem, whatToDo, name, language, findings } = read;
			results.push({
				operation: 'saveDraft',
				outcome: 'refused',
				reason: 'definition_invalid',
				message: problem,
				...{ whatToDo, name, language, findings },
			});
			continue;
		}
		const { definition } = read;
		await drafts.save(account, definition);
		const findings = [...read.findings, ...checkTemplate(definition)];
		results.push({
			...kept(findings.filter(({ severity }) => severity === 'error').length, definition),
			findings,
		});
	}
	return results;
}

function kept(errors: number, definition: TemplateDefinition): DraftResult {
	const { name, language, category } = definition;
	const message = `“${name}” (${language}) is kept as a draft`;
	return {
		operation: 'saveDraft',
		outcome: 'ok',
		...asDraft,
		...{ name, language, category, definition },
		message:
			errors === 0
				? message
				: `${message}; the check finds ${errors} error${errors > 1 ? 's' : ''}`,
		whatToDo:
			errors === 0
				? 'Send it for approval with Submit for Approval, from drafts.'
				: 'Mend what the check finds, then send it for approval with Submit for Approval.',
	};
}

export const draftFound = ({ definition, savedAt }: Draft): DraftResult => ({
	operation: 'getDrafts',
	outcome: 'ok',
	...asDraft,
	name: definition.name,
	language: definition.language,
	category: definition.category,
	message: STATUS_WORDS.draft.meaning,
	definition,
	savedAt: new Date(savedAt).toISOString(),
});

/** One draft by `name:language`, or every language of a name. */
export async function deleteDrafts(
	drafts: Drafts,
	account: string,
	{ template, language: wanted }: TemplateInput,
): Promise<DraftResult[]> {
	const key = parseTemplateKey(String(template ?? ''));
	const language = key.language ?? (wanted === undefined ? undefined : String(wanted));
	const found = (await drafts.all(account)).filter(
		({ definition }) =>
			definition.name === key.name && (!language || definition.language === language),
	);
	for (const { definition } of found) {
		await drafts.remove(account, definition.name, definition.language);
	}
	if (found.length > 0) {
		return found.map(({ definition: { name, language: of } }) => ({
			operation: 'deleteDraft',
			outcome: 'deleted',
			...{ name, language: of },
			message: `The draft ${name} (${of}) is gone`,
		}));
	}
	return [
		{
			operation: 'deleteDraft',
			outcome: 'refused',
			reason: key.name === '' ? 'template_missing' : 'template_unknown',
			...(key.name === '' ? {} : { name: key.name }),
			...(language ? { language } : {}),
			message: key.name === '' ? 'No draft is named' : `There is no draft “${String(template)}”`,
			whatToDo: 'Get Drafts lists those that are kept here.',
		},
	];
}
