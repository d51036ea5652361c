import type { Node } from 'node-red';
import {
	accountHashKey,
	changeByOutcome,
	ClaimGate,
	healthCache,
	nodeLogger,
	paces,
	runSettings,
	sendingStates,
	sendRun,
	systemClock,
	templateCache,
	type AccountNode,
	type DeliveryOutcome,
	type OpenRequests,
	type Result,
	type ResultRow,
	type RowChange,
	type SendGuard,
} from '../../engine';
import type { NotificationConfig } from './config';

const DAY_MS = 24 * 60 * 60_000;

/** So many outcomes are written down together. */
const WRITE_EVERY = 25;

export interface ChunkRun {
	/** Of everybody who still waits, and not of this chunk alone. */
	guard: SendGuard;
	node: Node;
	config: NotificationConfig;
	account: AccountNode;
	requests: OpenRequests;
	isStopped: () => boolean;
	/** Each row with what became of it. */
	report(row: ResultRow, result: Result): void;
}

/**
 * Sends rows that wait, and writes down what became of each. The ledger of deliveries has the last
 * word: a row that left before a crash is a duplicate now, and not sent again.
 */
export async function sendChunk(rows: readonly ResultRow[], run: ChunkRun): Promise<void> {
	const { account, config, node } = run;
	const settings = runSettings({ ...config, includeInput: false });
	const store = account.store();
	const gate = new ClaimGate(settings.concurrency);
	let changes: RowChange[] = [];
	let written: Promise<unknown> = Promise.resolve();
	const write = () => {
		const now = changes;
		changes = [];
		written = written.then(async () => await store.notifications().change(now));
		written.catch(() => undefined);
	};
	const rememberMs = account.rememberDays * DAY_MS;
	await sendRun(
		{
			account: account.account,
			settings,
			count: rows.length,
			request: (index) => requestOf(rows[index] as ResultRow),
			report: (index, result) => {
				const row = rows[index] as ResultRow;
				const at = new Date().toISOString();
				changes.push(changeByOutcome(row.key, result as DeliveryOutcome, at));
				if (changes.length >= WRITE_EVERY) write();
				run.report(row, result);
			},
			hashKey: await accountHashKey(account),
			optOuts: { has: async (person) => await store.optOuts().has(person) },
			guard: run.guard,
		},
		{
			transport: account.transport(run.requests),
			clock: systemClock,
			logger: nodeLogger(node),
			...{ paces, templates: templateCache, states: sendingStates, health: healthCache },
			ledger: () => gate.to(store.ledger({ rememberMs })),
			isStopped: run.isStopped,
		},
	);
	write();
	await written;
}

const requestOf = (row: ResultRow) => ({
	to: row.to,
	templateName: row.template,
	languages: [row.language],
	values: JSON.parse(row.variables) as Record<string, unknown>,
	keyBase: row.deliveryKey,
	...(row.timeZone === '' ? {} : { timeZone: row.timeZone }),
});
