import { readValue, writeValue, type ContextValues } from '../context-values';
import { oneAtATime } from '../one-at-a-time';
import { wholeSecond, type OptOutStore, type StoredOptOut } from './opt-out-store';

/** Name of the value in the global context. */
const NAME = 'whatsappEventsOptOuts';

/** Who opted out, in Node-RED's global context, for a Node.js without SQLite. As durable as that is. */
export function contextOptOutStore(context: ContextValues): OptOutStore {
	const read = async () => ({
		...((await readValue(context, NAME)) as Record<string, StoredOptOut>),
	});
	/** One change after the other: each reads what the one before has written. */
	const inTurn = oneAtATime();
	const change = async (task: (people: Record<string, StoredOptOut>) => void) =>
		await inTurn(async () => {
			const people = await read();
			task(people);
			await writeValue(context, NAME, people);
		});
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
