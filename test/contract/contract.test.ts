import { N8nAdapter } from './adapters/n8n/n8n-adapter';
import { NodeRedAdapter } from './adapters/node-red/node-red-adapter';
import type { Adapter } from './adapter';
import { contractCases, titleOf } from './cases';
import { comparable } from './run/comparable';
import { runCase } from './run/run-case';

const adapters: Adapter[] = [new N8nAdapter(), new NodeRedAdapter()];

/** Of each adapter the cases that went as expected. */
const passed = new Map(adapters.map(({ name }) => [name, new Set<string>()]));

beforeAll(async () => await Promise.all(adapters.map(async (adapter) => await adapter.start())));

afterAll(async () => await Promise.all(adapters.map(async (adapter) => await adapter.stop())));

describe.each(contractCases.map((contractCase) => [titleOf(contractCase), contractCase] as const))(
	'%s',
	(title, contractCase) => {
		const observed: unknown[] = [];

		test.each(adapters)('in $name', async (adapter) => {
			observed.push(await runCase(contractCase, adapter));
			passed.get(adapter.name)?.add(title);
		});

		test('with the same result in all engines', () => {
			expect(observed).toHaveLength(adapters.length);
			const [first, ...others] = observed.map(comparable);
			for (const other of others) expect(other).toEqual(first);
		});
	},
);

test.each(adapters)('$name has been through every case', ({ name }) => {
	expect([...(passed.get(name) ?? [])]).toEqual(contractCases.map(titleOf));
});
