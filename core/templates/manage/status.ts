/** How a template stands, for people: the seven of a template list, and what else Meta knows. */
export const templateStatuses = [
	'draft',
	'pending',
	'approved',
	'rejected',
	'paused',
	'disabled',
	'inAppeal',
	'limitExceeded',
	'archived',
	'deletionInProgress',
	'deletionFailed',
	'deleted',
	'failed',
	'unknown',
] as const;

export type TemplateStatus = (typeof templateStatuses)[number];

export interface StatusWords {
	en: string;
	ja: string;
	/** What it means for somebody who wants to send it. */
	meaning: string;
}

export const STATUS_WORDS: Readonly<Record<TemplateStatus, StatusWords>> = {
	draft: {
		en: 'Draft',
		ja: '下書き',
		meaning: 'It is kept here, and WhatsApp does not know it yet.',
	},
	pending: {
		en: 'Approval pending',
		ja: '承認待ち',
		meaning: 'WhatsApp looks at it, mostly within minutes, at the latest after 24 hours.',
	},
	approved: { en: 'Approved', ja: '承認済み', meaning: 'It can be sent.' },
	rejected: {
		en: 'Rejected',
		ja: '却下',
		meaning: 'It cannot be sent. Change it, and submit it again.',
	},
	paused: {
		en: 'Paused',
		ja: '一時停止',
		meaning:
			'People blocked or reported it. The pause ends after three hours, the second time after six; the third time it is disabled.',
	},
	disabled: {
		en: 'Disabled',
		ja: '無効',
		meaning: 'It can never be sent again. Make another one under a new name.',
	},
	inAppeal: {
		en: 'In appeal',
		ja: '異議申し立て中',
		meaning: 'Somebody asked WhatsApp to look again. It cannot be sent meanwhile.',
	},
	limitExceeded: {
		en: 'Limit exceeded',
		ja: '上限超過',
		meaning: 'The account has too many templates. Delete some that are not used.',
	},
	archived: {
		en: 'Archived',
		ja: 'アーカイブ済み',
		meaning:
			'It was not used for a year. Unarchive it in WhatsApp Manager, or WhatsApp deletes it.',
	},
	deletionInProgress: {
		en: 'Deletion in progress',
		ja: '削除進行中',
		meaning:
			'Messages with it are still on their way, or it has just been deleted. It takes up to 30 days.',
	},
	deletionFailed: {
		en: 'Deletion failed',
		ja: '削除失敗',
		meaning: 'WhatsApp could not be reached. It is still there; try again.',
	},
	deleted: { en: 'Deleted', ja: '削除済み', meaning: 'It is gone, and cannot be brought back.' },
	failed: {
		en: 'Failed',
		ja: '失敗',
		meaning: 'Something went wrong on the way. Try again later: nothing is made twice.',
	},
	unknown: { en: 'Unknown', ja: '不明', meaning: 'WhatsApp gave a status that is new to us.' },
};

/** Source: Meta, WhatsApp message template `status`; the webhook knows some more events. */
const BY_META: Readonly<Record<string, TemplateStatus>> = {
	APPROVED: 'approved',
	REINSTATED: 'approved',
	UNARCHIVED: 'approved',
	PENDING: 'pending',
	IN_REVIEW: 'pending',
	REJECTED: 'rejected',
	PAUSED: 'paused',
	DISABLED: 'disabled',
	IN_APPEAL: 'inAppeal',
	PENDING_DELETION: 'deletionInProgress',
	DELETED: 'deleted',
	LIMIT_EXCEEDED: 'limitExceeded',
	ARCHIVED: 'archived',
};

/** Meta's status, or the event of its webhook → ours; `unknown` for one that is new. */
export function statusOf(metaStatus: string | undefined): TemplateStatus {
	const known = metaStatus?.toUpperCase() ?? '';
	return Object.hasOwn(BY_META, known) ? (BY_META[known] as TemplateStatus) : 'unknown';
}

/** While in one of these, something more will happen by itself. */
const MOVING: readonly TemplateStatus[] = ['pending', 'inAppeal', 'deletionInProgress'];

export const isSettled = (status: TemplateStatus): boolean => !MOVING.includes(status);
