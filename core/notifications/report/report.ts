import { costOf, type Cost } from '../check/cost';
import type { ResultRow, ResultState } from '../sending/result-row';

/** What became of a notification, in numbers. */
export interface Report {
	/** Everybody on the list. */
	people: number;
	/** People the check left out. */
	leftOut: number;
	/** All others: `waiting`, `accepted`, … add up to it. */
	toSend: number;
	/** How far messages got; who has read one, got one. */
	accepted: number;
	sent: number;
	delivered: number;
	read: number;
	failed: number;
	/** Never left; resuming sends them. */
	unsent: number;
	/** Whether they left is not known. */
	unknown: number;
	/** Still to be sent. */
	waiting: number;
	/** Why people were left out, most of them first. */
	leftOutReasons: ReasonCount[];
	/** Why messages were not delivered, and why some never left. */
	failedReasons: ReasonCount[];
	/** Of everything that is, or was, to be sent. */
	cost: Cost;
	/** Of what was delivered. */
	costDelivered: Cost;
}

export interface ReasonCount {
	reason: string;
	/** Meta's, where it refused. */
	code?: string;
	count: number;
	message: string;
	whatToDo: string;
	/** The first few it happened to. */
	examples: Array<Pick<ResultRow, 'row' | 'name'>>;
}

/** Enough to find out what they have in common. */
const EXAMPLES = 3;

/** The rows of one notification → its report. */
export function reportOf(rows: readonly ResultRow[]): Report {
	const count = (...states: ResultState[]) =>
		rows.filter(({ state }) => states.includes(state)).length;
	const meant = rows.filter(({ state }) => state !== 'left_out');
	// WhatsApp took it first, and said later that it could not be delivered.
	const failedLater = rows.filter(
		({ state, reason }) => state === 'failed' && reason === 'not_delivered',
	).length;
	const [sent, delivered] = [count('sent', 'delivered', 'read'), count('delivered', 'read')];
	return {
		people: rows.length,
		leftOut: rows.length - meant.length,
		toSend: meant.length,
		accepted: count('accepted') + sent + failedLater,
		sent,
		delivered,
		read: count('read'),
		failed: count('failed'),
		unsent: count('unsent'),
		unknown: count('unknown'),
		waiting: count('waiting'),
		leftOutReasons: reasonsOf(rows.filter(({ state }) => state === 'left_out')),
		failedReasons: reasonsOf(
			rows.filter(({ state }) => ['failed', 'unsent', 'unknown'].includes(state)),
		),
		cost: costOf(meant.map(pricing)),
		costDelivered: costOf(
			rows.filter(({ state }) => state === 'delivered' || state === 'read').map(pricing),
		),
	};
}

const pricing = ({ country, price }: ResultRow) => ({
	...(country === '' ? {} : { country }),
	...(typeof price === 'number' ? { price } : {}),
});

/** A row, or somebody a check left out. */
interface ReasonedRow {
	row: number;
	name?: string;
	reason: string;
	code?: string;
	message: string;
	whatToDo: string;
}

/** Reasons whose sentence names the value: those of all people are told, not only of the first. */
export const valueReasons: readonly string[] = [
	'variable_missing',
	'variable_invalid',
	'header_media_missing',
];

/** More would hide what they have in common. */
const MOST_VALUES = 5;

/** `Venue is empty` and `Seat is empty; Venue is empty` → each once. */
function bothSentences(one: string, other: string): string {
	const parts = [...new Set([...one.split('; '), ...other.split('; ')])];
	return parts.slice(0, MOST_VALUES).join('; ');
}

/** How often each reason, most often first. The sentence of the first one stands for all, but for values. */
export function reasonsOf(rows: readonly ReasonedRow[]): ReasonCount[] {
	const counts = new Map<string, ReasonCount>();
	for (const { row, name, reason, code = '', message, whatToDo } of rows) {
		const key = `${reason}/${code}`;
		const known = counts.get(key);
		const entry: ReasonCount = known ?? {
			reason,
			...(code ? { code } : {}),
			count: 0,
			message,
			whatToDo,
			examples: [],
		};
		if (!known) counts.set(key, entry);
		else if (valueReasons.includes(reason)) entry.message = bothSentences(entry.message, message);
		entry.count++;
		if (entry.examples.length < EXAMPLES) entry.examples.push({ row, name: name ?? '' });
	}
	return [...counts.values()].sort((a, b) => b.count - a.count);
}

/** `12 of 100 were left out: 8 phone_invalid, 4 opted_out`; undefined where nobody was. */
export function leftOutSummary(
	people: number,
	reasons: readonly ReasonCount[],
): string | undefined {
	const all = reasons.reduce((sum, { count }) => sum + count, 0);
	if (all === 0) return undefined;
	return `${all} of ${people} were left out: ${reasons.map(({ reason, count }) => `${count} ${reason}`).join(', ')}`;
}
