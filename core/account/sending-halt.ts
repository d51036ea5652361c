/** Where sending stops: a whole account, or one of its numbers. */
export interface SendingPlace {
	/** See `accountKey`. */
	account: string;
	/** Left out: every number of the account. */
	phoneNumberId?: string;
}

/** What stops an account or a number: `money` cannot be seen in its health, the others can. */
export type HaltCause = 'money' | 'ban' | 'restriction' | 'spam' | 'policy' | 'account';

/** Why nothing leaves from an account or a number at the moment. */
export interface SendingHalt {
	cause: HaltCause;
	/** Sentences for the organiser. */
	message: string;
	whatToDo: string;
	/** When it happened, as WhatsApp says; milliseconds since 1970. */
	since: number;
	/** When it ends by itself, where WhatsApp says so; milliseconds since 1970. */
	until?: number;
	/** Before this moment nobody looks whether it is over; left out, as its cause says. Milliseconds since 1970. */
	lookAgainAt?: number;
}
