import type { Clock } from '../ports';
import type { AccountHealth } from './account-health';
import type { SendingPlace } from './sending-halt';

const MINUTE = 60_000;

/** An agency's accounts and numbers. */
const MOST_PLACES = 500;

/** The health of accounts read in this process, for a minute: a flow that sends one message at a time asks once. */
export class HealthCache {
	private readonly known = new Map<string, { at: number; health: Promise<AccountHealth> }>();

	constructor(private readonly clock: Clock) {}

	/** @param read reads it where it is not known from within the last minute */
	async of(
		{ account, phoneNumberId }: Required<SendingPlace>,
		read: () => Promise<AccountHealth>,
	): Promise<AccountHealth> {
		const key = `${account} ${phoneNumberId}`;
		const known = this.known.get(key);
		if (known && this.clock.now() - known.at < MINUTE) return await known.health;
		const entry = { at: this.clock.now(), health: read() };
		this.known.delete(key);
		this.known.set(key, entry);
		const oldest = this.known.keys().next().value;
		if (this.known.size > MOST_PLACES && oldest !== undefined) this.known.delete(oldest);
		const health = await entry.health;
		// What could not be read, and what is wrong, is looked at again at once: somebody may be mending it.
		if (health.canSend === 'no' || health.canSend === 'unknown') this.known.delete(key);
		return health;
	}
}
