import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { definitionOperations } from '../../../../core/templates/manage/operations';
import type { InProcessEngine } from '../../../engine/n8n-in-process';
import type { ManageAnswer, ManageOptions, ManageOutput, ManageRun } from '../../words/templates';

const NODE = 'whatsAppManageTemplate';

export async function manageTemplates(
	engine: InProcessEngine,
	run: ManageRun,
): Promise<ManageAnswer & { hints: string[] }> {
	const takesDefinition = definitionOperations.includes(run.operation);
	const binary = binaryOf(run.files);
	const items = run.items.map((item) => ({
		json: takesDefinition ? (item as IDataObject) : { template: item as string },
		...(binary ? { binary } : {}),
	}));
	const { outputs, hints } = await engine.run(
		NODE,
		parametersOf(run, takesDefinition),
		// An operation that names nothing runs once.
		items.length > 0 ? items : [{ json: {} }],
		{ onError: 'continueRegularOutput' },
	);
	return { ...answerOf(outputs), hints };
}

function parametersOf(
	{ operation, options }: ManageRun,
	takesDefinition: boolean,
): INodeParameters {
	const { dryRun, ignoreCheck, priceCountry, timeout, allLanguages, ...rest } = options;
	const { search, status, category, language, ...choices } = rest satisfies ManageOptions;
	return {
		operation,
		...(takesDefinition
			? { definitionFrom: 'item', definitionJson: '={{ $json.definition ?? $json }}' }
			: { template: { __rl: true, mode: 'name', value: '={{ $json.template }}' } }),
		...(allLanguages ? { allLanguages } : {}),
		returnAll: true,
		filters: given({ search, status, category, language }),
		...given(choices),
		options: given({ dryRun, ignoreCheck, priceCountry, timeout }),
	};
}

/** A file is a field of an item. */
function binaryOf(files: ManageRun['files']): INodeExecutionData['binary'] {
	const entries = Object.entries(files).map(([field, { name: fileName, mimeType, bytes }]) => [
		field,
		{ fileName, mimeType, data: bytes.toString('base64') },
	]);
	return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

const given = (fields: object) =>
	Object.fromEntries(
		Object.entries(fields).filter(([, value]) => value !== undefined),
	) as INodeParameters;

function answerOf([done = [], attention = []]: INodeExecutionData[][]): ManageAnswer {
	const of = (items: INodeExecutionData[], output: ManageOutput['output']) =>
		items.map(({ json, pairedItem }) => ({
			index: (pairedItem as { item: number }).item,
			result: { output, fields: json },
		}));
	const all = [...of(done, 'Done'), ...of(attention, 'Needs Attention')].sort(
		(one, other) => one.index - other.index,
	);
	// What the whole run failed with comes out as items with an error, one for each that was not reached.
	const failures = all.map(({ result }) => result.fields.error).filter((error) => error);
	return {
		results: all.map(({ result }) => result).filter(({ fields }) => !fields.error),
		...(failures.length > 0 ? { failure: String(failures[0]) } : {}),
	};
}
