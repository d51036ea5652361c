import { nextAllowed, type QuietHours } from './quiet-hours';
import type { ResultRow } from './result-row';
import { zonesOfCountry } from './time-zones';

export interface ChunkOptions {
	/** Most rows of a chunk. */
	size: number;
	/** Milliseconds since 1970. */
	now: number;
	/** Nothing leaves before this moment; milliseconds since 1970. */
	notBefore?: number;
	quiet?: QuietHours;
	/** IANA name, for people whose number does not say a country: that of the event. */
	timeZone?: string;
}

export interface NextChunk {
	/** What is to be sent now, in the order of the list. */
	chunk: ResultRow[];
	/** How many are still to be sent after it. */
	left: number;
	/** ISO time at which the next of those may be sent, where it is not now. */
	nextAt?: string;
	/** Why nothing further should be tried until somebody has looked; the rows keep waiting. */
	halted?: Halted;
}

/** Why a notification stands still. */
export interface Halted {
	reason: string;
	/** Meta's code, where a refusal halted it. */
	code?: string;
	message: string;
	whatToDo: string;
}

/** What a row that could not leave says of the whole notification. */
export const haltedBy = ({
	reason,
	code,
	message,
	whatToDo,
}: Pick<ResultRow, 'reason' | 'code' | 'message' | 'whatToDo'>): Halted => ({
	...{ reason, message, whatToDo },
	...(code === '' ? {} : { code }),
});

/** What a run that cannot go on writes into its rows; resuming makes them wait again. */
const isUnsent = ({ state }: Pick<ResultRow, 'state'>) => state === 'unsent';

/**
 * The next rows to send: those that wait, whose time has come, and where it is not night. Rows that are `unsent` come from a
 * chunk that could not go on (a refused token, no connection): then nothing is sent until somebody resumes.
 */
export function nextChunk(rows: readonly ResultRow[], options: ChunkOptions): NextChunk {
	const { size, now, notBefore = 0 } = options;
	const waiting = rows.filter(({ state }) => state === 'waiting').sort((a, b) => a.row - b.row);
	const stopper = rows.find(isUnsent);
	if (stopper) {
		return {
			chunk: [],
			left: waiting.length + rows.filter(isUnsent).length,
			halted: haltedBy(stopper),
		};
	}
	const moments = new Map<string, number>();
	const momentOf = (row: ResultRow): number => {
		const place = `${row.timeZone}/${row.country}`;
		const known = moments.get(place);
		if (known !== undefined) return known;
		const moment = nextAllowed(
			zonesOf(row, options.timeZone),
			options.quiet,
			Math.max(now, notBefore),
		);
		moments.set(place, moment);
		return moment;
	};
	const due = waiting.filter((row) => momentOf(row) <= now);
	const chunk = due.slice(0, Math.max(1, Math.floor(size)));
	const later = waiting.filter((row) => momentOf(row) > now).map(momentOf);
	return {
		chunk,
		left: waiting.length - chunk.length,
		...(due.length === chunk.length && later.length > 0
			? { nextAt: new Date(Math.min(...later)).toISOString() }
			: {}),
	};
}

function zonesOf(
	{ timeZone, country }: ResultRow,
	fallback: string | undefined,
): readonly string[] {
	if (timeZone !== '') return [timeZone];
	const zones = zonesOfCountry(country);
	return zones.length > 0 ? zones : fallback ? [fallback] : [];
}
