import type { EventCase, ExpectedPlan } from '../words/cases';
import type { EventResult, Planned } from '../words/events';
import { expectTold } from './told';
import type { World } from './world';

/** The secret the platforms of the cases share with their node. */
export const SECRET = 'a long secret of the organiser';

const BOTH = ['attendee.registration_confirmed', 'buyer.registration_confirmed'];

export async function runEventCase(
	{ platform, secret = SECRET, fields = {}, calls }: EventCase,
	world: World,
): Promise<EventResult[]> {
	const observed: EventResult[] = [];
	for (const step of calls) {
		const call = typeof step.call === 'function' ? await step.call(world.simulator) : step.call;
		const result = await world.adapter.receiveEvent({
			platform,
			secret,
			fields: { automations: BOTH, ...fields },
			...call,
		});
		expect(result.status).toBe(step.status);
		expectPlan(step, result);
		await expectTold(world.adapter, step.told);
		observed.push(result);
	}
	return observed;
}

export function expectPlan(expected: ExpectedPlan, result: Planned): void {
	for (const output of ['messages', 'leftOut'] as const) {
		const wanted = expected[output] ?? [];
		expect(result[output]).toMatchObject(wanted);
		expect(result[output]).toHaveLength(wanted.length);
	}
	for (const left of result.leftOut) expect(left.message).toMatch(/^\S.*\.$/s);
}
