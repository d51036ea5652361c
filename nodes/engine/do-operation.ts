import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { nodeErrorFrom } from './node-error';

type Operation = (context: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

/**
 * What the field Operation names, for all items at once.
 *
 * @throws {NodeOperationError | NodeApiError} unless the node continues on errors: then its error output gets the sentence
 */
export async function doOperation<Name extends string>(
	context: IExecuteFunctions,
	operations: Record<Name, Operation>,
): Promise<INodeExecutionData[][]> {
	try {
		return await operations[context.getNodeParameter('operation', 0) as Name](context);
	} catch (error) {
		const said = nodeErrorFrom(context, error);
		if (!context.continueOnFail()) throw said;
		// Alone in its item, n8n's error output takes it.
		return [[{ json: { error: said.message }, pairedItem: { item: 0 } }]];
	}
}
