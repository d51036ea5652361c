import type { Template, TemplateDue } from '../template.ts';
import type { World } from '../world.ts';
import { keep, recategorise, without } from './change.ts';
import { unpause } from './pause.ts';
import { finishRemoval, hasUndelivered } from './removal.ts';
import { reviewNow } from './review.ts';

/** Timers of Node.js end after 24 days; longer waits are taken in steps. */
const LONGEST_STEP = 24 * 3_600_000;

/**
 * Does what has come due by the simulated clock. Called by timers and before templates are looked
 * at: a clock that is moved by hand moves no timer.
 */
export function settleDue(world: World): void {
	const now = world.clock.now();
	for (const template of world.templates.all()) {
		for (const due of template.due ?? []) {
			const present = world.templates.byId(template.id);
			if (present !== undefined && isDue(world, present, due, now)) settle(world, present, due);
		}
	}
}

/** Waits for the next thing that is to happen to a template. */
export function armDue(world: World, template: Template): void {
	const times = (template.due ?? []).map((due) => due.at);
	if (times.length === 0) return;
	const { deliveredMs } = world.settings.statuses;
	const longest = template.status === 'PENDING_DELETION' ? deliveredMs + 100 : LONGEST_STEP;
	const wait = Math.max(0, Math.min(...times) - world.clock.now());
	const step = Math.min(wait, longest);
	world.schedule.after(step, () => {
		settleDue(world);
		const left = world.templates.byId(template.id);
		if (left !== undefined && step < wait && left.status !== 'PENDING_DELETION')
			armDue(world, left);
	});
}

/** For a start, a reset and a change of the clock: settles and waits anew. */
export function armAll(world: World): void {
	settleDue(world);
	for (const template of world.templates.all()) armDue(world, template);
}

function isDue(world: World, template: Template, due: TemplateDue, now: number): boolean {
	if (due.at <= now) return true;
	const { deletion } = world.settings.templates;
	return due.what === 'remove' && deletion === 'whenDelivered' && !hasUndelivered(world, template);
}

function settle(world: World, template: Template, due: TemplateDue): void {
	const rest = keep(world, template, { due: without(template, due.what) });
	if (due.what === 'remove') finishRemoval(world, rest);
	else if (due.what === 'unpause') {
		if (rest.status === 'PAUSED') unpause(world, rest);
	} else if (due.what === 'review') reviewNow(world, rest);
	else recategorise(world, rest, rest.correct_category ?? rest.category);
}
