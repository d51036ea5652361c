import type { IExecuteFunctions } from 'n8n-workflow';
import { N8nTemplateMarks } from '../../nodes/engine/template-marks';
import { StoredKeys } from '../engine/stored-keys';

let workflows = 0;
let store: StoredKeys;
let workflowId: string;
let warnings: string[];

beforeEach(() => {
	store = new StoredKeys();
	workflowId = `marks-${++workflows}`;
	warnings = [];
});

/** What the marks take of an execution. */
function execution(id = workflowId, nodeId = 'node'): IExecuteFunctions {
	const place = { workflow: { id }, node: { id: nodeId } } as never;
	return {
		getWorkflow: () => ({ id }),
		getNode: () => ({ id: nodeId, name: 'Manage Template' }),
		logger: { warn: (message: string) => warnings.push(message) },
		helpers: {
			checkProcessedAndRecord: (keys: string[], scope: string, options: never) =>
				store.checkProcessedAndRecord(keys, scope, place, options),
			removeProcessed: (keys: string[], scope: string) => store.removeProcessed(keys, scope, place),
		},
	} as unknown as IExecuteFunctions;
}

/** The same workflow in another process, where nothing is remembered but what was stored. */
function afterRestart(): N8nTemplateMarks {
	const later = `${workflowId}-later`;
	store.rows.set(later, [...(store.rows.get(workflowId) ?? [])]);
	return new N8nTemplateMarks(execution(later));
}

const marks = () => new N8nTemplateMarks(execution());

test('a mark is known to every node of the workflow, and after a restart', async () => {
	await marks().add(['edited:1']);

	for (const asking of [marks(), new N8nTemplateMarks(execution(workflowId, 'other node'))]) {
		expect([...(await asking.known(['edited:1', 'edited:2']))]).toEqual(['edited:1']);
	}
	expect([...(await afterRestart().known(['edited:1', 'edited:2']))]).toEqual(['edited:1']);
});

test('asking leaves no mark behind', async () => {
	await marks().known(['edited:1', 'edited:2']);

	expect([...(await marks().known(['edited:1']))]).toEqual([]);
	expect(store.rows.get(workflowId)).toEqual([]);
});

test('marks added at the same time are all kept', async () => {
	const names = Array.from({ length: 20 }, (_, index) => `edited:${index}`);
	await Promise.all(names.map(async (name) => await marks().add([name])));

	expect((await afterRestart().known(names.slice(0, 10))).size).toBe(10);
});

test('a run that broke off while asking does not lock a template for a month', async () => {
	const hours = Array.from({ length: 721 }, (_, index) => `edited:1:${index}`);
	await store.checkProcessedAndRecord(
		hours,
		'workflow',
		{ workflow: { id: workflowId } as never },
		{ mode: 'entries' },
	);

	expect((await marks().known([...hours.slice(1), 'edited:1:721'])).size).toBe(0);
	await marks().add(['edited:1:5']);
	expect([...(await afterRestart().known(hours.slice(1)))]).toEqual(['edited:1:5']);
});

test('another workflow has its own', async () => {
	await marks().add(['edited:1']);

	const other = new N8nTemplateMarks(execution(`${workflowId}-other`));
	expect((await other.known(['edited:1'])).size).toBe(0);
});

test('a workflow that was never saved remembers until n8n restarts', async () => {
	const unsaved = () => new N8nTemplateMarks(execution(''));
	await unsaved().add(['edited:never-saved']);

	expect((await unsaved().known(['edited:never-saved'])).size).toBe(1);
	expect(store.calls).toBe(0);
});

test('a database that is gone stops nobody, and is told of', async () => {
	store.broken = true;
	await marks().add(['edited:1']);

	expect((await marks().known(['edited:1'])).size).toBe(1);
	expect(warnings[0]).toContain('until n8n restarts');
});
