import { definition, outcomes, useDesk } from './desk';

const desk = useDesk();

test('an agent sees on the first output what needs attention, and why', async () => {
	const items = [definition(), definition({ footer: 'x'.repeat(61) })];
	const { done, attention } = await desk.run('check', items.slice(1), {}, { asTool: true });

	expect(outcomes(done)).toEqual([['problems']]);
	expect(attention).toEqual([]);
});
