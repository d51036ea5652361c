// What came on which phone.
import { setTimeout as sleep } from 'node:timers/promises';
import { json } from '../../scripts/lib/demo.mjs';

/** After the last expected message nothing else may come for so long. */
const QUIET_MS = 1_200;

export class Phones {
	/** Ids of messages that were looked at. */
	#seen = new Set();

	constructor(simulatorUrl) {
		this.simulatorUrl = simulatorUrl;
	}

	/** New messages since the last time, on any phone. */
	async #fresh() {
		const { phones } = await json(`${this.simulatorUrl}/sim/phones`);
		return phones.flatMap(({ waId, messages }) =>
			messages
				.filter(({ id, direction }) => direction === 'business' && !this.#seen.has(id))
				.map((message) => ({ waId, ...message })),
		);
	}

	/** Everything so far counts as seen. */
	async forget() {
		for (const { id } of await this.#fresh()) this.#seen.add(id);
	}

	/**
	 * Waits for as many messages, and then whether more come.
	 *
	 * @returns every new message, of any phone
	 */
	async next(count, timeoutMs) {
		const deadline = Date.now() + timeoutMs;
		while ((await this.#fresh()).length < count && Date.now() < deadline) await sleep(100);
		await sleep(QUIET_MS);
		const fresh = await this.#fresh();
		for (const { id } of fresh) this.#seen.add(id);
		return fresh;
	}
}
