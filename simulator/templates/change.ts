import type { JsonObject } from '../json.ts';
import type { RejectionInfo, Template, TemplateDue } from '../template.ts';
import {
	categoryAnnouncedValue,
	categoryChangedValue,
	componentsUpdateValue,
	qualityUpdateValue,
	statusUpdateValue,
} from '../webhooks/templateValues.ts';
import type { World } from '../world.ts';

/** `2026-11-22T10:27:39+0000`, the way Graph writes times. */
export function graphTime(time: number): string {
	return new Date(time).toISOString().replace(/\.\d+Z$/, '+0000');
}

/** Keeps a changed template; what was to happen to it stays unless the change says otherwise. */
export function keep(world: World, template: Template, change: Partial<Template>): Template {
	const changed: Template = {
		...template,
		...change,
		last_updated_time: graphTime(world.clock.now()),
	};
	world.templates.put(changed);
	world.events.template(changed);
	return changed;
}

/**
 * Gives a template a status and tells it by `message_template_status_update`.
 *
 * @param told the webhook's event where it is not the status, and what comes along with it
 */
export function setStatus(
	world: World,
	template: Template,
	change: Partial<Template> & { status: string },
	told: { event?: string; more?: JsonObject } = {},
): Template {
	const changed = keep(world, template, { due: without(template, 'review', 'unpause'), ...change });
	world.webhooks.send({
		field: 'message_template_status_update',
		value: statusUpdateValue(changed, told.event ?? changed.status, told.more ?? {}),
	});
	return changed;
}

export function approve(world: World, template: Template): Template {
	return setStatus(world, template, {
		status: 'APPROVED',
		rejected_reason: 'NONE',
		rejection_info: undefined,
	});
}

/** @param reason one of Meta's, see reference §2 */
export function reject(
	world: World,
	template: Template,
	reason: string,
	info: RejectionInfo | undefined,
): Template {
	return setStatus(world, template, {
		status: 'REJECTED',
		rejected_reason: reason,
		rejection_info: info,
	});
}

export function setQuality(world: World, template: Template, score: string): Template {
	const previous = template.quality_score?.score ?? 'UNKNOWN';
	const changed = keep(world, template, {
		quality_score: { score, date: Math.floor(world.clock.now() / 1000) },
	});
	world.webhooks.send({
		field: 'message_template_quality_update',
		value: qualityUpdateValue(changed, previous),
	});
	return changed;
}

/** Moves a template into another category, and says so. */
export function recategorise(world: World, template: Template, category: string): Template {
	const changed = keep(world, template, {
		category,
		previous_category: template.category,
		correct_category: category,
		due: without(template, 'recategorise'),
	});
	world.webhooks.send({ field: 'template_category_update', value: categoryChangedValue(changed) });
	return changed;
}

/** Announces another category; the template moves at that time. */
export function announceCategory(
	world: World,
	template: Template,
	category: string,
	at: number,
): Template {
	const changed = keep(world, template, {
		correct_category: category,
		due: [...without(template, 'recategorise'), { what: 'recategorise', at }],
	});
	world.webhooks.send({
		field: 'template_category_update',
		value: categoryAnnouncedValue(changed, at),
	});
	return changed;
}

/** Tells what a template consists of now. */
export function tellComponents(world: World, template: Template): void {
	world.webhooks.send({
		field: 'message_template_components_update',
		value: componentsUpdateValue(template),
	});
}

/** What is to happen to a template, less the named things. */
export function without(template: Template, ...gone: TemplateDue['what'][]): TemplateDue[] {
	return (template.due ?? []).filter((due) => !gone.includes(due.what));
}
