import { GraphError } from '../graph/error.ts';
import type { Template } from '../template.ts';
import type { World } from '../world.ts';
import { plainRefusal, refusal } from './refusal.ts';

const DAY = 24 * 3_600_000;

/** Statuses that can be edited, and how often an approved one. Source: Meta, reference §2. */
const EDITABLE = ['APPROVED', 'REJECTED', 'PAUSED'];
const EDITS = { perDay: 1, perMonth: 10, monthDays: 30 } as const;

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
	const now = world.clock.now();
	const edits = world.templateLog.edits(template.id, now - EDITS.monthDays * DAY);
	if (edits.filter((at) => at > now - DAY).length >= EDITS.perDay) {
		// Clients report this subcode; Meta's title is not known.
		throw new GraphError(100, {
			subcode: 2388124,
			message: 'Invalid parameter',
			userMessage: 'An approved message template can be edited once in 24 hours. Try again later.',
		});
	}
	if (edits.length >= EDITS.perMonth) {
		throw plainRefusal(
			`An approved message template can be edited ${EDITS.perMonth} times in ` +
				`${EDITS.monthDays} days. Try again later.`,
		);
	}
}
