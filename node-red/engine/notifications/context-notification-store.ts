import { withChange, type ResultRow, type RowChange } from '../../../core/notifications';
import { readValue, writeValue, type ContextValues } from '../context-values';
import { oneAtATime } from '../one-at-a-time';
import {
	keptRow,
	personOf,
	replacing,
	waitingAgain,
	type NotificationStanding,
	type NotificationStore,
} from './notification-store';

/** Names of the values in the global context; the results are found when a person is forgotten. */
const RESULTS = 'whatsappEventsNotificationResults';
const STANDINGS = 'whatsappEventsNotifications';

type StoredRow = ResultRow & { person: string };

/** Notifications in Node-RED's global context, for a Node.js without SQLite. As durable as that is. */
export function contextNotificationStore(context: ContextValues): NotificationStore {
	const read = async <T>(name: string, none: T): Promise<T> =>
		structuredClone(((await readValue(context, name)) as T | undefined) ?? none);
	const write = async (name: string, value: unknown) => await writeValue(context, name, value);
	/** One change after the other: each reads what the one before has written. */
	const inTurn = oneAtATime();
	const change = async <T>(task: (rows: StoredRow[]) => [StoredRow[], T]): Promise<T> =>
		await inTurn(async () => {
			const [rows, result] = task(await read<StoredRow[]>(RESULTS, []));
			await write(RESULTS, rows);
			return result;
		});
	const stored = (row: ResultRow): StoredRow => ({ ...keptRow(row), person: personOf(row) });

	return {
		replace: async (notification, rows) =>
			await change((before) => {
				const own = before.filter((row) => row.notification === notification);
				const { forget, add } = replacing(own, rows);
				const forgotten = new Set(forget);
				const kept = before.filter(({ key }) => !forgotten.has(key));
				return [[...kept, ...add].map(stored), undefined];
			}),
		rows: async (notification) =>
			(await inTurn(async () => await read<StoredRow[]>(RESULTS, [])))
				.filter((row) => row.notification === notification)
				.map(({ person: _person, ...row }) => row)
				.sort((one, other) => one.row - other.row),
		change: async (changes) => {
			// One call may bring several statuses of a message, in any order.
			const byKey = new Map<string, RowChange[]>();
			for (const one of changes) byKey.set(one.key, [...(byKey.get(one.key) ?? []), one]);
			await change((rows) => [
				rows.map((row) => {
					const own = byKey.get(row.key);
					return own ? stored(own.reduce<ResultRow>(withChange, row)) : row;
				}),
				undefined,
			]);
		},
		resume: async (notification) =>
			await change((rows) => {
				const isHeld = ({ state, notification: own }: ResultRow) =>
					own === notification && state === 'unsent';
				return [
					rows.map((row) => (isHeld(row) ? stored(waitingAgain(row)) : row)),
					rows.filter(isHeld).length,
				];
			}),
		standing: async (notification) =>
			(await read<Record<string, NotificationStanding>>(STANDINGS, {}))[notification],
		stand: async (notification, standing) =>
			await inTurn(async () => {
				const all = await read<Record<string, NotificationStanding>>(STANDINGS, {});
				await write(STANDINGS, { ...all, [notification]: standing });
			}),
	};
}
