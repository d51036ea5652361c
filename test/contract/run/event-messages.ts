import { automationIds } from '../../../core/events/automations';
import type { PlanCase } from '../words/cases';
import type { PlanResult } from '../words/events';
import { expectPlan } from './event-trigger';
import type { World } from './world';

export async function runPlanCase(
	{ source = 'notice', fields = {}, before, items, ...expected }: PlanCase,
	world: World,
): Promise<PlanResult> {
	const run = {
		source,
		fields: { automations: [...automationIds], ...fields },
		compare: before !== undefined,
	};
	for (const earlier of before ?? []) await world.adapter.planEvents({ ...run, items: earlier });
	const result = await world.adapter.planEvents({ ...run, items });
	expectPlan(expected, result);
	return result;
}
