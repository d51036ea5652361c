import { GraphError } from '../graph/error.ts';
import type { Template } from '../template.ts';
import type { World } from '../world.ts';
import { plainRefusal, refusal } from './refusal.ts';

const DAY = 24 * 3_600_000;

/** Statuses that can be edited, and how often an approved one. Source: Meta, reference §2. */
const EDITABLE = ['APPROVED', 'REJECTED', 'PAUSED'];
const EDITS = { perDay: 1, perMonth: 10, monthDays: 30 } as const;

/** How often a template was edited while approved, and when it can be edited again. */
export interface EditQuota {
	day: number;
	month: number;
	perDay: number;
	perMonth: number;
	/** Whether it can be edited now. */
	possible: boolean;
	/** Else from when, in milliseconds since 1970; `null` when its status takes no edit. */
	nextAt: number | null;
}

/** The edits of a template by Meta's limits, which are for approved ones. */
export function editQuotaOf(world: World, template: Template): EditQuota {
	const now = world.clock.now();
	const month = world.templateLog.edits(template.id, now - EDITS.monthDays * DAY);
	const day = month.filter((at) => at > now - DAY);
	const { perDay, perMonth } = EDITS;
	const quota = { day: day.length, month: month.length, perDay, perMonth };
	if (template.status !== 'APPROVED') {
		return { ...quota, possible: EDITABLE.includes(template.status), nextAt: null };
	}
	// The edits that have to be a day, or 30 days, old before there is room for another.
	const inTheWay = [
		{ at: day[day.length - perDay], lasts: DAY },
		{ at: month[month.length - perMonth], lasts: EDITS.monthDays * DAY },
	];
	const free = inTheWay.flatMap(({ at, lasts }) => (at === undefined ? [] : [at + lasts]));
	if (free.length === 0) return { ...quota, possible: true, nextAt: null };
	return { ...quota, possible: false, nextAt: Math.max(...free) };
}

/**
 * Whether a template may be edited now.
 *
 * @throws {GraphError} in review or in another status that takes no edit · approved and edited in the
 * last day, or ten times in a month
 */
export function checkEditable(world: World, template: Template): void {
	if (!EDITABLE.includes(template.status)) {
		throw refusal(
			'status',
			"The status for this message template can't be changed. You can only delete or add templates.",
		);
	}
	if (template.status !== 'APPROVED') return;
	const { day, month, perDay, perMonth } = editQuotaOf(world, template);
	if (day >= perDay) {
		// Clients report this subcode; Meta's title is not known.
		throw new GraphError(100, {
			subcode: 2388124,
			message: 'Invalid parameter',
			userMessage: 'An approved message template can be edited once in 24 hours. Try again later.',
		});
	}
	if (month >= perMonth) {
		throw plainRefusal(
			`An approved message template can be edited ${perMonth} times in ` +
				`${EDITS.monthDays} days. Try again later.`,
		);
	}
}
