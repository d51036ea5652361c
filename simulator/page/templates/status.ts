import { t } from '../i18n.ts';
import type { Word } from '../i18n.ts';

/** How a status looks: waiting for a person, usable, not usable, on its way out. */
export type Tone = 'waiting' | 'good' | 'warning' | 'bad' | 'off';

interface Status {
	word: Word;
	tone: Tone;
}

/** Meta's statuses, in the order in which a reviewer looks for them. Source: reference §2. */
const statuses: Readonly<Record<string, Status>> = {
	PENDING: { word: 'statusPending', tone: 'waiting' },
	IN_APPEAL: { word: 'statusInAppeal', tone: 'waiting' },
	APPROVED: { word: 'statusApproved', tone: 'good' },
	PAUSED: { word: 'statusPaused', tone: 'warning' },
	REJECTED: { word: 'statusRejected', tone: 'bad' },
	DISABLED: { word: 'statusDisabled', tone: 'bad' },
	LIMIT_EXCEEDED: { word: 'statusLimitExceeded', tone: 'bad' },
	ARCHIVED: { word: 'statusArchived', tone: 'off' },
	PENDING_DELETION: { word: 'statusPendingDeletion', tone: 'off' },
	DELETED: { word: 'statusDeleted', tone: 'off' },
};

const order = Object.keys(statuses);

/** In words; a status that is not known is shown as it came. */
export function statusName(status: string): string {
	const known = statuses[status];
	return known === undefined ? status : t(known.word);
}

export function toneOf(status: string): Tone {
	return statuses[status]?.tone ?? 'off';
}

/** Waits for a decision: a new one, or one whose rejection is appealed. */
export function isWaiting({ status }: { status: string }): boolean {
	return toneOf(status) === 'waiting';
}

/** Statuses in a reviewer's order, unknown ones last. */
export function inOrder(found: Iterable<string>): string[] {
	const rank = (status: string): number => {
		const at = order.indexOf(status);
		return at === -1 ? order.length : at;
	};
	return [...found].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
}

const qualities: Readonly<Record<string, Word>> = {
	GREEN: 'qualityGreen',
	YELLOW: 'qualityYellow',
	RED: 'qualityRed',
};

export function qualityName(score: string | undefined): string {
	return t(qualities[score ?? ''] ?? 'qualityUnknown');
}

const reasons: Readonly<Record<string, Word>> = {
	INVALID_FORMAT: 'reasonInvalidFormat',
	INCORRECT_CATEGORY: 'reasonIncorrectCategory',
	TAG_CONTENT_MISMATCH: 'reasonTagContentMismatch',
	PROMOTIONAL: 'reasonPromotional',
	ABUSIVE_CONTENT: 'reasonAbusiveContent',
	SCAM: 'reasonScam',
};

export const rejectionReasons: readonly string[] = Object.keys(reasons);

export function reasonName(reason: string): string {
	const word = reasons[reason];
	return word === undefined ? reason : t(word);
}
