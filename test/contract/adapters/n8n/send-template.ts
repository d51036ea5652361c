import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type { InProcessEngine } from '../../../engine/n8n-in-process';
import { nodeTypeOf } from '../../../engine/node-types';
import { HeaderFile, type SendItem, type SendOutput, type SendRun } from '../../words/sending';

const NODE = 'whatsAppSendTemplate';

export async function sendTemplate(
	engine: InProcessEngine,
	run: SendRun,
): Promise<{ results: SendOutput[]; hints: string[] }> {
	const { dryRun, sendAgain, ledgerBroken, stopped } = run;
	const { beforeSending, ...options } = run.options ?? {};
	const parameters: INodeParameters = {
		// n8n runs no node whose required field is empty; an expression may leave it so.
		template: { __rl: true, mode: 'name', value: run.template || '={{ "" }}' },
		to: '={{ $json.to }}',
		...(run.values
			? {
					variablesFrom: 'fields',
					variables: { mappingMode: 'defineBelow', value: run.values },
				}
			: { variablesFrom: 'item', variablesJson: '={{ $json.variables }}' }),
		...(beforeSending ? { beforeSending } : {}),
		options: { ...options, dryRun, sendAgain, optedOut: JSON.stringify(run.optOuts) },
	};
	engine.storedKeys.broken = ledgerBroken;
	// n8n throws away what a node returns after its run was cancelled; it is taken from the node itself.
	const execute = jest.spyOn(nodeTypeOf(NODE), 'execute');
	try {
		const { hints } = await engine.run(NODE, parameters, run.items.map(itemOf), {
			mode: sendAgain ? 'manual' : 'trigger',
			onStart: (cancel) => void stopped?.then(cancel),
		});
		const outputs = (await execute.mock.results.at(-1)?.value) as INodeExecutionData[][];
		return { results: resultsOf(outputs), hints };
	} finally {
		execute.mockRestore();
		engine.storedKeys.broken = false;
	}
}

/** A file is a field of an item, and its name stands where the value would. */
function itemOf(item: SendItem): INodeExecutionData {
	const given = Object.entries((item.variables ?? {}) as Record<string, unknown>);
	const files = given.filter(
		(entry): entry is [string, HeaderFile] => entry[1] instanceof HeaderFile,
	);
	if (files.length === 0) return { json: { ...item } as IDataObject };
	const names = Object.fromEntries(files.map(([id]) => [id, fieldOf(id)]));
	return {
		json: { ...item, variables: { ...(item.variables as object), ...names } } as IDataObject,
		binary: Object.fromEntries(
			files.map(([id, { name: fileName, mimeType, bytes }]) => [
				fieldOf(id),
				{ fileName, mimeType, data: bytes.toString('base64') },
			]),
		),
	};
}

const fieldOf = (id: string) => `header_file_of_${id}`;

function resultsOf([sent = [], notSent = []]: INodeExecutionData[][]): SendOutput[] {
	const of = (items: INodeExecutionData[], output: SendOutput['output']) =>
		items.map(({ json, pairedItem }) => ({
			index: (pairedItem as { item: number }).item,
			result: { output, fields: json },
		}));
	return [...of(sent, 'Sent'), ...of(notSent, 'Not Sent')]
		.sort((a, b) => a.index - b.index)
		.map(({ result }) => result);
}
