import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { guardAnswer, type CreditDesk, type GuardWish } from '../../core/credits/desk';
import { isTool } from '../engine/is-tool';
import { estimateOf } from './planned-messages';
import { Fields } from './read-fields';

/** All items go one way: to Enough or to Low, with the answer beside them. */
export async function guardItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const fields = new Fields(context);
	const desk = await fields.desk('balanceSource');
	const answer = await guardAnswer(desk, {
		...(await wishOf(context, fields, desk)),
		whenUnknown: fields.value('whenUnknown') === 'enough' ? 'enough' : 'low',
		budget: fields.number('options.budget'),
	});
	const told = answer as unknown as IDataObject;
	const items = context.getInputData().map((item, index): INodeExecutionData => ({
		...item,
		json: { ...item.json, guard: told },
		pairedItem: { item: index },
	}));
	// An AI agent sees the first output only.
	if (isTool(context)) return [[{ json: told, pairedItem: { item: 0 } }], []];
	return answer.enough ? [items, []] : [[], items];
}

async function wishOf(
	context: IExecuteFunctions,
	fields: Fields,
	desk: CreditDesk,
): Promise<GuardWish> {
	switch (fields.value('enoughFor')) {
		case 'amount':
			return { amount: fields.number('amount') };
		case 'days':
			return { days: fields.number('days') };
		default:
			return { planned: await estimateOf(context, fields, desk) };
	}
}
