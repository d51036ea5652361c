import type { INodeProperties } from 'n8n-workflow';
import { definitionProperties } from './properties-definition';
import { compareWith, operation } from './properties-operation';
import { options } from './properties-options';
import { templateProperties } from './properties-template';

/** Fields in the order one fills them. */
export const properties: INodeProperties[] = [
	operation,
	...definitionProperties,
	compareWith,
	...templateProperties,
	options,
];
