import type { Logger } from '../../ports';
import type { TemplateMarks } from './marks';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** An approved template is edited once a day, and ten times in a month. Source: Meta, "Edit templates". */
const EDITS = { perDay: 1, perMonth: 10 } as const;
const MONTH_DAYS = 30;

/** How long name and language of a deleted approved template stay blocked. Source: Meta, "Delete templates". */
const BLOCKED_DAYS = 30;

/**
 * What was done to an account's templates, counted by the hour: marks can be asked for only one by one, and
 * an hour is as exact as a “possible from” needs to be. Marks that cannot be read or written are told to the
 * log and cost the exact time only: what Meta did must be reported all the same.
 */
export class QuotaMarks {
	constructor(
		private readonly marks: TemplateMarks,
		/** Tells accounts apart. */
		private readonly account: string,
		private readonly logger?: Logger,
	) {}

	async edited(id: string, at: number): Promise<void> {
		await this.add(this.editMark(id, hourOf(at)));
	}

	/** @param language `*` where no language of the name is left: then all of them are blocked */
	async deleted(name: string, language: string, at: number): Promise<void> {
		await this.add(this.deletionMark(name, language, dayOf(at)));
	}

	/** When an approved template may be edited again, in milliseconds; undefined: as far as is known, now. */
	async editPossibleAt(id: string, now: number): Promise<number | undefined> {
		const hours = backwards(hourOf(now), MONTH_DAYS * 24 + 1);
		const known = await this.known(hours.map((hour) => this.editMark(id, hour)));
		const edits = hours.filter((hour) => known.has(this.editMark(id, hour)));
		const [last] = edits;
		const tenth = edits[EDITS.perMonth - 1];
		// Counted from the end of the hour, so that it is possible for sure.
		const times = [
			last === undefined ? 0 : (last + 1) * HOUR + DAY,
			tenth === undefined ? 0 : (tenth + 1) * HOUR + MONTH_DAYS * DAY,
		];
		const possible = Math.max(...times);
		return possible > now ? possible : undefined;
	}

	/** When a deleted name may be used again in a language; undefined: as far as is known, now. */
	async namePossibleAt(name: string, language: string, now: number): Promise<number | undefined> {
		const days = backwards(dayOf(now), BLOCKED_DAYS + 1);
		const marksOf = (day: number) =>
			[language, '*'].map((one) => this.deletionMark(name, one, day));
		const known = await this.known(days.flatMap(marksOf));
		const last = days.find((day) => marksOf(day).some((mark) => known.has(mark)));
		const possible = last === undefined ? 0 : (last + 1 + BLOCKED_DAYS) * DAY;
		return possible > now ? possible : undefined;
	}

	private async add(mark: string): Promise<void> {
		try {
			await this.marks.add([mark]);
		} catch (error) {
			this.warn('It could not be noted when a template was changed', error);
		}
	}

	private async known(marks: string[]): Promise<ReadonlySet<string>> {
		try {
			return await this.marks.known(marks);
		} catch (error) {
			this.warn('It could not be looked up when a template was changed', error);
			return new Set();
		}
	}

	private warn(message: string, error: unknown): void {
		this.logger?.warn(message, { error: error instanceof Error ? error.message : String(error) });
	}

	private editMark = (id: string, hour: number) => `edited:${this.account}:${id}:${hour}`;

	private deletionMark = (name: string, language: string, day: number) =>
		`deleted:${this.account}:${name}:${language}:${day}`;
}

const hourOf = (time: number) => Math.floor(time / HOUR);
const dayOf = (time: number) => Math.floor(time / DAY);

/** A number and those before it, newest first. */
const backwards = (from: number, count: number) =>
	Array.from({ length: count }, (_, i) => from - i);
