/**
 * Whether there is enough for a batch: what Send Template's “Before Sending” needs to know. An answer of
 * `core/credits/balance/guard` is one.
 */
export interface GuardVerdict {
	enough: boolean;
	/** False where it can only be assumed, e.g. with a payment method whose limit nobody tells. */
	certain?: boolean;
	/** Sentences for the organiser. */
	message: string;
	whatToDo?: string;
}

/** One message of the batch as prices see it. */
export interface PlannedMessage {
	/** Two letters; absent where the number does not say. */
	country?: string;
	/** `MARKETING`, `UTILITY`, `AUTHENTICATION` */
	category: string;
}

/**
 * Asked once per run, before anything is claimed or sent. Given are the messages that would really be sent: the
 * engine makes an estimate of them in the account's currency and compares it with the balance it reads.
 * An exception is told and counts as not enough: nobody asked for the guard in order to have it skipped.
 */
export type SendGuard = (planned: readonly PlannedMessage[]) => Promise<GuardVerdict>;
