import type { INodeProperties, INodeParameters } from 'n8n-workflow';
import { readdirSync, readFileSync } from 'fs';
import path from 'path';
import { nodeTypeOf } from '../engine/node-types';

// What n8n's own steps do is n8n's: test/e2e runs the flows in a real one.
const PACKAGE = 'n8n-nodes-whatsapp-events.';
const folder = path.join(__dirname, '../../flows/n8n');

interface FlowNode {
	id: string;
	name: string;
	type: string;
	position: [number, number];
	parameters: INodeParameters;
	webhookId?: string;
	credentials?: unknown;
}

interface Flow {
	name: string;
	nodes: FlowNode[];
	connections: Record<string, { main: Array<Array<{ node: string; index: number }>> }>;
}

const readFlow = (file: string) =>
	JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Flow;

const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const flows = files.map((file): [string, Flow] => [file, readFlow(file)]);

const optionsOf = (properties: INodeProperties[], operation: unknown) =>
	properties
		.filter(({ name }) => name === 'options')
		.filter(({ displayOptions }) => {
			const shown = displayOptions?.show?.operation;
			return !shown || shown.includes(operation as string);
		})
		.flatMap(({ options = [] }) => options.map(({ name }) => name));

describe.each(flows)('%s', (_, { nodes, connections }) => {
	const names = nodes.map(({ name }) => name);

	test('leads from every step to one that is there, and reaches every step', () => {
		const reached = Object.values(connections).flatMap(({ main }) => main.flat());
		expect(names).toEqual(expect.arrayContaining(Object.keys(connections)));
		expect(names).toEqual(expect.arrayContaining(reached.map(({ node }) => node)));
		const begins = nodes.filter(({ type }) =>
			/Trigger$|\.webhook$|stickyNote$/.test(type.replace('.formTrigger', 'Trigger')),
		);
		const known = new Set(
			[...reached, ...begins.map((node) => ({ node: node.name }))].map((to) => to.node),
		);
		expect(names.filter((name) => !known.has(name))).toEqual([]);
	});

	test('has every name and every id once', () => {
		expect(new Set(names).size).toBe(names.length);
		expect(new Set(nodes.map(({ id }) => id)).size).toBe(names.length);
	});

	test('has no step that stands on another or on its name', () => {
		const steps = nodes.filter(({ type }) => !type.endsWith('stickyNote'));
		for (const { name, type, position } of steps) {
			// Four outputs make a step tall.
			const height = type === `${PACKAGE}whatsAppBusinessTrigger` ? 240 : 140;
			const covered = steps.filter(({ position: [x, y], ...other }) => {
				const below = y - position[1];
				return (
					other.name !== name && Math.abs(x - position[0]) < 100 && below >= 0 && below < height
				);
			});
			expect({ name, covered }).toEqual({ name, covered: [] });
		}
	});

	test('names in its expressions only steps that are there', () => {
		const steps = nodes.filter(({ type }) => !type.endsWith('stickyNote'));
		const named = [...JSON.stringify(steps).matchAll(/\$\('((?:[^'\\]|\\.)+)'\)/g)].map(
			([, name]) => name,
		);
		expect(names).toEqual(expect.arrayContaining(named));
	});

	test('has no field that our nodes do not have, and no credential or address of somebody inside', () => {
		for (const node of nodes.filter(({ type }) => type.startsWith(PACKAGE))) {
			const { properties } = nodeTypeOf(node.type.replace(PACKAGE, '')).description;
			const { parameters } = node;
			expect(properties.map(({ name }) => name)).toEqual(
				expect.arrayContaining(Object.keys(parameters)),
			);
			expect(optionsOf(properties, parameters.operation)).toEqual(
				expect.arrayContaining(Object.keys((parameters.options ?? {}) as object)),
			);
		}
		expect(JSON.stringify(nodes)).not.toMatch(/"credentials":|127\.0\.0\.1|localhost/);
	});
});

test('no two flows have the same name or the same address', () => {
	const namesOfFlows = flows.map(([, { name }]) => name);
	expect(new Set(namesOfFlows).size).toBe(files.length);
	const addresses = flows.flatMap(([, { nodes }]) =>
		nodes.flatMap(({ webhookId }) => webhookId ?? []),
	);
	expect(new Set(addresses).size).toBe(addresses.length);
});

