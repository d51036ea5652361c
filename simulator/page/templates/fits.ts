import type { Template } from './types.ts';

/** What Meta, or somebody in the account, can do to a template. See CONTROL-API.md. */
export type Action =
	| 'approve'
	| 'reject'
	| 'pause'
	| 'pauseRate'
	| 'unpause'
	| 'disable'
	| 'reinstate'
	| 'recategorise'
	| 'qualityGreen'
	| 'qualityYellow'
	| 'qualityRed'
	| 'appeal'
	| 'archive'
	| 'unarchive'
	| 'limit'
	| 'flag'
	| 'lock'
	| 'delete';

/** The statuses in which each makes sense. */
const fitting: Readonly<Record<Action, readonly string[]>> = {
	approve: ['PENDING', 'IN_APPEAL'],
	reject: ['PENDING', 'IN_APPEAL'],
	pause: ['APPROVED'],
	pauseRate: ['APPROVED'],
	unpause: ['PAUSED'],
	disable: ['APPROVED', 'PAUSED'],
	reinstate: ['DISABLED', 'LIMIT_EXCEEDED'],
	recategorise: ['PENDING', 'APPROVED', 'PAUSED'],
	qualityGreen: ['APPROVED', 'PAUSED'],
	qualityYellow: ['APPROVED', 'PAUSED'],
	qualityRed: ['APPROVED', 'PAUSED'],
	appeal: ['REJECTED', 'DISABLED'],
	archive: ['APPROVED', 'PAUSED', 'REJECTED', 'DISABLED'],
	unarchive: ['ARCHIVED'],
	limit: ['PENDING', 'APPROVED'],
	flag: ['APPROVED', 'PAUSED'],
	lock: ['APPROVED', 'PAUSED'],
	delete: [
		'PENDING',
		'IN_APPEAL',
		'APPROVED',
		'PAUSED',
		'REJECTED',
		'DISABLED',
		'LIMIT_EXCEEDED',
		'ARCHIVED',
		'PENDING_DELETION',
	],
};

/** What one most likely wants to do in a status; everything else is folded away. */
const usual: Readonly<Record<string, readonly Action[]>> = {
	PENDING: ['approve', 'reject', 'recategorise'],
	IN_APPEAL: ['approve', 'reject'],
	APPROVED: ['pause', 'disable', 'recategorise'],
	PAUSED: ['unpause', 'disable', 'recategorise'],
	REJECTED: ['appeal', 'delete'],
	DISABLED: ['reinstate', 'appeal'],
	LIMIT_EXCEEDED: ['reinstate'],
	ARCHIVED: ['unarchive', 'delete'],
	PENDING_DELETION: ['delete'],
};

export function fits(action: Action, { status }: Pick<Template, 'status'>): boolean {
	return fitting[action].includes(status);
}

export function usualActions({ status }: Pick<Template, 'status'>): readonly Action[] {
	return usual[status] ?? [];
}

/** How long the next pause for quality lasts, in hours; 0 when it disables. Source: reference §2. */
export function nextPauseHours({ pauses = 0 }: Pick<Template, 'pauses'>): number {
	return [3, 6][pauses] ?? 0;
}

interface Call {
	action: string;
	given: Record<string, unknown>;
	/** The field whose webhook tells of it. */
	field: string;
}

const qualities: Partial<Record<Action, string>> = {
	qualityGreen: 'GREEN',
	qualityYellow: 'YELLOW',
	qualityRed: 'RED',
};

/** How the simulator is asked to do it. */
export function callOf(action: Action): Call {
	const score = qualities[action];
	if (score !== undefined) {
		return { action: 'quality', given: { score }, field: 'message_template_quality_update' };
	}
	const status = { given: {}, field: 'message_template_status_update' };
	if (action === 'pauseRate') return { ...status, action: 'pause', given: { cause: 'rate' } };
	if (action === 'recategorise') return { ...status, action, field: 'template_category_update' };
	return { ...status, action };
}
