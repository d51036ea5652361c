import type { IExecuteFunctions } from 'n8n-workflow';
import { describeLedger } from '../../core/testing/ledger-contract';
import { N8nLedger } from '../../nodes/engine/ledger';
import { StoredKeys } from '../engine/stored-keys';

let nodes = 0;

/** What the ledger takes of an execution: the node it belongs to, and n8n's deduplication helper. */
function execution(store: StoredKeys, workflowId: string, nodeId = 'node'): IExecuteFunctions {
	const workflow = { id: workflowId };
	const node = { id: nodeId };
	const place = { workflow, node } as never;
	return {
		getWorkflow: () => workflow,
		getNode: () => node,
		helpers: {
			checkProcessedAndRecord: (keys: string[], scope: string, options: never) =>
				store.checkProcessedAndRecord(keys, scope, place, options),
			removeProcessed: (keys: string[], scope: string) => store.removeProcessed(keys, scope, place),
		},
	} as unknown as IExecuteFunctions;
}

/** Another process is a workflow of another name over the same rows: flights are kept by name. */
function afterCrash(store: StoredKeys, workflowId: string) {
	const later = `${workflowId}-in-another-process`;
	store.rows.set(`${later}/node`, [...(store.rows.get(`${workflowId}/node`) ?? [])]);
	return new N8nLedger(execution(store, later));
}

let store: StoredKeys;
let workflowId: string;

const open = () => {
	store = new StoredKeys();
	workflowId = `ledger-${++nodes}`;
	return new N8nLedger(execution(store, workflowId));
};

describeLedger('n8n’s deduplication table', open, {
	afterCrash: () => afterCrash(store, workflowId),
});

describe('in n8n', () => {
	test('two nodes, and two workflows, keep their own ledgers', async () => {
		const ledger = open();
		await ledger.claim(['a']);

		expect(await new N8nLedger(execution(store, workflowId, 'other')).claim(['a'])).toEqual([
			'claimed',
		]);
		expect(await new N8nLedger(execution(store, `${workflowId}-b`)).claim(['a'])).toEqual([
			'claimed',
		]);
	});

	test('two runs of one node share it', async () => {
		const ledger = open();
		await ledger.claim(['a', 'b']);
		const other = new N8nLedger(execution(store, workflowId));

		expect(await other.claim(['a', 'c'])).toEqual(['duplicate', 'claimed']);
		await ledger.leaveUnsettled(['a']);
		expect(await other.claim(['a', 'b'])).toEqual(['unknown', 'duplicate']);
	});

	test('a key that stood twice in a chunk is free after its release', async () => {
		const ledger = open();
		await ledger.claim(['a', 'a']);
		await ledger.release(['a']);

		expect(await ledger.claim(['a'])).toEqual(['claimed']);
	});

	test('asking leaves nothing behind but the claims', async () => {
		const ledger = open();
		await ledger.claim(['a', 'b']);
		await ledger.settle(['a']);
		for (let times = 0; times < 3; times++) await ledger.claim(['a', 'b']);

		expect(await store.getProcessedDataCount()).toBe(3);
	});

	test('to send again frees what is settled or unknown, and not what is under way', async () => {
		const ledger = open();
		await ledger.claim(['settled', 'unknown', 'under way']);
		await ledger.settle(['settled']);
		await ledger.leaveUnsettled(['unknown']);
		const again = new N8nLedger(execution(store, workflowId), { sendAgain: true });

		expect(await again.claim(['settled', 'unknown', 'under way', 'new'])).toEqual([
			'claimed',
			'claimed',
			'duplicate',
			'claimed',
		]);
	});

	test('a database that fails to note how deliveries ended leaves them unknown', async () => {
		const ledger = open();
		await ledger.claim(['a', 'b']);
		store.broken = true;
		await expect(ledger.settle(['a'])).rejects.toThrow('locked');
		await expect(ledger.release(['b'])).rejects.toThrow('locked');
		store.broken = false;

		expect(await ledger.claim(['a', 'b'])).toEqual(['unknown', 'unknown']);
	});

	test('a claim whose database fails can be made by the next run', async () => {
		const ledger = open();
		store.broken = true;
		await expect(ledger.claim(['a'])).rejects.toThrow('locked');
		store.broken = false;

		expect(await ledger.claim(['a'])).toEqual(['claimed']);
	});
});
