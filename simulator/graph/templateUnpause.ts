import type { Answer } from '../http/router.ts';
import { settleDue } from '../templates/due.ts';
import { unpause } from '../templates/pause.ts';
import { plainRefusal } from '../templates/refusal.ts';
import type { World } from '../world.ts';
import { unknownObject } from './error.ts';

/**
 * `POST /{template}/unpause`: ends a pause before its time.
 *
 * @throws {GraphError} 100 for a template that is not paused
 */
export function unpauseTemplate(world: World, id: string): Answer {
	settleDue(world);
	const template = world.templates.byId(id);
	if (template === undefined) throw unknownObject(id, 'POST');
	if (template.status !== 'PAUSED') throw plainRefusal('The message template is not paused.');
	unpause(world, template);
	return { status: 200, json: { success: true } };
}
