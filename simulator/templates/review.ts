import type { Template } from '../template.ts';
import type { World } from '../world.ts';
import { approve, recategorise, reject, without } from './change.ts';
import { isPromotional, verdictOn } from './verdict.ts';

/** What a template in review looks like: pending, and decided after a while unless by hand. */
export function inReview(world: World, template: Template): Partial<Template> {
	const { review, afterMs } = world.settings.templates;
	const due = without(template, 'review', 'unpause');
	if (review !== 'manual') due.push({ what: 'review', at: world.clock.now() + afterMs });
	return { status: 'PENDING', rejected_reason: 'NONE', rejection_info: undefined, due };
}

/** Decides on a template in review, the way it is set; by hand means that it goes on waiting. */
export function reviewNow(world: World, template: Template): void {
	const { review } = world.settings.templates;
	if (template.status !== 'PENDING' || review === 'manual') return;
	if (review === 'approve') {
		approve(world, template);
		return;
	}
	const verdict = verdictOn(template, world.templates.all());
	if (!verdict.approved) {
		reject(world, template, verdict.reason, verdict.info);
		return;
	}
	const advertises = template.category === 'UTILITY' && isPromotional(template);
	approve(world, advertises ? recategorise(world, template, 'MARKETING') : template);
}
