import type { IDataObject, INodeParameters } from 'n8n-workflow';
import status from '../../../flows/n8n/delivery-status.json';
import flow from '../../../flows/n8n/notification.json';
import { resultColumns } from '../../../core/notifications';
import type { Json } from '../../engine/json';
import { nodeTypeOf } from '../../engine/node-types';

// What forms, Data Tables and pages do is n8n's; test/e2e/notification-n8n.e2e.mjs runs the whole flow in a real one.
const PACKAGE = 'n8n-nodes-whatsapp-events.';

const nodeNamed = (name: string) => flow.nodes.find((node) => node.name === name) as Json;
const parametersOf = (name: string) => nodeNamed(name).parameters as INodeParameters;

test('the flow leads from every step to one that is there', () => {
	const names = flow.nodes.map(({ name }) => name);
	for (const [from, { main }] of Object.entries(flow.connections as Json) as Array<
		[string, Json]
	>) {
		expect(names).toContain(from);
		for (const { node } of main.flat()) expect(names).toContain(node);
	}
	expect(new Set(names).size).toBe(names.length);
	expect(new Set(flow.nodes.map(({ id }) => id)).size).toBe(names.length);
});

test('every step is reached, and expressions name steps that are there', () => {
	const names = flow.nodes.map(({ name }) => name);
	const reached = (Object.values(flow.connections) as Json[]).flatMap(({ main }) =>
		main.flat().map(({ node }: Json) => node),
	);
	const begins = flow.nodes.filter(({ type }) => /Trigger$|webhook$|stickyNote$/.test(type));
	for (const name of names) {
		expect([...reached, ...begins.map((node) => node.name)]).toContain(name);
	}
	for (const [, name] of JSON.stringify(flow).matchAll(/\$\('([^']+)'\)/g))
		expect(names).toContain(name);
});

test.each([
	['notification', flow],
	['delivery status', status],
])('%s has no field that our nodes do not have, and no credential inside', (_, { nodes }) => {
	for (const node of nodes.filter(({ type }) => type.startsWith(PACKAGE)) as Json[]) {
		const { properties } = nodeTypeOf(node.type.replace(PACKAGE, '')).description;
		expect(properties.map(({ name }) => name)).toEqual(
			expect.arrayContaining(Object.keys(node.parameters as IDataObject)),
		);
		const options = properties
			.filter(({ name }) => name === 'options')
			.flatMap((one) => one.options ?? []);
		expect(options.map(({ name }) => name)).toEqual(
			expect.arrayContaining(Object.keys((node.parameters.options ?? {}) as IDataObject)),
		);
		expect(node).not.toHaveProperty('credentials');
	}
});

test('the table of results has the columns of a row, and people are kept in all of them', () => {
	const { columns } = parametersOf('Table of Results') as Json;
	expect(columns.column).toEqual(resultColumns);
	expect(parametersOf('Save Who Gets It')).toMatchObject({
		columns: { mappingMode: 'autoMapInputData' },
	});
});

test('a result is written only into a row that is no further, in both flows', () => {
	const conditions = [
		{ keyName: 'key', condition: 'eq', keyValue: '={{ $json.key }}' },
		{ keyName: 'step', condition: 'lte', keyValue: '={{ $json.stepBefore }}' },
	];
	const inStatus = status.nodes.find(({ name }) => name === 'Write Into Its Results') as Json;
	for (const { parameters } of [
		nodeNamed('Write Down the Results'),
		nodeNamed('Write Down the Status'),
		inStatus,
	]) {
		expect(parameters).toMatchObject({ matchType: 'allConditions', filters: { conditions } });
	}
});

test('nothing is sent before somebody says so, and somebody who stopped it is looked for before each chunk', () => {
	const next = (name: string) =>
		((flow.connections as Json)[name]?.main ?? []).flat().map(({ node }: Json) => node);
	const reachable = (from: string, seen = new Set<string>()): Set<string> => {
		for (const name of next(from)) {
			if (seen.has(name)) continue;
			seen.add(name);
			reachable(name, seen);
		}
		return seen;
	};
	expect(reachable('New Notification')).not.toContain('Send Template');
	expect(reachable('Page')).not.toContain('Send Template');
	expect(next('Still at It')).toEqual(['How It Stands']);
	expect(next('How It Stands')).toEqual(['Nobody Stopped It?']);
	expect(nodeNamed('WhatsApp Business Trigger').disabled).toBe(true);
});

test('what the account stopped is tried again by itself, and told once', () => {
	const { value } = (parametersOf('Write Down How It Stands') as Json).columns as Json;
	for (const reason of ['account_blocked', 'no_credit', 'batch_halted', 'token_refused']) {
		expect(value.state).toContain(`'${reason}'`);
		expect(value.nextAt).toContain(`'${reason}'`);
	}
	const { main } = (flow.connections as Json)['Write Down How It Stands'] as Json;
	expect(main.flat().map(({ node }: Json) => node)).toEqual(['Not Told Already?']);
});

test('the form has a field for what the check may ask for', () => {
	const labels = parametersOf('New Notification') as Json;
	const fields = labels.formFields.values.map(({ fieldLabel }: Json) => fieldLabel);
	const { values, options } = parametersOf('Check Recipients') as Json;
	for (const [label, used] of [
		['Picture, video or document', values],
		['If WhatsApp moved the template to marketing', options.allowMarketing],
	]) {
		expect(fields).toContain(label);
		expect(used).toContain(`['${label}']`);
	}
	expect(values).toContain("'header_media = '");
});
