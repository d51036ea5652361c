/**
 * What became of asking for a delivery key:
 * - `claimed`: nobody had it; it is ours now and must be settled, released or left unsettled.
 * - `duplicate`: it was sent, or is being sent at this moment by another run.
 * - `unknown`: somebody claimed it and never said how it ended (a crash, a time-out). Sending now
 *   might be the second time, so it is not sent.
 */
export type ClaimResult = 'claimed' | 'duplicate' | 'unknown';

/**
 * Remembers which deliveries went out. A delivery is claimed before its request leaves and settled
 * after Meta accepted it; the promise "nobody gets it twice" stands on this and on nothing else.
 *
 * Keys are opaque. Each method takes a chunk, because a store may pay per call and not per key.
 * Implementations must make {@link claim} atomic among everything that shares the store.
 */
export interface DeliveryLedger {
	/** One result per key, in order. A key that stands twice in one chunk is a duplicate the second time. */
	claim(keys: string[]): Promise<ClaimResult[]>;
	/** These were accepted: from now on they read `duplicate`, for as long as the store remembers. */
	settle(keys: string[]): Promise<void>;
	/** These surely did not go out: they may be claimed again. */
	release(keys: string[]): Promise<void>;
	/** Nobody knows whether these went out: not in flight any more, and `unknown` from now on. */
	leaveUnsettled(keys: string[]): Promise<void>;
}
