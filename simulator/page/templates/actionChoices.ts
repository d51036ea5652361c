import type { Word } from '../i18n.ts';
import type { Action } from './fits.ts';

/** A button, and its words. */
export interface Choice {
	action: Action;
	word: Word;
	testId: string;
	danger?: true;
}

/** Everything that can happen to a template, by what it is about. */
export const actionGroups: readonly { title: Word; choices: readonly Choice[] }[] = [
	{
		title: 'groupStatus',
		choices: [
			{ action: 'approve', word: 'approve', testId: 'action-approve' },
			{ action: 'reject', word: 'reject', testId: 'action-reject', danger: true },
			{ action: 'pause', word: 'pause', testId: 'action-pause' },
			{ action: 'pauseRate', word: 'pauseRate', testId: 'action-pause-rate' },
			{ action: 'unpause', word: 'unpause', testId: 'action-unpause' },
			{ action: 'disable', word: 'disable', testId: 'action-disable', danger: true },
			{ action: 'recategorise', word: 'recategorise', testId: 'action-recategorise' },
			{ action: 'reinstate', word: 'reinstate', testId: 'action-reinstate' },
			{ action: 'appeal', word: 'appeal', testId: 'action-appeal' },
			{ action: 'limit', word: 'limit', testId: 'action-limit' },
			{ action: 'archive', word: 'archive', testId: 'action-archive' },
			{ action: 'unarchive', word: 'unarchive', testId: 'action-unarchive' },
		],
	},
	{
		title: 'groupQuality',
		choices: [
			{ action: 'qualityGreen', word: 'qualityGreen', testId: 'action-quality-green' },
			{ action: 'qualityYellow', word: 'qualityYellow', testId: 'action-quality-yellow' },
			{ action: 'qualityRed', word: 'qualityRed', testId: 'action-quality-red' },
		],
	},
	{
		title: 'groupNotice',
		choices: [
			{ action: 'flag', word: 'flag', testId: 'action-flag' },
			{ action: 'lock', word: 'lock', testId: 'action-lock' },
		],
	},
	{
		title: 'groupDeletion',
		choices: [{ action: 'delete', word: 'deleteTemplate', testId: 'action-delete', danger: true }],
	},
];
