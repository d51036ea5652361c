import type { NodeContextData } from 'node-red';
import { wholeSecond, type OptOutStore, type StoredOptOut } from './opt-out-store';

/** Name of the value in the global context. */
const NAME = 'whatsappEventsOptOuts';

/** Who opted out, in Node-RED's global context, for a Node.js without SQLite. As durable as that is. */
export function contextOptOutStore(context: Pick<NodeContextData, 'get' | 'set'>): OptOutStore {
	const read = async () =>
		await new Promise<Record<string, StoredOptOut>>((resolve, reject) => {
			context.get(NAME, (error, value) =>
				error ? reject(error) : resolve({ ...(value as Record<string, StoredOptOut>) }),
			);
		});
	/** One change after the other: each reads what the one before has written. */
	let last: Promise<unknown> = Promise.resolve();
	const change = async (task: (people: Record<string, StoredOptOut>) => void) => {
		const mine = last.then(async () => {
			const people = await read();
			task(people);
			await new Promise<void>((resolve, reject) => {
				context.set(NAME, people, (error) => (error ? reject(error) : resolve()));
			});
		});
		last = mine.catch(() => undefined);
		await mine;
	};
	return {
		record: async (entries) =>
			await change((people) => {
				for (const given of entries) {
					const entry = { ...given, since: wholeSecond(given.since) };
					const known = people[entry.person];
					if (known === undefined || entry.since >= known.since) people[entry.person] = entry;
				}
			}),
		has: async (person) => (await read())[person]?.choice === 'stop',
		count: async (businessAccountId) =>
			Object.values(await read()).filter(
				(entry) => entry.businessAccountId === businessAccountId && entry.choice === 'stop',
			).length,
	};
}
