import type { Clock } from '../ports';

/** How far behind its plan a pace may catch up after a slow moment, in milliseconds of messages. */
const CATCH_UP_MS = 60;

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

	private cutAt = 0;

	private rateAfterCut: number;

	constructor(
		private readonly clock: Clock,
		private perSecond: number,
	) {
		this.rateAfterCut = perSecond;
	}

	/** Changes the limit, in messages a second; a running cut stays. */
	setLimit(perSecond: number): void {
		if (perSecond === this.perSecond) return;
		this.perSecond = perSecond;
		if (this.cutAt === 0) this.rateAfterCut = perSecond;
	}

	/** Messages a second at this moment. */
	get rate(): number {
		if (this.cutAt === 0) return this.perSecond;
		const seconds = (this.clock.now() - this.cutAt) / 1000;
		return Math.min(this.perSecond, this.rateAfterCut + seconds * CLIMB_PER_SECOND * this.perSecond);
	}

	/** Waits for the turn of one message. */
	async take(): Promise<void> {
		const now = this.clock.now();
		const slot = Math.max(this.nextAt, now - CATCH_UP_MS);
		this.nextAt = slot + 1000 / this.rate;
		if (slot > now) await this.clock.sleep(slot - now);
	}

	/** Meta refused for going too fast: half the pace, at least one message a second. */
	slowDown(): void {
		const now = this.clock.now();
		if (this.cutAt !== 0 && now - this.cutAt < CUT_EVERY_MS) return;
		this.rateAfterCut = Math.max(1, this.rate / 2);
		this.cutAt = now;
	}
}

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
