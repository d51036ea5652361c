import type { Template } from '../template.ts';
import { statusUpdateValue } from '../webhooks/templateValues.ts';
import type { World } from '../world.ts';
import { setStatus, without } from './change.ts';

/** Longest wait for messages that are still to be delivered. Source: Meta, reference §2. */
const LONGEST_WAIT = 30 * 24 * 3_600_000;

/**
 * Deletes a template: at once, or when the messages sent with it are delivered. The name of an
 * approved one stays blocked. Source: Meta, "Delete templates", reference §2.
 */
export function removeTemplate(world: World, template: Template): void {
	if (template.status === 'PENDING_DELETION') return;
	const now = world.clock.now();
	if (template.status === 'APPROVED') world.templateLog.add('approved_deleted', template, now);
	if (world.settings.templates.deletion === 'pending' || hasUndelivered(world, template)) {
		const due = without(template, 'review', 'unpause', 'recategorise');
		setStatus(world, template, {
			status: 'PENDING_DELETION',
			due: [...due, { what: 'remove', at: now + LONGEST_WAIT }],
		});
		return;
	}
	finishRemoval(world, template);
}

/** Takes a template away and says so. */
export function finishRemoval(world: World, template: Template): void {
	world.templates.delete(template);
	const gone = { ...template, status: 'DELETED' };
	world.events.template(gone);
	world.webhooks.send({
		field: 'message_template_status_update',
		value: statusUpdateValue(gone, 'DELETED', {}),
	});
}

/** Whether messages of a template are still on their way. */
export function hasUndelivered(world: World, template: Template): boolean {
	return world.messages
		.waiting()
		.some(
			({ message }) =>
				message.template?.name === template.name &&
				message.template.language === template.language &&
				['accepted', 'sent'].includes(message.status ?? ''),
		);
}
