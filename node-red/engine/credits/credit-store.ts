import type { Purchase } from '../../../core/credits/purchases/purchase';

/** Credits that were bought, by WhatsApp Business account. */
export interface PurchaseStore {
	/** @returns false where this payment is in the books already, or was taken out by hand */
	book(businessAccountId: string, purchase: Purchase): Promise<boolean>;
	/** The newest first. */
	all(businessAccountId: string): Promise<Purchase[]>;
	/** A payment that is told of again later stays removed. @returns whether it was there */
	remove(businessAccountId: string, paymentId: string): Promise<boolean>;
}

/** A message that is kept until the account can send it, with what is needed to send it. */
export interface WaitingMessage {
	/** Its delivery key. */
	key: string;
	/** `personKey`, or empty: so that “Forget a person” finds it. */
	person: string;
	/** Id of the Send Template that keeps it. */
	node: string;
	/**
	 * `waiting`: it surely did not leave, or WhatsApp says it was not delivered for want of money. `left`: WhatsApp took
	 * it and has not said yet what became of it.
	 */
	state: 'waiting' | 'left';
	/** WhatsApp's id of it, once it has left. */
	messageId?: string;
	/** The item's request, as JSON. */
	request: string;
	/** Why it waits: a word to branch on, and a sentence. */
	reason: string;
	message: string;
	/** Milliseconds. */
	since: number;
}

/** What a status says of messages that have left. */
export interface WaitingNews {
	key: string;
	messageId: string;
	/** Not delivered, because of the account or its money; left out for every other status. */
	failed?: { reason: string; message: string; whatToDo?: string };
}

/** Messages that wait for the account. */
export interface WaitingStore {
	put(messages: readonly WaitingMessage[]): Promise<void>;
	/** Of one Send Template, those that came first first. */
	of(node: string): Promise<WaitingMessage[]>;
	remove(keys: readonly string[]): Promise<void>;
	/** Undefined where nothing is kept under this key. */
	stateOf(key: string): Promise<WaitingMessage['state'] | undefined>;
	/** What has left is forgotten, or waits again. @returns what waits again */
	hear(news: readonly WaitingNews[]): Promise<WaitingMessage[]>;
}

/** What the team was told about an account, so that nobody hears it twice. */
export interface AlertStore {
	/** @returns whether this is news: false where it was told and not taken back since */
	once(businessAccountId: string, key: string): Promise<boolean>;
	/** It is over: the next time is news again. @returns whether it had been told */
	over(businessAccountId: string, key: string): Promise<boolean>;
	/** Keys of what was told and is not over. */
	open(businessAccountId: string): Promise<string[]>;
}

/** What this Node-RED keeps about credits. */
export interface CreditStore {
	purchases: PurchaseStore;
	waiting: WaitingStore;
	alerts: AlertStore;
}

const DAY_MS = 24 * 60 * 60_000;

/** What waited longer surprises whoever gets it; it is handed out as not sent. */
export const WAITING_MS = 7 * DAY_MS;

/** WhatsApp says within minutes what became of a message; numbers and values are not kept for longer. */
export const LEFT_MS = DAY_MS;

/** Half a year later nobody remembers what was told. */
export const ALERT_MS = 180 * DAY_MS;

/** Whether a row is to be deleted, whoever kept it. A day later than its node hands it out itself. */
export const isStale = ({ state, since }: Pick<WaitingMessage, 'state' | 'since'>, now: number) =>
	since < now - (state === 'left' ? LEFT_MS : WAITING_MS + DAY_MS);

/**
 * A message after a status of it; undefined once nothing is left to be done for it. A status of an earlier try
 * changes nothing: WhatsApp tells things late, and more than once.
 */
export function afterNews(
	message: WaitingMessage,
	{ messageId, failed }: WaitingNews,
): WaitingMessage | undefined {
	if (message.state !== 'left' || message.messageId !== messageId) return message;
	if (!failed) return undefined;
	const { messageId: _earlier, ...rest } = message;
	const { reason, message: why } = failed;
	return { ...rest, reason, message: why, state: 'waiting' };
}
