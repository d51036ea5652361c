import type { Purchase } from '../../../core/credits/purchases/purchase';
import { readValue, writeValue, type ContextValues } from '../context-values';
import { oneAtATime } from '../one-at-a-time';
import {
	afterNews,
	ALERT_MS,
	isStale,
	type CreditStore,
	type WaitingMessage,
} from './credit-store';

/** Names of the values in the global context; what waits is found when a person is forgotten. */
const PURCHASES = 'whatsappEventsPurchases';
const WAITING = 'whatsappEventsWaiting';
const ALERTED = 'whatsappEventsAlerted';

type Booked = Record<string, Purchase & { account: string; removed?: true }>;
type Waiting = Record<string, WaitingMessage>;
type Alerted = Record<string, { account: string; key: string; at: number }>;

/** The same in Node-RED's global context, for a Node.js without SQLite. As durable as that is. */
export function contextCreditStore(
	context: ContextValues,
	now: () => number = Date.now,
): CreditStore {
	const read = async <T extends object>(name: string): Promise<T> =>
		structuredClone(((await readValue(context, name)) ?? {}) as T);
	/** One change after the other: each reads what the one before has written. */
	const inTurn = oneAtATime();
	const change = async <T extends object, R>(name: string, task: (values: T) => R): Promise<R> =>
		await inTurn(async () => {
			const values = await read<T>(name);
			const result = task(values);
			await writeValue(context, name, values);
			return result;
		});
	const inWaiting = async <R>(task: (rows: Waiting) => R): Promise<R> =>
		await change<Waiting, R>(WAITING, (rows) => {
			for (const [key, row] of Object.entries(rows))
				if (isStale(row, now())) Reflect.deleteProperty(rows, key);
			return task(rows);
		});

	return {
		purchases: {
			book: async (account, purchase) =>
				await change<Booked, boolean>(PURCHASES, (booked) => {
					const id = `${account}/${purchase.paymentId}`;
					if (Object.hasOwn(booked, id)) return false;
					booked[id] = { ...purchase, account };
					return true;
				}),
			all: async (account) =>
				Object.values(await read<Booked>(PURCHASES))
					.filter((one) => one.account === account && !one.removed)
					.sort((one, other) => other.paidAt.localeCompare(one.paidAt))
					.map(({ account: _account, ...purchase }) => purchase),
			remove: async (account, paymentId) =>
				await change<Booked, boolean>(PURCHASES, (booked) => {
					const one = booked[`${account}/${paymentId}`];
					if (!one || one.removed) return false;
					one.removed = true;
					return true;
				}),
		},
		waiting: {
			put: async (messages) =>
				await inWaiting((rows) => {
					for (const message of messages) rows[message.key] = message;
				}),
			of: async (node) =>
				await inWaiting((rows) =>
					Object.values(rows)
						.filter((row) => row.node === node && row.state === 'waiting')
						.sort((one, other) => one.since - other.since),
				),
			remove: async (keys) =>
				await inWaiting((rows) => {
					for (const key of keys) Reflect.deleteProperty(rows, key);
				}),
			stateOf: async (key) => (await read<Waiting>(WAITING))[key]?.state,
			hear: async (news) =>
				await inWaiting((rows) => {
					const again: WaitingMessage[] = [];
					for (const one of news) {
						const before = rows[one.key];
						if (!before) continue;
						const after = afterNews(before, one);
						if (after === undefined) Reflect.deleteProperty(rows, one.key);
						else if (after !== before) {
							rows[one.key] = after;
							again.push(after);
						}
					}
					return again;
				}),
		},
		alerts: {
			once: async (account, key) =>
				await change<Alerted, boolean>(ALERTED, (alerted) => {
					for (const [id, { at }] of Object.entries(alerted)) {
						if (at < now() - ALERT_MS) Reflect.deleteProperty(alerted, id);
					}
					const id = `${account}/${key}`;
					if (Object.hasOwn(alerted, id)) return false;
					alerted[id] = { account, key, at: now() };
					return true;
				}),
			over: async (account, key) =>
				await change<Alerted, boolean>(ALERTED, (alerted) => {
					const id = `${account}/${key}`;
					const was = Object.hasOwn(alerted, id);
					Reflect.deleteProperty(alerted, id);
					return was;
				}),
			open: async (account) =>
				Object.values(await read<Alerted>(ALERTED))
					.filter((one) => one.account === account)
					.map(({ key }) => key)
					.sort(),
		},
	};
}
