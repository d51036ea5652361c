import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { checkItems } from './check-items';
import { nextChunkOfItems } from './next-chunk-of-items';
import { noteResults } from './note-results';
import { reportItems } from './report-items';

type Operation = (context: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

/** What the node does, by the value of its field Operation. */
export const operations = {
	check: checkItems,
	nextChunk: nextChunkOfItems,
	noteResults,
	report: reportItems,
} satisfies Record<string, Operation>;
