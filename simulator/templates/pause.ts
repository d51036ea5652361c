import type { Template } from '../template.ts';
import type { World } from '../world.ts';
import { setStatus, without } from './change.ts';

const HOUR = 3_600_000;

/** Three hours, then six, then disabled. Source: Meta, "Template pausing", reference §2. */
const PAUSES = [
	{ title: 'FIRST_PAUSE', hours: 3 },
	{ title: 'SECOND_PAUSE', hours: 6 },
] as const;

/** Pauses a template for its quality; the third time it is disabled. */
export function pauseForQuality(world: World, template: Template): Template {
	const pauses = template.pauses ?? 0;
	const pause = PAUSES[pauses];
	if (pause === undefined) return disable(world, template);
	const { title, hours } = pause;
	const description = `Your template has been paused for ${hours} hours because of low quality.`;
	const at = world.clock.now() + hours * HOUR;
	return setStatus(
		world,
		template,
		{
			status: 'PAUSED',
			pauses: pauses + 1,
			due: [...without(template, 'review', 'unpause'), { what: 'unpause', at }],
		},
		{ more: { other_info: { title, description } } },
	);
}

/** Pauses a template until somebody ends it. */
export function pauseForRate(world: World, template: Template): Template {
	return setStatus(
		world,
		template,
		{ status: 'PAUSED' },
		{
			more: {
				other_info: {
					title: 'RATE_LIMITING_PAUSE',
					description: 'Your template has been paused because it was sent too often.',
				},
			},
		},
	);
}

/** Ends a pause. Which event Meta sends is not documented: APPROVED, as partners report. */
export function unpause(world: World, template: Template): Template {
	return setStatus(
		world,
		template,
		{ status: 'APPROVED' },
		{
			more: {
				other_info: { title: 'UNPAUSE', description: 'Your template has been unpaused.' },
			},
		},
	);
}

/** Disables a template for good. */
export function disable(world: World, template: Template): Template {
	return setStatus(
		world,
		template,
		{ status: 'DISABLED' },
		{
			more: {
				disable_info: { disable_date: String(Math.floor(world.clock.now() / 1000)) },
				other_info: {
					title: 'DISABLED',
					description: 'Your template has been disabled because of low quality.',
				},
			},
		},
	);
}
