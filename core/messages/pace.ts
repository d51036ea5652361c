import type { Clock } from '../ports';

/** What a pace makes up for when it begins, in milliseconds of messages: the lateness of its timers. */
const CATCH_UP_MS = 60;

/**
 * The same for those who waited all the while, so that a process busy for a moment (a ledger that is
 * rewritten) keeps its pace; after a longer stall the rest of a second's messages must not burst out.
 */
const LONGEST_CATCH_UP_MS = 250;

/** Refusals of one moment count once: everything in flight then was sent at the old pace. */
const CUT_EVERY_MS = 1000;

/** Share of the limit won back for each second without a refusal. */
const CLIMB_PER_SECOND = 0.05;

/**
 * A token bucket for one sending number, shared by every run in the process. It plans each message
 * at an absolute time, so late timers do not add up; halves when Meta says "too fast" (130429); and
 * climbs back, so that several workers settle on a fair share without talking to each other.
 */
export class Pace {
	private nextAt = 0;

	private cut: { at: number; rate: number } | undefined;

	private perSecond: number;

	/** Ends when everybody who asked before has had their turn. */
	private queue: Promise<void> = Promise.resolve();

	constructor(
		private readonly clock: Clock,
		perSecond: number,
	) {
		this.perSecond = usable(perSecond);
	}

	/** Changes the limit, in messages a second; a running cut stays. */
	setLimit(perSecond: number): void {
		this.perSecond = usable(perSecond);
	}

	/** Messages a second at this moment. */
	get rate(): number {
		if (!this.cut) return this.perSecond;
		const seconds = (this.clock.now() - this.cut.at) / 1000;
		return Math.min(this.perSecond, this.cut.rate + seconds * CLIMB_PER_SECOND * this.perSecond);
	}

	/**
	 * Waits for the turn of one message, first come, first served. A turn is planned only when the one
	 * before is over, so that a cut or a new limit holds at once, also for those who wait already.
	 *
	 * @param isOver true when the message will not leave any more: its turn is passed on
	 */
	async take(isOver: () => boolean = () => false): Promise<void> {
		const askedAt = this.clock.now();
		const turn = this.queue.then(async () => await this.waitForSlot(askedAt, isOver));
		// A sleep that fails must not fail those who wait behind it.
		this.queue = turn.catch(() => undefined);
		await turn;
	}

	/** Meta refused for going too fast: half the pace, at least one message a second. */
	slowDown(): void {
		const now = this.clock.now();
		if (this.cut && now - this.cut.at < CUT_EVERY_MS) return;
		this.cut = { at: now, rate: Math.max(1, this.rate / 2) };
	}

	private async waitForSlot(askedAt: number, isOver: () => boolean): Promise<void> {
		if (isOver()) return;
		const now = this.clock.now();
		const slot = Math.max(this.nextAt, askedAt - CATCH_UP_MS, now - LONGEST_CATCH_UP_MS);
		const wait = slot - now;
		if (wait > 0) await this.clock.sleep(wait);
		if (!isOver()) this.nextAt = slot + 1000 / this.rate;
	}
}

/** A limit nobody can keep (0, not a number) would stop the number for good, or not hold at all. */
const usable = (perSecond: number) => (perSecond > 0 && Number.isFinite(perSecond) ? perSecond : 1);

/** One pace per sending number, for all runs of a process. */
export class Paces {
	private readonly byNumber = new Map<string, Pace>();

	/** The pace of a number, brought to this limit. */
	of(phoneNumberId: string, perSecond: number, clock: Clock): Pace {
		const known = this.byNumber.get(phoneNumberId);
		if (known) {
			known.setLimit(perSecond);
			return known;
		}
		const pace = new Pace(clock, perSecond);
		this.byNumber.set(phoneNumberId, pace);
		return pace;
	}
}
