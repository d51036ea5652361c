import { asArray, asText, type JsonObject } from '../json.ts';
import type { Template, TemplateComponent } from '../template.ts';
import { CATEGORIES } from '../templates/categories.ts';
import {
	announceCategory,
	approve,
	keep,
	recategorise,
	reject,
	setQuality,
	setStatus,
	tellComponents,
} from '../templates/change.ts';
import { armDue, settleDue } from '../templates/due.ts';
import { disable, pauseForQuality, pauseForRate, unpause } from '../templates/pause.ts';
import { finishRemoval, removeTemplate } from '../templates/removal.ts';
import type { World } from '../world.ts';

/** What Meta does to a template; a sentence when it cannot. */
type Action = (world: World, template: Template, given: JsonObject) => Template | string;

/** Source: reference §2. */
const REASONS = [
	'ABUSIVE_CONTENT',
	'INCORRECT_CATEGORY',
	'INVALID_FORMAT',
	'PROMOTIONAL',
	'SCAM',
	'TAG_CONTENT_MISMATCH',
];
const QUALITIES = ['GREEN', 'YELLOW', 'RED', 'UNKNOWN'];

/** From the announcement of a category to the change. */
const ANNOUNCED_MS = 24 * 3_600_000;

const ACTIONS: Readonly<Record<string, Action>> = {
	approve,
	reject: rejectTemplate,
	pause: (world, template, given) =>
		given['cause'] === 'rate' ? pauseForRate(world, template) : pauseForQuality(world, template),
	unpause: (world, template) =>
		template.status === 'PAUSED' ? unpause(world, template) : 'The template is not paused.',
	disable,
	recategorise: moveCategory,
	quality: (world, template, given) => {
		const score = asText(given['score']) ?? '';
		if (!QUALITIES.includes(score)) return `The score is one of ${QUALITIES.join(', ')}.`;
		return setQuality(world, template, score);
	},
	components: (world, template, given) => {
		const components = asArray(given['components']) as TemplateComponent[];
		if (components.length === 0) return 'Send { "components": [ … ] }.';
		const changed = keep(world, template, { components });
		tellComponents(world, changed);
		return changed;
	},
	delete: (world, template) => {
		if (template.status === 'PENDING_DELETION') finishRemoval(world, template);
		else removeTemplate(world, template);
		return world.templates.byId(template.id) ?? { ...template, status: 'DELETED' };
	},
	appeal: status('IN_APPEAL'),
	archive: status('ARCHIVED'),
	unarchive: status('APPROVED', 'UNARCHIVED'),
	reinstate: status('APPROVED', 'REINSTATED'),
	limit: status('LIMIT_EXCEEDED'),
	flag: (world, template) => setStatus(world, template, template, { event: 'FLAGGED' }),
	lock: (world, template) => setStatus(world, template, template, { event: 'LOCKED' }),
};

/**
 * Does to a template what Meta would, with the webhooks that follow.
 *
 * @returns the template, a sentence when the action is unknown or does not fit, `undefined` when there
 * is no such template
 */
export function actOnTemplate(
	world: World,
	name: string,
	language: string,
	action: string,
	given: JsonObject,
): Template | string | undefined {
	settleDue(world);
	const template = world.templates.find(name, language);
	if (template === undefined) return undefined;
	const act = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
	if (act === undefined) return `The action is one of ${Object.keys(ACTIONS).join(', ')}.`;
	if (template.status === 'PENDING_DELETION' && action !== 'delete') {
		return 'The template is being deleted.';
	}
	const changed = act(world, template, given);
	if (typeof changed !== 'string') armDue(world, changed);
	return changed;
}

function rejectTemplate(world: World, template: Template, given: JsonObject): Template | string {
	const reason = asText(given['reason']) ?? 'INVALID_FORMAT';
	if (!REASONS.includes(reason)) return `The reason is one of ${REASONS.join(', ')}.`;
	const explanation = asText(given['explanation']);
	const recommendation = asText(given['recommendation']);
	const explained = explanation !== undefined || recommendation !== undefined;
	const info = {
		reason: explanation ?? 'Your template has a format that is not allowed.',
		recommendation: recommendation ?? 'Correct the template and send it in again.',
	};
	return reject(world, template, reason, explained ? info : undefined);
}

function moveCategory(world: World, template: Template, given: JsonObject): Template | string {
	const category = asText(given['category']) ?? '';
	if (!CATEGORIES.includes(category)) return `The category is one of ${CATEGORIES.join(', ')}.`;
	if (category === template.category) return 'The template is in this category already.';
	if (given['announce'] !== true) return recategorise(world, template, category);
	const afterMs = Number(given['afterMs'] ?? ANNOUNCED_MS);
	if (!(afterMs >= 0)) return 'afterMs is a number of milliseconds.';
	return announceCategory(world, template, category, world.clock.now() + afterMs);
}

function status(wanted: string, event = wanted): Action {
	return (world, template) => setStatus(world, template, { status: wanted }, { event });
}
