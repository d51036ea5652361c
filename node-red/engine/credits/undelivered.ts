import type { WaitingNews } from './credit-store';

/** More than are ever under way between a request and the note of its answer. */
const MOST = 10_000;

/** Failures of messages that are not on record yet, as far as this process has heard of them. */
class Undelivered {
	private readonly known = new Map<string, WaitingNews>();

	add(news: WaitingNews): void {
		const { messageId } = news;
		this.known.set(messageId, news);
		const [oldest] = this.known.keys();
		if (this.known.size > MOST && oldest !== undefined) this.known.delete(oldest);
	}

	/** What was heard of a message, once. */
	take(messageId: string): WaitingNews | undefined {
		const news = this.known.get(messageId);
		this.known.delete(messageId);
		return news;
	}
}

export const undelivered = new Undelivered();
