import type { IExecuteFunctions } from 'n8n-workflow';

/** n8n's agents run a tool as a step of its own, whose type says so, or inside themselves. */
export const isTool = (context: IExecuteFunctions): boolean =>
	context.isToolExecution() || context.getNode().type.endsWith('Tool');