test('Watch account hears what could not be paid, and the hourly look does not call it over', () => {
	const { nodes, connections } = readFlow('watch-account.json');
	const step = (name: string) => nodes.find((node) => node.name === name)?.parameters;
	expect(step('WhatsApp Business Trigger')).toMatchObject({
		outputs: ['statuses', 'templates', 'account'],
		statuses: ['failed'],
	});
	const [, statuses] = connections['WhatsApp Business Trigger']?.main ?? [];
	expect(statuses?.map(({ node }) => node)).toEqual(['Worth Telling']);
	// Health says nothing of prepaid money: written down as “no”, its next “yes” would read as the end.
	expect(JSON.stringify(step('What Happened'))).toContain("$json.kind === 'status' ? ''");
});

test('Credits page leads to the form of Buy credits', () => {
	const [page] = readFlow('credits-page.json').nodes.filter(({ name }) => name === 'Page');
	const [form] = readFlow('buy-credits.json').nodes.filter(({ name }) => name === 'Buy Credits');
	const { path: ending } = form?.parameters.options as { path: string };
	expect((page?.parameters.options as { buyUrl: string }).buyUrl).toContain(`/form/${ending}'`);
});

describe('messages that wait', () => {
	const automations = ['registration', 'reassignment', 'cancellation', 'speaker', 'sponsor'].map(
		(name) => readFlow(`${name}.json`),
	);

	test('are kept, handed back and forgotten by all automations in the same steps', () => {
		const about = ({ nodes, connections }: Flow) =>
			nodes
				// Who it was differs: the number of an order, or the session of a speaker.
				.filter(({ type, name }) => !type.endsWith('stickyNote') && !name.startsWith('Not Sent'))
				.filter(({ parameters }) =>
					/whatsapp_waiting|canGoLater|waiting/i.test(JSON.stringify(parameters)),
				)
				.map(({ name, parameters }) => ({ name, parameters, to: connections[name] }));
		const [first, ...others] = automations.map(about);
		expect(first?.length).toBeGreaterThan(8);
		for (const other of others) expect(other).toEqual(first);
	});

	test('are written down before they leave: n8n goes from top to bottom', () => {
		for (const { nodes, connections } of automations) {
			const heightOf = (name: string) =>
				nodes.find((node) => node.name === name)?.position[1] as number;
			const [messages] = connections['Event Messages']?.main ?? [];
			expect(messages?.map(({ node }) => node)).toEqual(['Key of Its Reports', 'Send Template']);
			expect(heightOf('Key of Its Reports')).toBeLessThan(heightOf('Send Template'));
		}
	});
});

test('tables that several flows make have the same columns in each', () => {
	const tables = new Map<string, string>();
	for (const [file, { nodes }] of flows) {
		for (const { parameters } of nodes.filter(
			({ parameters: one }) => one.resource === 'table' && one.operation === 'create',
		)) {
			const columns = JSON.stringify(parameters.columns);
			const table = String(parameters.tableName);
			expect([file, table, tables.get(table) ?? columns]).toEqual([file, table, columns]);
			tables.set(table, columns);
		}
	}
});

describe('the Data Tables', () => {
	const steps = flows.flatMap(([file, { nodes }]) =>
		nodes
			.filter(({ type }) => type.endsWith('.dataTable'))
			.map(({ name, parameters }) => ({ at: `${file}: ${name}`, p: parameters as Table })),
	);
	const made = new Map<string, Set<string>>();
	for (const { p } of steps.filter(({ p: { operation } }) => operation === 'create')) {
		const names = p.columns?.column?.map(({ name }) => name) ?? [];
		// With the columns n8n gives every table.
		made.set(p.tableName ?? '', new Set([...names, 'id', 'createdAt', 'updatedAt']));
	}

	test('are made by a shipped flow, with each column that a step looks for or writes', () => {
		const missing = steps.flatMap(({ at, p }) => {
			const table = p.dataTableId?.value;
			if (table === undefined) return [];
			const asked = p.filters?.conditions?.map(({ keyName }) => keyName) ?? [];
			const written = Object.keys(p.columns?.value ?? {});
			return [...asked, ...written]
				.filter((column) => !made.get(table)?.has(column))
				.map((column) => `${at} asks for ${table}.${column}`);
		});
		expect(missing).toEqual([]);
	});
});

interface Table {
	operation?: string;
	tableName?: string;
	dataTableId?: { value: string };
	columns?: { column?: Array<{ name: string }>; value?: object };
	filters?: { conditions?: Array<{ keyName: string }> };
}
