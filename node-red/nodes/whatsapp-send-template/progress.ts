import type { Tally } from '../../engine';

/** The pace is taken over so many milliseconds. */
const WINDOW_MS = 3_000;

const number = new Intl.NumberFormat('en-US');

/** How far a node is with everything it was given and has not finished. */
export class Progress {
	private total = 0;

	private done = 0;

	/** When messages were accepted, within the window. */
	private sentAt: number[] = [];

	constructor(private readonly now: () => number = Date.now) {}

	/** A run of `count` messages begins. */
	begin(count: number): void {
		this.total += count;
	}

	/** One message has its outcome. */
	step(sent: boolean): void {
		this.done++;
		if (sent) this.sentAt.push(this.now());
	}

	/** Everything begun has ended: the next run counts from nothing. */
	reset(): void {
		this.total = 0;
		this.done = 0;
		this.sentAt = [];
	}

	/** `1,240/10,000 · 78/s`; undefined for a single message. */
	get text(): string | undefined {
		if (this.total <= 1) return undefined;
		const now = this.now();
		const gone = this.sentAt.findIndex((at) => at > now - WINDOW_MS);
		this.sentAt.splice(0, gone < 0 ? this.sentAt.length : gone);
		const since = this.sentAt[0];
		// A window that has only begun must not make the first messages look like thousands a second.
		const seconds = since === undefined ? 1 : Math.max(1, (now - since) / 1000);
		const pace = Math.round(this.sentAt.length / seconds);
		return `${number.format(this.done)}/${number.format(this.total)} · ${pace}/s`;
	}
}

/** Figures of a finished run as the status shows them. */
export const figures = ({ sent, notSent }: Pick<Tally, 'sent' | 'notSent'>) => ({
	sent: number.format(sent),
	notSent: number.format(notSent),
});
