import type { INodeProperties } from 'n8n-workflow';
import { checkProperties } from './properties-check';
import { chunkProperties } from './properties-chunk';
import { operation } from './properties-operation';
import { checkOptions, reportOptions } from './properties-options';

/** Fields in the order one fills them. */
export const properties: INodeProperties[] = [
	operation,
	...checkProperties,
	...chunkProperties,
	checkOptions,
	reportOptions,
];
