import type { INodeParameters } from 'n8n-workflow';
import setUp from '../../../flows/n8n/set-up-templates.json';
import watch from '../../../flows/n8n/watch-template-approval.json';
import type { Json } from '../../engine/json';
import { nodeTypeOf } from '../../engine/node-types';
import { useDesk } from './desk';

// What Data Table, Wait and the form do is n8n's; test/e2e runs the whole flows in a real one.
const desk = useDesk({ templates: { review: 'manual' } } as never);

const PACKAGE = 'n8n-nodes-whatsapp-events.';

const parametersOf = (flow: typeof setUp | typeof watch, name: string) =>
	flow.nodes.find((node) => node.name === name)?.parameters as INodeParameters;

/** A step of a shipped flow, with what the step before it hands on. */
async function step(flow: typeof setUp | typeof watch, name: string, items: Json[]) {
	const { operation, ...more } = parametersOf(flow, name);
	return await desk.run(operation as string, items, more);
}

describe.each([
	['Set up templates', setUp],
	['Watch template approval', watch],
])('%s', (_, flow) => {
	test('leads from every step to one that is there', () => {
		const names = flow.nodes.map(({ name }) => name);
		const wires = Object.entries(flow.connections as Json) as Array<[string, Json]>;
		for (const [from, { main }] of wires) {
			expect(names).toContain(from);
			for (const { node } of main.flat()) expect(names).toContain(node);
		}
		expect(new Set(names).size).toBe(names.length);
		expect(new Set(flow.nodes.map(({ id }) => id)).size).toBe(names.length);
	});

	test('has no field that our nodes do not have', () => {
		for (const node of flow.nodes.filter(({ type }) => type.startsWith(PACKAGE))) {
			const { properties } = nodeTypeOf(node.type.replace(PACKAGE, '')).description;
			const known = properties.map(({ name }) => name);
			expect(known).toEqual(expect.arrayContaining(Object.keys(node.parameters)));
		}
	});
});

test('drafts of the ready-made templates become templates, and are watched until WhatsApp decides', async () => {
	const { done: readyMade } = await step(setUp, 'Get Ready-Made Templates', [{}]);
	// Save as Draft, and Read the Drafts.
	const drafts = readyMade
		.map(({ definition, ...rest }) => ({ ...rest, definition: JSON.stringify(definition) }))
		.filter(({ name }) => name.startsWith('sponsor_'));
	const checked = await step(setUp, 'Check', drafts);
	expect(checked.done).toHaveLength(drafts.length);

	const plan = await step(setUp, 'Plan', checked.done);
	expect(desk.changes()).toEqual([]);
	expect([...plan.done, ...plan.attention]).toHaveLength(drafts.length);
	const preview = await step(setUp, 'Preview', checked.done);
	expect(preview.done.every(({ html }) => html.includes('<'))).toBe(true);

	await step(setUp, 'Apply', checked.done);
	const { done: pending } = await step(watch, 'In Review', [{}]);
	expect(pending.length).toBeGreaterThan(0);
	const before = await step(watch, 'Get Status', pending);
	expect(before.done.every(({ settled }) => settled === false)).toBe(true);
	desk.simulator.control.approvePending();
	const after = await step(watch, 'Get Status', before.done);
	expect(after.done.every(({ settled, approved }) => settled && approved)).toBe(true);
});
