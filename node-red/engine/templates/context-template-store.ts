import type { NodeContextData } from 'node-red';
import { oneAtATime } from '../one-at-a-time';
import { MARK_DAYS, type Draft, type TemplateStore, type WaitingTemplate } from './template-store';

/** Name of the value in the global context. */
const NAME = 'whatsappEventsTemplates';

const MARK_MS = MARK_DAYS * 24 * 60 * 60_000;

/** Only JSON survives a context store that writes files. */
interface Stored {
	marks: Record<string, number>;
	drafts: Array<Draft & { account: string }>;
	waits: WaitingTemplate[];
}

/**
 * Marks, drafts and waiting templates in Node-RED's global context, for a Node.js without SQLite. As
 * durable as the configured store.
 */
export function contextTemplateStore(
	context: Pick<NodeContextData, 'get' | 'set'>,
	now: () => number = Date.now,
): TemplateStore {
	/** One change after the other: each reads what the one before has written. */
	const inTurn = oneAtATime();
	const change = async <T>(task: (stored: Stored) => T): Promise<T> =>
		await inTurn(async () => {
			const stored = await read(context);
			const result = task(stored);
			await write(context, stored);
			return result;
		});
	const reading = async () => await inTurn(async () => await read(context));
	return {
		marks: {
			add: async (added) =>
				await change((stored) => {
					const fresh = Object.entries(stored.marks).filter(([, at]) => at >= now() - MARK_MS);
					stored.marks = Object.fromEntries([...fresh, ...added.map((mark) => [mark, now()])]);
				}),
			known: async (asked) => {
				const { marks } = await reading();
				return new Set(asked.filter((mark) => Object.hasOwn(marks, mark)));
			},
		},
		drafts: {
			save: async (account, definition) =>
				await change((stored) => {
					stored.drafts = stored.drafts.filter(isNot(account, definition));
					stored.drafts.push({ account, definition, savedAt: now() });
				}),
			all: async (account) =>
				(await reading()).drafts
					.filter((draft) => draft.account === account)
					.map(({ definition, savedAt }) => ({ definition, savedAt }))
					.sort((one, other) => (keyOf(one.definition) < keyOf(other.definition) ? -1 : 1)),
			remove: async (account, name, language) =>
				await change((stored) => {
					const before = stored.drafts.length;
					stored.drafts = stored.drafts.filter(isNot(account, { name, language }));
					return stored.drafts.length < before;
				}),
		},
		waits: {
			put: async (entries) =>
				await change((stored) => {
					stored.waits = [...without(stored.waits, entries), ...entries];
				}),
			of: async (nodeId) => (await reading()).waits.filter((entry) => entry.nodeId === nodeId),
			remove: async (entries) =>
				await change((stored) => {
					stored.waits = without(stored.waits, entries);
				}),
			removeAll: async (nodeId) =>
				await change((stored) => {
					stored.waits = stored.waits.filter((entry) => entry.nodeId !== nodeId);
				}),
		},
	};
}

interface Named {
	name: string;
	language: string;
}

const keyOf = ({ name, language }: Named) => `${name}:${language}`;

const isNot = (account: string, named: Named) => (draft: Stored['drafts'][number]) =>
	draft.account !== account || keyOf(draft.definition) !== keyOf(named);

function without(
	all: readonly WaitingTemplate[],
	entries: readonly WaitingTemplate[],
): WaitingTemplate[] {
	const gone = new Set(entries.map((entry) => `${entry.nodeId}/${keyOf(entry)}`));
	return all.filter((entry) => !gone.has(`${entry.nodeId}/${keyOf(entry)}`));
}

async function read(context: Pick<NodeContextData, 'get'>): Promise<Stored> {
	const stored = await new Promise<Partial<Stored> | undefined>((resolve, reject) => {
		context.get(NAME, (error, value) => (error ? reject(error) : resolve(value as never)));
	});
	// A copy: what is changed must not show before it is written.
	return structuredClone({ marks: {}, drafts: [], waits: [], ...stored });
}

async function write(context: Pick<NodeContextData, 'set'>, stored: Stored): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		context.set(NAME, stored, (error) => (error ? reject(error) : resolve()));
	});
}
