import { EventEmitter } from 'node:events';
import type { WaitingMessage } from './credit-store';

/**
 * Why what waits may be able to leave: WhatsApp says that what stopped the account is over, credits were bought, or a
 * template can be sent again.
 */
export type GoodNews = { is: 'lifted' | 'bought' } | { is: 'templateBack'; template: string };

/** A message that was accepted and then not delivered, because nobody could pay for it. */
export interface Unpaid {
	/** Its delivery key. */
	key: string;
	messageId: string;
	/** Why, and what to do. */
	message: string;
	whatToDo: string;
}

/**
 * What the nodes of this process hear about accounts, for those that wait until they can send again. Of the
 * process, not of a deployment: a trigger and a node know nothing of each other.
 */
const news = new EventEmitter<{
	good: [businessAccountId: string, what: GoodNews];
	unpaid: [unpaid: Unpaid[]];
	waits: [messages: WaitingMessage[]];
}>().setMaxListeners(0);

export const tellGoodNews = (businessAccountId: string, what: GoodNews): void =>
	void news.emit('good', businessAccountId, what);

/** @returns what ends the listening */
export function onGoodNews(businessAccountId: string, hear: (what: GoodNews) => void): () => void {
	const listener = (id: string, what: GoodNews) => {
		if (id === businessAccountId) hear(what);
	};
	news.on('good', listener);
	return () => void news.off('good', listener);
}

export const tellUnpaid = (unpaid: Unpaid[]): void => void news.emit('unpaid', unpaid);

/** @returns what ends the listening */
export function onUnpaid(hear: (unpaid: Unpaid[]) => void): () => void {
	news.on('unpaid', hear);
	return () => void news.off('unpaid', hear);
}

/** Messages that have left and wait again. */
export const tellWaiting = (messages: WaitingMessage[]): void => void news.emit('waits', messages);

/** @returns what ends the listening */
export function onWaiting(hear: (messages: WaitingMessage[]) => void): () => void {
	news.on('waits', hear);
	return () => void news.off('waits', hear);
}
