import { automationIds } from '../../../core/events/automations';
import type { PlanCase } from '../words/cases';
import type { PlanResult } from '../words/events';
import { expectPlan } from './event-trigger';
import type { World } from './world';

export async function runPlanCase(
	{ source = 'notice', fields = {}, items, ...expected }: PlanCase,
	world: World,
): Promise<PlanResult> {
	const result = await world.adapter.planEvents({
		source,
		fields: { automations: [...automationIds], ...fields },
		items,
	});
	expectPlan(expected, result);
	return result;
}
