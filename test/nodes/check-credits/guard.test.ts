import type { INodeParameters } from 'n8n-workflow';
import { purchase, useCreditDesk } from './desk';

const desk = useCreditDesk();
const people = (count: number) =>
	Array.from({ length: count }, (_, i) => ({ to: `+8190${10_000_000 + i}`, name: `P${i}` }));

/** Own credits of so much money. */
const withMoney = (amount: number, more: INodeParameters = {}): INodeParameters => ({
	operation: 'guard',
	balanceSource: 'prepaid',
	purchases: JSON.stringify([purchase({ amount })]),
	...more,
});

test('credit for 30 marketing messages is Enough for 30 people and Low for 100', async () => {
	// Marketing to Japan: 0.0842.
	const parameters = withMoney(2.53);
	const enough = await desk.run(parameters, people(30));
	expect(enough.outputs.map((items) => items.length)).toEqual([30, 0]);
	const low = await desk.run(parameters, people(100));
	expect(low.outputs.map((items) => items.length)).toEqual([0, 100]);
	expect(low.outputs[1]?.[7]).toMatchObject({
		json: {
			name: 'P7',
			guard: {
				enough: false,
				left: { amount: 2.53, currency: 'USD' },
				needed: { amount: 8.42, currency: 'USD' },
				whatToDo: expect.any(String),
			},
		},
		pairedItem: { item: 7 },
	});
	expect(desk.simulator.control.stats().messages.accepted).toBe(0);
});

test('an amount has to be left', async () => {
	const wish = { enoughFor: 'amount', amount: 20 };
	expect((await desk.run(withMoney(20, wish))).outputs.map((items) => items.length)).toEqual([
		1, 0,
	]);
	expect((await desk.run(withMoney(19.99, wish))).outputs.map((items) => items.length)).toEqual([
		0, 1,
	]);
});

test('Meta bills with a payment method: enough, not certain, and said so', async () => {
	const { outputs } = await desk.run({ operation: 'guard', balanceSource: 'meta' }, people(3));
	expect(outputs[0]?.[0]?.json.guard).toMatchObject({ enough: true, certain: false });
	await desk.sim('PATCH', '/sim/money', { funding: 'none' });
	const without = await desk.run({ operation: 'guard', balanceSource: 'meta' }, people(3));
	expect(without.outputs[1]?.[0]?.json.guard).toMatchObject({ enough: false });
});

test('what nobody can know is Low, unless it shall be Enough', async () => {
	const nothing = { operation: 'guard', balanceSource: 'prepaid', purchases: '[]' };
	expect((await desk.run(nothing)).outputs[1]).toHaveLength(1);
	const { outputs } = await desk.run({ ...nothing, whenUnknown: 'enough' });
	expect(outputs[0]?.[0]?.json.guard).toMatchObject({ enough: true, certain: false });
});

test('a budget that is used up is Low, also where Meta bills afterwards', async () => {
	await desk.send(10, 'MARKETING');
	const guard = async (budget: number) =>
		(await desk.run({ operation: 'guard', balanceSource: 'meta', options: { budget } })).outputs;
	expect((await guard(0.5))[1]).toHaveLength(1);
	expect((await guard(50))[0]).toHaveLength(1);
});

test('an agent gets the answer on the first output', async () => {
	const { outputs } = await desk.run(withMoney(1, { enoughFor: 'amount', amount: 5 }), [{}], {
		asTool: true,
	});
	expect(outputs[0]?.[0]?.json).toMatchObject({ enough: false });
});
