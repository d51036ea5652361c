import type { World } from '../world.ts';
import { languageName } from './languages.ts';
import { plainRefusal, refusal } from './refusal.ts';

const DAY = 24 * 3_600_000;
const HOUR = 3_600_000;

/** How long the name of a deleted approved template stays blocked. Source: Meta, reference §2. */
const BLOCKED_DAYS = 30;

/** A name that cannot be used, in one language or, where that is `null`, in any. */
export interface BlockedName {
	name: string;
	language: string | null;
	/** Milliseconds since 1970, simulated. */
	until: number;
}

/** How many templates were created in the last hour. */
export interface Creations {
	used: number;
	perHour: number;
	/** When the next one is possible, in milliseconds since 1970; `null` when that is now. */
	nextAt: number | null;
}

/**
 * Whether the account may have another template with this name and language.
 *
 * @throws {GraphError} for the name's form, a template that is there, one that was deleted, and
 * the account's limits
 */
export function checkName(world: World, name: string, language: string): void {
	if (!/^[a-z0-9_]{1,512}$/.test(name)) {
		throw plainRefusal(
			'A template name can have lowercase letters, numbers and underscores only, 512 at most.',
			'Invalid template name',
		);
	}
	const present = world.templates.find(name, language);
	if (present?.status === 'PENDING_DELETION' || isBlocked(world, name, language)) {
		const spelt = languageName(language);
		throw refusal(
			'beingDeleted',
			`New ${spelt} content can't be added while the existing ${spelt} content is being deleted. ` +
				'Try again in 4 weeks or consider creating a new message template.',
		);
	}
	if (present !== undefined) {
		throw refusal(
			'exists',
			`There is already ${languageName(language)} content for this template. ` +
				'You can create a new template and try again.',
		);
	}
}

/**
 * Whether the account may create another template now.
 *
 * @throws {GraphError} when it has as many as it may, or created as many as it may in an hour
 */
export function checkQuota(world: World): void {
	const { limit, createsPerHour } = world.settings.templates;
	if (world.templates.size >= limit) {
		throw refusal(
			'limit',
			'You have exceeded the maximum number of message templates you can have for this WhatsApp ' +
				'business account.',
		);
	}
	if (creationsOf(world).used >= createsPerHour) {
		throw plainRefusal(
			`You can create ${createsPerHour} message templates an hour. Try again later.`,
			'Too many message templates created',
		);
	}
}

/** The account's creations of the last hour. */
export function creationsOf(world: World): Creations {
	const perHour = world.settings.templates.createsPerHour;
	const times = world.templateLog.created(world.clock.now() - HOUR);
	// The one that has to be an hour old before there is room for another.
	const oldest = times[times.length - perHour];
	return { used: times.length, perHour, nextAt: oldest === undefined ? null : oldest + HOUR };
}

/** The names that deleted templates keep blocked. */
export function blockedNames(world: World): BlockedName[] {
	const since = world.clock.now() - BLOCKED_DAYS * DAY;
	return world.templateLog.deletedNames(since).flatMap((name): BlockedName[] => {
		const deleted = [...world.templateLog.deletedLanguages(name, since)];
		if (!world.templates.hasName(name)) {
			const last = Math.max(...deleted.map(([, at]) => at));
			return [{ name, language: null, until: last + BLOCKED_DAYS * DAY }];
		}
		return deleted.map(([language, at]) => ({ name, language, until: at + BLOCKED_DAYS * DAY }));
	});
}

/** The whole name is blocked, unless other languages of it are still there. */
function isBlocked(world: World, name: string, language: string): boolean {
	const since = world.clock.now() - BLOCKED_DAYS * DAY;
	const deleted = world.templateLog.deletedLanguages(name, since);
	if (deleted.size === 0) return false;
	return deleted.has(language) || !world.templates.hasName(name);
}
