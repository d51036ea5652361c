import { leftOut } from '../left-out';
import type { Notice } from '../notice';
import type { LeftOut, LeftOutReason } from '../planned-message';
import type { Hash } from './holder';
import type { SeenKind, SeenRow } from './seen-row';

export interface CompareOptions {
	/** Keyed hash of what identifies a person: see core/messages/delivery-key, `recipientHash`. */
	hash: Hash;
	/** ISO country of numbers written without one. */
	defaultCountry?: string;
	/** Compare trial runs of the organiser, too. Default false: they leave no trace. */
	includeTest?: boolean;
}

/** What came of comparing: notices of what changed, who is left out, and the rows to write. */
export interface Comparison {
	notices: Notice[];
	leftOut: LeftOut[];
	/** Written before the messages leave: a report that is answered once more gives the same again. */
	rows: SeenRow[];
	/** Reports that changed nothing. */
	unchanged: number;
}

/** The rows known so far, those of this call included, and what has come of it. */
export class Compared {
	readonly notices: Notice[] = [];

	readonly leftOut: LeftOut[] = [];

	unchanged = 0;

	private readonly written = new Set<string>();

	private readonly rows: Map<string, SeenRow>;

	/** What was known before this call. */
	private readonly before: readonly SeenRow[];

	constructor(
		rows: readonly SeenRow[],
		readonly options: CompareOptions,
	) {
		this.before = rows;
		this.rows = new Map(rows.map((row) => [row.key, row]));
	}

	row(key: string): SeenRow | undefined {
		return this.rows.get(key);
	}

	all(kind: SeenKind): SeenRow[] {
		return [...this.rows.values()].filter((row) => row.kind === kind);
	}

	knewBefore(about: string): boolean {
		return this.before.some((row) => row.about === about);
	}

	write(row: SeenRow): void {
		this.rows.set(row.key, row);
		this.written.add(row.key);
	}

	leave(notice: Notice, reason: LeftOutReason): void {
		const person = notice.attendee ?? notice.speaker ?? notice.sponsor ?? notice.buyer;
		this.leftOut.push(leftOut(reason, notice, { person }));
	}

	result(): Comparison {
		const { notices, leftOut: left, unchanged } = this;
		const rows = [...this.written].map((key) => this.rows.get(key) as SeenRow);
		return { notices, leftOut: left, rows, unchanged };
	}
}

/** The later of two times, as ISO 8601. */
export const later = (one: string, other: string | undefined): string =>
	other !== undefined && Date.parse(other) > Date.parse(one) ? other : one;
